import { describe, expect } from 'vitest';
import { type Books, USER } from '../../support/books.ts';
import { it } from '../../support/fixtures.ts';

const GROCERIES = { category: 'groceries', limitMinor: 10_000 };
const DINING = { category: 'dining', limitMinor: 10_000 };

/** A receipt that reaches half of the limit. */
const HALF = { documentId: 'one', amountMinor: 6_000 };
const checkAll = (books: Books) => books.check({ documentId: 'plan', run: 1, userId: USER, affected: 'all' });

describe('a budget that left the plan before its window was sent', () => {
  it('is not told of, and is when it comes back', async ({ books }) => {
    await books.plan([GROCERIES]);
    const window = await books.dropAndBook(HALF);
    await books.plan([DINING], '02');
    await books.deliverAll(window);
    expect(books.published).toEqual([]);

    await books.plan([GROCERIES], '03');
    await books.deliverAll((await checkAll(books)).deliveries);

    expect(books.published).toHaveLength(1);
  });

  it('with the whole plan is told of when a new plan has it', async ({ books }) => {
    await books.plan([GROCERIES]);
    const window = await books.dropAndBook(HALF);
    await books.plan([GROCERIES], '02', { isActive: false });
    await books.deliverAll(window);

    await books.plan([GROCERIES], '03');
    await books.deliverAll((await checkAll(books)).deliveries);

    expect(books.published).toHaveLength(1);
  });

  it('or is to have no forecast any more, is told of none', async ({ books }) => {
    const ahead = { ...GROCERIES, thresholds: [100], forecast: true };
    await books.plan([ahead]);
    for (const [index, date] of ['2026-11-02', '2026-11-09', '2026-11-16'].entries()) {
      await books.dropAndBook({ documentId: `doc${index}`, amountMinor: 3_000, date });
    }
    const { deliveries } = await books.check({ schedule: '2026-11-20', userId: USER, affected: 'all' });
    expect(await books.crossings()).toEqual(['forecast 1']);

    await books.plan([{ ...ahead, forecast: false }], '02');
    await books.deliverAll(deliveries);

    expect(books.published).toEqual([]);
  });

  it('or got other periods, is told of in these only', async ({ books }) => {
    await books.plan([GROCERIES]);
    const window = await books.dropAndBook(HALF);
    await books.plan([{ ...GROCERIES, startDay: 5 }], '02');
    await checkAll(books);
    await books.deliverAll(window);

    expect(books.published.map(({ subject }) => subject)).toEqual([
      'Groceries: 60% of 100.00 USD spent for Nov 5 - Dec 4, 2026',
    ]);
  });
});
