import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { findUnsent } from '../../../lambdas/adapters/alert-store.ts';
import type { Table } from '../../../lambdas/adapters/table.ts';
import { openBooks, USER } from '../../support/books.ts';
import { it } from '../../support/fixtures.ts';
import { interleaved } from '../../support/interleaved.ts';

const GROCERIES = { category: 'groceries', limitMinor: 10_000 };
const DINING = { category: 'dining', limitMinor: 10_000 };
const FIRST = { documentId: 'one', amountMinor: 6_000 };
const SECOND = { documentId: 'two', amountMinor: 3_000 };

/** A person whose first receipt has opened a window; the steps from now on come in any order of calls. */
async function withOpenWindow(table: Table, scheduler: fc.Scheduler) {
  const calm = openBooks(table);
  await calm.plan([GROCERIES]);
  for (const receipt of [FIRST, SECOND]) await calm.drop(receipt);
  const [window] = await calm.book(FIRST);
  return { calm, books: openBooks(table, interleaved(table, scheduler)), window };
}

describe('a delivery that quiet hours hold back, beside a receipt', () => {
  it('leaves nothing to the sweep until they are over, and then sends everything', async ({ tables }) => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const table = await tables.fresh();
        const { calm, books, window } = await withOpenWindow(table, scheduler);
        await calm.plan([GROCERIES], '02', { quietHours: { from: '11:00', to: '14:00' } });

        await scheduler.waitFor(Promise.all([books.deliver(window), books.book(SECOND)]));

        expect(await findUnsent(table, '2026-11-20T13:59:59.000Z')).toEqual([]);
        calm.time.nowMs = Date.parse('2026-11-20T14:00:00Z');
        await calm.deliver(window);
        expect(calm.published.map(({ alertIds }) => alertIds.length)).toEqual([2]);
        expect(books.published).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });
});

describe('a delivery, beside plans that drop its budget and have it again', () => {
  it('tells what is reached once the plan is checked', async ({ tables }) => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const table = await tables.fresh();
        const { calm, books, window } = await withOpenWindow(table, scheduler);
        const changing = openBooks(interleaved(table, scheduler));
        const checkAll = async (by: typeof books) =>
          (await by.check({ documentId: 'plan', run: 1, userId: USER, affected: 'all' })).deliveries;

        await scheduler.waitFor(
          Promise.all([
            books.deliver(window),
            (async () => {
              await changing.plan([DINING], '02');
              await changing.plan([GROCERIES], '03');
              await changing.deliverAll(await checkAll(changing));
            })(),
          ]),
        );
        await calm.deliverAll(await checkAll(calm));

        expect((await calm.state('groceries:month', '2026-11-01')).reached).toEqual(['50']);
        const latest = (await calm.budgetAlerts()).at(-1);
        const told = [books, changing, calm].flatMap(({ published }) => published.flatMap(({ alertIds }) => alertIds));
        expect(told).toContain(latest?.alertId);
        expect(new Set(told).size).toBe(told.length);
      }),
      { numRuns: 30 },
    );
  });
});
