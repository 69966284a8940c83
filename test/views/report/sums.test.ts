import { describe, expect, it } from 'vitest';
import { sumBy } from '../../../views/report/sums.ts';
import { anExpense } from './an-expense.ts';

describe('sumBy', () => {
  it('sums what has one name and currency, the greatest first', () => {
    const sums = sumBy(
      [
        anExpense({ category: 'dining', amountMinor: 500 }),
        anExpense({ category: 'groceries', amountMinor: 1_000 }),
        anExpense({ category: 'dining', amountMinor: 700, documentId: 'second' }),
        anExpense({ category: 'dining', amountMinor: -100, documentId: 'third' }),
      ],
      ({ category }) => category,
    );

    expect(sums).toEqual([
      { name: 'dining', amount: { amountMinor: 1_100, currency: 'USD' }, expenses: 3 },
      { name: 'groceries', amount: { amountMinor: 1_000, currency: 'USD' }, expenses: 1 },
    ]);
  });

  it('counts a receipt once under its merchant that is split over several categories', () => {
    const sums = sumBy(
      [anExpense({ category: 'groceries' }), anExpense({ category: 'alcohol', amountMinor: 500 })],
      ({ vendor = '' }) => vendor,
    );

    expect(sums).toEqual([{ name: 'Green Basket', amount: { amountMinor: 1_500, currency: 'USD' }, expenses: 1 }]);
  });

  it('never puts two currencies into one sum; the one in use most comes first', () => {
    const yen = anExpense({ currency: 'JPY', amountMinor: 1_980 });

    const sums = sumBy([yen, anExpense(), anExpense()], ({ category }) => category);

    expect(sums.map(({ amount }) => amount)).toEqual([
      { amountMinor: 2_000, currency: 'USD' },
      { amountMinor: 1_980, currency: 'JPY' },
    ]);
  });
});
