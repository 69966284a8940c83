import { describe, expect } from 'vitest';
import type { TableCall } from '../../../bench/calls/table-call.ts';
import { updateContact } from '../../../lambdas/adapters/contact-store.ts';
import { readContacts } from '../../../lambdas/adapters/person-store.ts';
import type { Table } from '../../../lambdas/adapters/table.ts';
import type { ContactStatus } from '../../../lambdas/core/person/person.ts';
import { type Books, openBooks, USER } from '../../support/books.ts';
import { counted } from '../../support/counted.ts';
import { it } from '../../support/fixtures.ts';

/** What is to be told: so many claims of each of so many budgets, to so many mailboxes. */
interface World {
  readonly claims: number;
  readonly budgets?: number;
  readonly contacts?: number;
}

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
const HOUR_MS = 3_600_000;

async function plan(books: Books, { claims, budgets = 1, contacts = 1 }: World, sequencer = '01'): Promise<void> {
  const planned = numbers(budgets).map((number) => ({
    ...{ category: 'groceries', name: `b${number}`, limitMinor: 10_000 },
    thresholds: numbers(claims),
  }));
  const mailboxes = numbers(contacts).map(
    (number) => ({ protocol: 'email', address: `alice${number}@example.com` }) as const,
  );
  await books.plan(planned, sequencer, {}, mailboxes);
}

const mailboxesAre = async (table: Table, status: ContactStatus) => {
  for (const contact of await readContacts(table, USER)) await updateContact(table, contact, { status });
};

/** A receipt that reaches every threshold, waiting for its window to close. */
async function claimed(table: Table, world: World) {
  const calls: TableCall[] = [];
  const books = openBooks(table);
  const counting = openBooks(counted(table, calls));
  await plan(books, world);
  const [window] = await books.dropAndBook({ documentId: 'one', amountMinor: world.claims * 100 });
  expect(await books.budgetAlerts()).toHaveLength(world.claims * (world.budgets ?? 1));
  /** What one delivery asks of the table. */
  const requestsOf = async () => {
    calls.length = 0;
    await counting.deliver(window);
    return calls.map(({ operation }) => operation);
  };
  return { books, counting, window, requestsOf };
}

const outcomesOf = async (books: Books) => new Set((await books.budgetAlerts()).map(({ outcome }) => outcome));

describe('what a delivery asks of the table', () => {
  it.for<World>([
    { claims: 2 },
    { claims: 8 },
    { claims: 80 },
    { claims: 1, budgets: 10 },
    { claims: 8, budgets: 10 },
    { claims: 8, contacts: 3 },
    { claims: 8, budgets: 10, contacts: 3 },
  ])('grows with nothing but the messages: %o', async (world, { table }) => {
    const { books, counting, requestsOf } = await claimed(table, world);
    const { contacts = 1, claims, budgets = 1 } = world;

    const requests = await requestsOf();

    expect(requests).toEqual([
      ...['GetItem', 'UpdateItem', 'Query', 'BatchGetItem', 'Query', 'Query', 'Query'],
      ...numbers(contacts).map(() => 'PutItem'),
      'TransactWriteItems',
    ]);
    expect(counting.published.map(({ alertIds }) => alertIds.length)).toEqual(
      numbers(contacts).map(() => claims * budgets),
    );
    expect(await outcomesOf(books)).toEqual(new Set(['accepted']));
  });

  it('is as little for one alert, which is marked without a transaction', async ({ table }) => {
    const { requestsOf } = await claimed(table, { claims: 1 });

    expect(await requestsOf()).toHaveLength(9);
  });

  it('is a reading and a marking more for each further hundred', async ({ table }) => {
    const { books, requestsOf } = await claimed(table, { claims: 60, budgets: 2 });

    const requests = await requestsOf();

    expect(requests.filter((operation) => operation === 'BatchGetItem')).toHaveLength(2);
    expect(requests.filter((operation) => operation === 'TransactWriteItems')).toHaveLength(2);
    expect(requests).toHaveLength(11);
    expect(await outcomesOf(books)).toEqual(new Set(['accepted']));
  });
});

describe.for([2, 40])('what a delivery of %d claims asks of the table', (claims) => {
  it('is five requests in quiet hours, which hold all of it back', async ({ table }) => {
    const { books, requestsOf } = await claimed(table, { claims });
    await books.plan([{ category: 'groceries', limitMinor: 1 }], '02', { quietHours: { from: '11:00', to: '14:00' } });

    expect(await requestsOf()).toEqual(['GetItem', 'UpdateItem', 'Query', 'BatchGetItem', 'TransactWriteItems']);
  });

  it('is constant where it is held, and where what is held is sent and its links are removed', async ({ table }) => {
    const { books, counting, requestsOf } = await claimed(table, { claims });
    await mailboxesAre(table, 'pending');

    const held = await requestsOf();
    books.time.nowMs += HOUR_MS;
    const again = await requestsOf();
    await mailboxesAre(table, 'confirmed');
    const sent = await requestsOf();
    const after = await requestsOf();

    const reads = ['GetItem', 'Query', 'BatchGetItem'];
    const [person, ...alerts] = reads;
    const [hold, take, mark, remove] = numbers(4).map(() => 'TransactWriteItems');
    expect(held).toEqual([person, 'UpdateItem', ...alerts, 'Query', 'Query', 'Query', hold]);
    // From now on the window is closed already, and a call that is refused is not counted.
    expect(again).toEqual([...reads, take, 'Query', 'Query', 'Query', hold]);
    expect(sent).toEqual([...reads, take, 'Query', 'Query', 'Query', 'PutItem', mark]);
    expect(after).toEqual([...reads, remove]);
    expect(counting.published.map(({ alertIds }) => alertIds.length)).toEqual([claims]);
  });

  it('is constant where nobody is told and all is to speak again', async ({ table }) => {
    const { books, requestsOf } = await claimed(table, { claims, budgets: 2 });
    await plan(books, { claims, budgets: 2, contacts: 0 }, '02');

    const requests = await requestsOf();

    // The states are read again, written without what they forget, and the alerts are marked.
    expect(requests.slice(-3)).toEqual(['BatchGetItem', 'TransactWriteItems', 'TransactWriteItems']);
    expect(requests).toHaveLength(9);
    expect(await outcomesOf(books)).toEqual(new Set(['no-contacts']));
    expect((await books.state('groceries:month:b2', '2026-11-01')).reached).toEqual([]);
  });
});
