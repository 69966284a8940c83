import { describe, expect } from 'vitest';
import { readAlerts } from '../../../lambdas/adapters/alert-store.ts';
import { noteLook } from '../../../lambdas/adapters/daily-store.ts';
import { readOpenInvoices } from '../../../lambdas/adapters/due-store.ts';
import { personKey } from '../../../lambdas/adapters/ledger-keys.ts';
import { readContacts, readPerson } from '../../../lambdas/adapters/person-store.ts';
import type { Table } from '../../../lambdas/adapters/table.ts';
import { createHandler } from '../../../lambdas/claim-digests/handler.ts';
import type { Contact, Person } from '../../../lambdas/core/person/person.ts';
import { openBooks, USER } from '../../support/books.ts';
import { openDeliveries } from '../../support/deliveries.ts';
import { it } from '../../support/fixtures.ts';

const MAILBOX = { protocol: 'email', address: 'alice@example.com' } as const;
const PHONE = { protocol: 'sms', address: '+12025550123' } as const;

/** The function with the real adapters, for a person whose plan began on 1 November 2026. */
async function open(
  table: Table,
  over: Partial<Person>,
  contacts: readonly Pick<Contact, 'protocol' | 'address'>[] = [MAILBOX],
) {
  const books = openBooks(table);
  await books.plan([{ category: 'groceries', limitMinor: 10_000 }], '01', over, contacts);
  const started = openDeliveries(table);
  const handler = createHandler({
    now: () => books.time.nowMs,
    readPerson: (userId) => readPerson(table, userId),
    readContacts: (userId) => readContacts(table, userId),
    readOpenInvoices: (...asked) => readOpenInvoices(table, ...asked),
    hasUnsubscribed: async () => false,
    noteLook: (...args) => noteLook(books.outbox, ...args),
    startDelivery: started.startDelivery,
  });
  const look = async (schedule: string) => {
    books.time.nowMs = Date.parse(`${schedule}T09:00:00Z`);
    return started.of(await handler({ userId: USER, schedule }));
  };
  const claimed = async () =>
    (await readAlerts(table, personKey(USER).PK, 'ALERT#digest#')).map(({ SK, claimedBy }) => `${SK} ${claimedBy}`);
  return { books, look, claimed };
}

describe('claim-digests', () => {
  it('claims the week just over once, at the first look after it, and notes the look', async ({ table }) => {
    const { look, claimed } = await open(table, { digest: ['weekly'] });

    const looks: number[] = [];
    for (const day of ['15', '16', '17', '22', '23']) looks.push((await look(`2026-11-${day}`)).length);

    expect(await claimed()).toEqual([
      'ALERT#digest#week#2026-11-02 daily-2026-11-15',
      'ALERT#digest#week#2026-11-09 daily-2026-11-16',
      'ALERT#digest#week#2026-11-16 daily-2026-11-23',
    ]);
    // Nobody delivers here, so the first window stays open, and every look starts what is to send it.
    expect(looks).toEqual([1, 1, 1, 1, 1]);
    expect((await readPerson(table, USER))?.lookedAtOn).toBe('2026-11-23');
  });

  it('starts the delivery of what a first run claimed when it runs again', async ({ table }) => {
    const { look } = await open(table, { digest: ['weekly'] });

    const deliveries = await look('2026-11-16');

    expect(deliveries).toHaveLength(1);
    expect(await look('2026-11-16')).toEqual(deliveries);
  });

  it('claims only the latest week and month after a long absence', async ({ table }) => {
    const { look, claimed } = await open(table, { digest: ['weekly', 'monthly'] });
    await look('2026-11-16');

    await look('2027-02-03');

    expect(await claimed()).toEqual([
      'ALERT#digest#month#2027-01-01 daily-2027-02-03',
      'ALERT#digest#week#2026-11-09 daily-2026-11-16',
      'ALERT#digest#week#2027-01-25 daily-2027-02-03',
    ]);
  });

  it('claims nothing of a time before the plan', async ({ table }) => {
    const { look, claimed } = await open(table, { digest: ['weekly', 'monthly'] });

    await look('2026-11-01');

    expect(await claimed()).toEqual([]);
  });

  it('claims nothing in the middle of a week for a person who has asked for summaries just now', async ({ table }) => {
    const { books, look, claimed } = await open(table, {});
    await look('2026-11-17');
    await books.plan([{ category: 'groceries', limitMinor: 10_000 }], '02', { digest: ['weekly'] });

    await look('2026-11-18');

    expect(await claimed()).toEqual([]);
  });

  it.for([
    ['has only a phone', {}, [PHONE]],
    ['wants none', { digest: [] }, [MAILBOX]],
    ['has ended the plan', { isActive: false }, [MAILBOX]],
  ] as const)('claims nothing for a person who %s', async ([_, over, contacts], { table }) => {
    const { look, claimed } = await open(table, { digest: ['weekly'], ...over }, contacts);

    expect(await look('2026-11-16')).toEqual([]);
    expect(await claimed()).toEqual([]);
  });

  it('claims each digest once when two look at the same time', async ({ table }) => {
    const { look, claimed } = await open(table, { digest: ['weekly', 'monthly'] });

    const both = await Promise.all([look('2026-12-01'), look('2026-12-01')]);

    expect(await claimed()).toHaveLength(2);
    expect(both[0]).toEqual(both[1]);
  });
});
