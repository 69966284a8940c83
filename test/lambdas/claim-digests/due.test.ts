import { describe, expect } from 'vitest';
import { readAlerts } from '../../../lambdas/adapters/alert-store.ts';
import { noteLook } from '../../../lambdas/adapters/daily-store.ts';
import { readOpenInvoices } from '../../../lambdas/adapters/due-store.ts';
import { personKey } from '../../../lambdas/adapters/ledger-keys.ts';
import { readContacts, readPerson } from '../../../lambdas/adapters/person-store.ts';
import { createHandler } from '../../../lambdas/claim-digests/handler.ts';
import { money } from '../../../lambdas/core/ground/money.ts';
import type { Person } from '../../../lambdas/core/person/person.ts';
import { USER } from '../../support/books.ts';
import { it as base } from '../../support/fixtures.ts';

const MAILBOX = { protocol: 'email', address: 'alice@example.com' } as const;
const DUE_ON = '2026-11-23';

const it = base
  .extend(
    'plan',
    ({ books }) =>
      (over: Partial<Person> = { dueReminders: true }, contacts = [MAILBOX], sequence = '01') =>
        books.plan([{ category: 'utilities', limitMinor: 100_000 }], sequence, over, contacts),
  )
  /** An invoice of 264.82 USD that is booked, in its first run or a later one. */
  .extend(
    'invoice',
    ({ books }) =>
      async (documentId: string, facts: Readonly<Record<string, unknown>> = { dueOn: DUE_ON }, run = 1) => {
        const receipt = { documentId, run, amountMinor: 26_482, facts };
        await books.drop(receipt);
        await books.record(receipt);
      },
  )
  /** A look at a day, which claims and delivers nothing; what it claimed. */
  .extend('look', ({ table, books, deliveries }) => async (schedule: string) => {
    const handler = createHandler({
      now: () => books.time.nowMs,
      readPerson: (userId) => readPerson(table, userId),
      readContacts: (userId) => readContacts(table, userId),
      readOpenInvoices: (...asked) => readOpenInvoices(table, ...asked),
      hasUnsubscribed: async () => false,
      noteLook: (...args) => noteLook(books.outbox, ...args),
      startDelivery: deliveries.startDelivery,
    });
    await handler({ userId: USER, schedule });
    const alerts = await readAlerts(table, personKey(USER).PK, 'ALERT#due#');
    return alerts.map(({ SK, claimedBy }) => `${SK.split('#').at(-1)} ${claimedBy}`);
  });

describe('an invoice that falls due', () => {
  it('is claimed once, at the first look within three days of its day', async ({ plan, invoice, look }) => {
    await plan();
    await invoice('doc');

    expect(await look('2026-11-19')).toEqual([]);
    for (const day of ['20', '21', '23', '24', '30']) {
      expect(await look(`2026-11-${day}`)).toEqual(['doc daily-2026-11-20']);
    }
  });

  it('is claimed once when two look at the same time', async ({ plan, invoice, look }) => {
    await plan();
    await invoice('doc');

    await Promise.all([look('2026-11-20'), look('2026-11-20')]);

    expect(await look('2026-11-20')).toEqual(['doc daily-2026-11-20']);
  });

  it('is claimed at the next look when it is booked within these days', async ({ plan, invoice, look }) => {
    await plan();
    await look('2026-11-22');
    await invoice('doc');

    expect(await look('2026-11-22')).toEqual([]);
    expect(await look('2026-11-23')).toEqual(['doc daily-2026-11-23']);
  });

  it.for([
    ['14 days', '2026-12-07', ['doc daily-2026-12-07']],
    ['15 days', '2026-12-08', []],
  ] as const)('and is past due by %s when it is first seen is claimed up to two weeks', async ([_, day, claimed], {
    plan,
    invoice,
    look,
  }) => {
    await plan();
    await invoice('doc');

    expect(await look(day)).toEqual(claimed);
  });

  it('is claimed no second time when a replay reads another day', async ({ plan, invoice, look }) => {
    await plan();
    await invoice('doc');
    await look('2026-11-20');
    await invoice('doc', { dueOn: '2026-12-15' }, 2);

    expect(await look('2026-12-14')).toEqual(['doc daily-2026-11-20']);
  });

  it('and is moved away by a replay before it was told of is claimed when its new day comes', async ({
    plan,
    invoice,
    look,
  }) => {
    await plan();
    await invoice('doc');
    await invoice('doc', { dueOn: '2026-12-15' }, 2);

    expect(await look('2026-11-23')).toEqual([]);
    expect(await look('2026-12-14')).toEqual(['doc daily-2026-12-14']);
  });

  it('in instalments is claimed once for each, as its day comes', async ({ plan, invoice, look }) => {
    const instalments = [DUE_ON, '2026-12-23', '2027-01-23'].map((dueOn) => ({
      dueOn,
      amountDue: money(8_000, 'USD'),
    }));
    await plan();
    await invoice('doc', { dueOn: DUE_ON, instalments });

    expect(await look('2026-11-20')).toEqual(['doc daily-2026-11-20']);
    expect(await look('2026-12-19')).toEqual(['doc daily-2026-11-20']);
    for (const day of ['20', '21']) {
      expect(await look(`2026-12-${day}`)).toEqual(['doc daily-2026-11-20', '02 daily-2026-12-20']);
    }
    await invoice('doc', { dueOn: DUE_ON, instalments, isPaid: true }, 2);
    expect(await look('2027-01-22')).toHaveLength(2);
  });

  it('and is paid is not claimed', async ({ plan, invoice, look }) => {
    await plan();
    await invoice('doc');
    await invoice('doc', { dueOn: DUE_ON, isPaid: true }, 2);

    expect(await look('2026-11-20')).toEqual([]);
  });

  it.for([
    ['does not ask for it', {}, [MAILBOX]],
    ['has nobody to be told', { dueReminders: true }, []],
    ['has ended the plan', { dueReminders: true, isActive: false }, [MAILBOX]],
  ] as const)('is not claimed where the person %s', async ([_, over, contacts], { books, invoice, look }) => {
    await books.plan([{ category: 'utilities', limitMinor: 100_000 }], '01', over, contacts);
    await invoice('doc');

    expect(await look('2026-11-20')).toEqual([]);
  });

  it('is claimed beside the summary that is due on the same day', async ({ table, plan, invoice, look }) => {
    await plan({ dueReminders: true, digest: ['weekly'] });
    await invoice('doc');
    await look('2026-11-22');
    await look('2026-11-23');

    const alerts = await readAlerts(table, personKey(USER).PK, 'ALERT#');
    expect(alerts.map(({ kind, claimedBy }) => `${kind} ${claimedBy}`)).toEqual([
      'digest daily-2026-11-22',
      'digest daily-2026-11-23',
      'due daily-2026-11-22',
    ]);
  });

  it('is claimed a day later where more than forty fall due at once, and none is left out', async ({
    plan,
    invoice,
    look,
  }) => {
    await plan();
    for (let number = 10; number < 55; number += 1) await invoice(`doc${number}`);

    expect(await look('2026-11-20')).toHaveLength(40);
    expect(await look('2026-11-21')).toHaveLength(45);
  });
});
