import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { readExpenses } from '../../lambdas/adapters/expense-store.ts';
import type { Table } from '../../lambdas/adapters/table.ts';
import type { Delivery } from '../../lambdas/core/alert/alert.ts';
import { endOfQuietHours } from '../../lambdas/core/alert/window.ts';
import { triggerId } from '../../lambdas/core/budget/threshold.ts';
import type { Allocation } from '../../lambdas/core/ledger/ledger.ts';
import { type Books, NOW, openBooks, USER } from '../support/books.ts';
import { it } from '../support/fixtures.ts';

const QUIET = { timeZone: 'UTC', quietHours: { from: '13:00', to: '18:00' } };
const BUDGETS = [
  { category: 'groceries', limitMinor: 10_000, thresholds: [50, 80, 100, { amountMinor: 3_000 }] },
  { category: 'living', categories: ['groceries', 'household'], limitMinor: 12_000, thresholds: [75] },
  { category: 'total', limitMinor: 15_000, thresholds: [100] },
];

const allocation = fc.record({
  date: fc.constantFrom('2026-10-31', '2026-11-01', '2026-11-18', '2026-11-20'),
  category: fc.constantFrom('groceries', 'household', 'dining'),
  currency: fc.constantFrom('USD', 'USD', 'USD', 'EUR'),
  amountMinor: fc.integer({ min: -6_000, max: 9_000 }).filter((amount) => amount !== 0),
});
/** One category a line: what is booked of a document is summed by category before. */
const allocations = fc.uniqueArray(allocation, {
  minLength: 1,
  maxLength: 3,
  selector: ({ date, category, currency }) => `${date}${category}${currency}`,
});
/** A reading of one of four files, of which two are the same picture; a minute or some hours pass after it. */
const event = fc.record({
  file: fc.nat({ max: 3 }),
  allocations,
  isRepeated: fc.boolean(),
  minutesLater: fc.constantFrom(0, 0, 1, 90, 300),
});
type Event = typeof event extends fc.Arbitrary<infer E> ? E : never;

const PICTURES = ['one', 'two', 'three', 'one'];

/** Lets one thing happen: a first reading, or a replay or correction of a file that was read before. */
async function happen(books: Books, runs: number[], { file, allocations, isRepeated }: Event): Promise<Delivery[]> {
  const run = (runs[file] ?? 0) + 1;
  runs[file] = run;
  const receipt = { documentId: `file${file}`, run, amountMinor: 0, allocations, contentHash: PICTURES[file] ?? '' };
  await books.drop(receipt);
  const deliveries = await books.book(receipt);
  return isRepeated ? [...deliveries, ...(await books.book(receipt))] : [...deliveries];
}

/** Sends every window that has closed by now, as its execution would: what may go out later only is sent then. */
async function sendDue(books: Books, open: Map<string, Delivery>): Promise<void> {
  for (const [name, delivery] of open) {
    if (Date.parse(delivery.closesAt) > books.time.nowMs) continue;
    open.delete(name);
    const { again } = await books.deliver(delivery);
    if (again !== undefined) open.set(name, { ...delivery, closesAt: again });
  }
}

const sumOf = (items: readonly Allocation[]): Record<string, number> => {
  const sums = new Map<string, number>();
  for (const { date, category, currency, amountMinor } of items) {
    const key = `${date} ${category} ${currency}`;
    sums.set(key, (sums.get(key) ?? 0) + amountMinor);
  }
  return Object.fromEntries([...sums].filter(([, amountMinor]) => amountMinor !== 0).sort());
};

/** Every crossing that holds at the end was told, and at a moment when it was true. */
async function expectTold(books: Books, budgetId: string): Promise<void> {
  const { reached, crossings } = await books.state(budgetId, '2026-11-01');
  const alerts = await books.budgetAlerts();
  for (const name of reached) {
    const latest = alerts.find(
      (alert) => alert.budgetId === budgetId && triggerId(alert.trigger) === name && alert.crossing === crossings[name],
    );
    expect(books.published.flatMap(({ alertIds }) => alertIds)).toContain(latest?.alertId);
  }
}

async function live(table: Table, events: readonly Event[]): Promise<Books> {
  const books = openBooks(table);
  await books.plan(BUDGETS, '01', QUIET);
  const runs: number[] = [];
  const open = new Map<string, Delivery>();
  for (const each of events) {
    for (const delivery of await happen(books, runs, each)) open.set(delivery.name, delivery);
    books.time.nowMs = Math.min(books.time.nowMs + each.minutesLater * 60_000, NOW + 11 * 3_600_000);
    await sendDue(books, open);
  }
  // The last window closes half a minute after its first claim.
  books.time.nowMs = NOW + 11 * 3_600_000 + 60_000;
  await sendDue(books, open);
  return books;
}

describe('whatever files come, in whatever order, again, corrected, and in several categories', () => {
  it('the books balance, each crossing is told when it is true, once, and never in quiet hours', async ({ tables }) => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { minLength: 1, maxLength: 6 }), async (events) => {
        const table = await tables.fresh();

        const books = await live(table, events);

        const expenses = await readExpenses(table, USER, '0000-01-01', '9999-12-31');
        expect(sumOf(await books.spend())).toEqual(sumOf(expenses));
        for (const budgetId of ['groceries:month', 'living:month', 'total:month']) await expectTold(books, budgetId);
        const told = books.published.flatMap(({ alertIds }) => alertIds);
        expect(new Set(told).size).toBe(told.length);
        for (const { atMs } of books.published) expect(endOfQuietHours(atMs, QUIET)).toBeUndefined();
        for (const { sentAt } of await books.budgetAlerts()) expect(sentAt).toBeDefined();
      }),
      { numRuns: 20 },
    );
  });
});
