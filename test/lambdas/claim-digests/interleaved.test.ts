import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { readAlerts } from '../../../lambdas/adapters/alert-store.ts';
import { noteLook } from '../../../lambdas/adapters/daily-store.ts';
import { readOpenInvoices } from '../../../lambdas/adapters/due-store.ts';
import { personKey } from '../../../lambdas/adapters/ledger-keys.ts';
import { readContacts, readPerson } from '../../../lambdas/adapters/person-store.ts';
import { createHandler } from '../../../lambdas/claim-digests/handler.ts';
import { openBooks, USER } from '../../support/books.ts';
import { openDeliveries } from '../../support/deliveries.ts';
import { it } from '../../support/fixtures.ts';
import { interleaved } from '../../support/interleaved.ts';
import { retried } from '../../support/retried.ts';

const SCHEDULE = '2026-11-16';
const DAYS = ['2026-11-03', '2026-11-09', '2026-11-15'];

describe('two looks ahead and a receipt, interleaved', () => {
  it('claim the summary and the forecast once, tell all that was claimed, and note the look', async ({ tables }) => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.integer({ min: 100, max: 9_000 }), async (scheduler, amountMinor) => {
        const table = await tables.fresh();
        const steps = interleaved(table, scheduler);
        const books = openBooks(table, steps);
        books.time.nowMs = Date.parse(`${SCHEDULE}T09:00:00Z`);
        const groceries = { category: 'groceries', limitMinor: 7_000, thresholds: [100], forecast: true };
        await books.plan([groceries], '01', { digest: ['weekly'] });
        const before = openBooks(table);
        for (const date of DAYS) {
          await before.drop({ documentId: date, amountMinor: 2_000 });
          await before.record({ documentId: date, amountMinor: 2_000, date });
        }
        await before.drop({ documentId: 'now', amountMinor });
        const started = openDeliveries(steps);
        const claimDigests = createHandler({
          now: () => books.time.nowMs,
          readPerson: (userId) => readPerson(steps, userId),
          readContacts: (userId) => readContacts(steps, userId),
          readOpenInvoices: (...asked) => readOpenInvoices(steps, ...asked),
          hasUnsubscribed: async () => false,
          noteLook: (...args) => noteLook(books.outbox, ...args),
          startDelivery: started.startDelivery,
        });
        const look = async () => {
          const { deliveries } = await books.check({ userId: USER, schedule: SCHEDULE, affected: 'all' });
          const digests = started.of(await claimDigests({ userId: USER, schedule: SCHEDULE }));
          for (const delivery of [...deliveries, ...digests]) await retried(() => books.deliver(delivery));
        };

        await scheduler.waitFor(Promise.all([look(), look(), books.run({ documentId: 'now', amountMinor })]));

        const alerts = await readAlerts(table, personKey(USER).PK, 'ALERT#');
        const kinds = alerts.map(({ kind }) => kind);
        expect(kinds.filter((kind) => kind === 'digest')).toHaveLength(1);
        expect(kinds.filter((kind) => kind === 'forecast').length).toBeLessThanOrEqual(1);
        // Either somebody looked before the receipt exceeded the limit, or the limit is told.
        expect(kinds).toContainEqual(expect.stringMatching(/^(forecast|exceeded)$/));
        for (const { sentAt } of alerts) expect(sentAt).toBeDefined();
        expect((await readPerson(table, USER))?.lookedAtOn).toBe(SCHEDULE);
      }),
      { numRuns: 12 },
    );
  }, 60_000);
});

describe('two looks ahead and a payment, interleaved', () => {
  it('claim the invoice once at most, leave nothing unsent, and nothing to be paid', async ({ tables }) => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const table = await tables.fresh();
        const steps = interleaved(table, scheduler);
        const books = openBooks(table, steps);
        books.time.nowMs = Date.parse(`${SCHEDULE}T09:00:00Z`);
        await books.plan([{ category: 'groceries', limitMinor: 1_000_000 }], '01', { dueReminders: true });
        const before = openBooks(table);
        const invoice = { documentId: 'doc', amountMinor: 4_320, facts: { dueOn: '2026-11-18' } };
        await before.drop(invoice);
        await before.record(invoice);
        const paid = { ...invoice, run: 2, facts: { ...invoice.facts, isPaid: true } };
        await before.drop(paid);
        const started = openDeliveries(steps);
        const claimDigests = createHandler({
          now: () => books.time.nowMs,
          readPerson: (userId) => readPerson(steps, userId),
          readContacts: (userId) => readContacts(steps, userId),
          readOpenInvoices: (...asked) => readOpenInvoices(steps, ...asked),
          hasUnsubscribed: async () => false,
          noteLook: (...args) => noteLook(books.outbox, ...args),
          startDelivery: started.startDelivery,
        });
        const look = async () => {
          const deliveries = started.of(await retried(() => claimDigests({ userId: USER, schedule: SCHEDULE })));
          for (const delivery of deliveries) await retried(() => books.deliver(delivery));
        };

        await scheduler.waitFor(Promise.all([look(), look(), retried(() => books.record(paid))]));
        books.time.nowMs += 24 * 3_600_000;
        await scheduler.waitFor(claimDigests({ userId: USER, schedule: '2026-11-17' }));

        const alerts = await readAlerts(table, personKey(USER).PK, 'ALERT#');
        expect(alerts.length).toBeLessThanOrEqual(1);
        for (const { sentAt } of alerts) expect(sentAt).toBeDefined();
        expect(await readOpenInvoices(table, USER, '2026-11-01', '2026-11-30')).toEqual([]);
      }),
      { numRuns: 12 },
    );
  }, 60_000);
});
