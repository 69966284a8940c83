import { describe, expect } from 'vitest';
import { readAlerts } from '../../../lambdas/adapters/alert-store.ts';
import { noteLook } from '../../../lambdas/adapters/daily-store.ts';
import { readOpenInvoices } from '../../../lambdas/adapters/due-store.ts';
import { personKey } from '../../../lambdas/adapters/ledger-keys.ts';
import { readContacts, readPerson } from '../../../lambdas/adapters/person-store.ts';
import { createHandler } from '../../../lambdas/claim-digests/handler.ts';
import { USER } from '../../support/books.ts';
import { it as base } from '../../support/fixtures.ts';

const MAIL = { protocol: 'email', address: 'alice@example.com' } as const;
const PHONE = { protocol: 'sms', address: '+12025550123' } as const;

const it = base
  /** A look at a day on which these addresses are unsubscribed; the days on which that was claimed. */
  .extend('look', ({ table, books, deliveries }) => async (schedule: string, gone: readonly string[]) => {
    const handler = createHandler({
      now: () => books.time.nowMs,
      readPerson: (userId) => readPerson(table, userId),
      readContacts: (userId) => readContacts(table, userId),
      hasUnsubscribed: async ({ address, status }) => status === 'confirmed' && gone.includes(address),
      readOpenInvoices: (...asked) => readOpenInvoices(table, ...asked),
      noteLook: (...args) => noteLook(books.outbox, ...args),
      startDelivery: deliveries.startDelivery,
    });
    await handler({ userId: USER, schedule });
    return (await readAlerts(table, personKey(USER).PK, 'ALERT#unsubscribed#')).map(({ SK }) => SK.split('#').at(-1));
  })
  .extend(
    'statuses',
    ({ table }) =>
      async () =>
        (await readContacts(table, USER)).map(({ status }) => status),
  );

describe('a mailbox whose owner has unsubscribed', () => {
  it('is noted, and told once by the other contact', async ({ books, look, statuses }) => {
    await books.plan([], '01', {}, [MAIL, PHONE]);

    expect(await look('2026-11-20', [MAIL.address])).toEqual(['2026-11-20']);
    expect(await statuses()).toEqual(['unsubscribed', 'confirmed']);
    expect(await look('2026-11-21', [MAIL.address])).toEqual(['2026-11-20']);
    await books.deliverAll(await books.unsentWindows());

    expect(books.published.map(({ protocol, text }) => [protocol, text])).toEqual([
      ['sms', expect.stringContaining('alice@example.com is unsubscribed')],
    ]);
  });

  it('is noted and claimed once when two look at the same time', async ({ books, look, statuses }) => {
    await books.plan([], '01', {}, [MAIL, PHONE]);

    await Promise.all([look('2026-11-20', [MAIL.address]), look('2026-11-20', [MAIL.address])]);

    expect(await look('2026-11-20', [MAIL.address])).toEqual(['2026-11-20']);
    expect(await statuses()).toEqual(['unsubscribed', 'confirmed']);
  });

  it('is noted where nobody else can be told', async ({ books, look, statuses }) => {
    await books.plan([], '01', {}, [MAIL]);

    expect(await look('2026-11-20', [MAIL.address])).toEqual([]);
    expect(await statuses()).toEqual(['unsubscribed']);
  });

  it('and is confirmed again before the message goes out, is not told of', async ({ books, look }) => {
    await books.plan([], '01', {}, [MAIL, PHONE]);
    await look('2026-11-20', [MAIL.address]);
    await books.plan([], '02', {}, [MAIL, PHONE]);

    await books.deliverAll(await books.unsentWindows());

    expect(books.published).toEqual([]);
  });
});
