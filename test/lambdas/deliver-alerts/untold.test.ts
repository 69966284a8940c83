import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Delivery } from '../../../lambdas/core/alert/alert.ts';
import { openBooks, USER } from '../../support/books.ts';
import { openTables } from '../../support/local-table.ts';

let tables: Awaited<ReturnType<typeof openTables>>;
let books: ReturnType<typeof openBooks>;
beforeAll(async () => {
  tables = await openTables();
});
beforeEach(async () => {
  books = openBooks(await tables.fresh());
});
afterAll(() => tables.close());

const GROCERIES = { category: 'groceries', limitMinor: 10_000 };
const DINING = { category: 'dining', limitMinor: 10_000 };

/** Books a receipt that reaches half of the limit, and gives the window that claims it. */
async function spend() {
  const receipt = { documentId: 'one', amountMinor: 6_000 };
  await books.drop(receipt);
  return books.book(receipt);
}
const deliverAll = async (deliveries: readonly Delivery[]) => {
  for (const delivery of deliveries) await books.deliver(delivery);
};

describe('a budget that left the plan before its window was sent', () => {
  const checkAll = () => books.check({ documentId: 'plan', run: 1, userId: USER, affected: 'all' });

  it('is not told of, and is when it comes back', async () => {
    await books.plan([GROCERIES]);
    const window = await spend();
    await books.plan([DINING], '02');
    await deliverAll(window);
    expect(books.published).toEqual([]);

    await books.plan([GROCERIES], '03');
    await deliverAll((await checkAll()).deliveries);

    expect(books.published).toHaveLength(1);
  });

  it('with the whole plan is told of when a new plan has it', async () => {
    await books.plan([GROCERIES]);
    const window = await spend();
    await books.plan([GROCERIES], '02', { isActive: false });
    await deliverAll(window);

    await books.plan([GROCERIES], '03');
    await deliverAll((await checkAll()).deliveries);

    expect(books.published).toHaveLength(1);
  });

  it('or is to have no forecast any more, is told of none', async () => {
    const ahead = { ...GROCERIES, thresholds: [100], forecast: true };
    await books.plan([ahead]);
    for (const [index, date] of ['2026-11-02', '2026-11-09', '2026-11-16'].entries()) {
      const receipt = { documentId: `doc${index}`, amountMinor: 3_000, date };
      await books.drop(receipt);
      await books.book(receipt);
    }
    const { deliveries } = await books.check({ schedule: '2026-11-20', userId: USER, affected: 'all' });
    expect(await books.crossings()).toEqual(['forecast 1']);

    await books.plan([{ ...ahead, forecast: false }], '02');
    await deliverAll(deliveries);

    expect(books.published).toEqual([]);
  });

  it('or got other periods, is told of in these only', async () => {
    await books.plan([GROCERIES]);
    const window = await spend();
    await books.plan([{ ...GROCERIES, startDay: 5 }], '02');
    await checkAll();
    await deliverAll(window);

    expect(books.published.map(({ subject }) => subject)).toEqual([
      'Groceries: 60% of 100.00 USD spent for Nov 5 - Dec 4, 2026',
    ]);
  });
});
