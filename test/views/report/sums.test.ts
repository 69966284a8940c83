import { describe, expect, it } from 'vitest';
import type { Convert } from '../../../lambdas/core/budget/spend.ts';
import { topCategories } from '../../../lambdas/core/budget/top-categories.ts';
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
      { name: 'dining', amount: { amountMinor: 1_100, currency: 'USD' }, isConverted: false, expenses: 3 },
      { name: 'groceries', amount: { amountMinor: 1_000, currency: 'USD' }, isConverted: false, expenses: 1 },
    ]);
  });

  it('counts a receipt once under its merchant that is split over several categories', () => {
    const sums = sumBy(
      [anExpense({ category: 'groceries' }), anExpense({ category: 'alcohol', amountMinor: 500 })],
      ({ vendor = '' }) => vendor,
    );

    expect(sums).toEqual([
      { name: 'Green Basket', amount: { amountMinor: 1_500, currency: 'USD' }, isConverted: false, expenses: 1 },
    ]);
  });

  it('never puts two currencies into one sum; the one in use most comes first', () => {
    const yen = anExpense({ currency: 'JPY', amountMinor: 1_980 });

    const sums = sumBy([yen, anExpense(), anExpense()], ({ category }) => category);

    expect(sums.map(({ amount }) => amount)).toEqual([
      { amountMinor: 2_000, currency: 'USD' },
      { amountMinor: 1_980, currency: 'JPY' },
    ]);
  });

  it('sums in the currency of the plan what has a rate, a day as one amount, as messages do', () => {
    const euros = (amountMinor: number, over = {}) => anExpense({ currency: 'EUR', amountMinor, ...over });
    const expenses = [
      euros(1, { category: 'travel' }),
      euros(1, { category: 'travel', documentId: 'second' }),
      anExpense({ category: 'travel', amountMinor: 1_000, documentId: 'third' }),
      anExpense({ currency: 'JPY', amountMinor: 1_980, documentId: 'fourth' }),
      anExpense({ currency: 'JPY', amountMinor: 20, documentId: 'fifth' }),
    ];
    const convert: Convert = ({ currency, amountMinor }) =>
      currency === 'EUR' ? Math.round(amountMinor * 1.3) : undefined;

    const sums = sumBy(expenses, ({ category }) => category, { currency: 'USD', convert });

    expect(sums).toEqual([
      { name: 'travel', amount: { amountMinor: 1_003, currency: 'USD' }, isConverted: true, expenses: 3 },
      { name: 'groceries', amount: { amountMinor: 2_000, currency: 'JPY' }, isConverted: false, expenses: 2 },
    ]);
    const day = { date: '2026-11-10', category: 'travel' };
    const spend = [
      { ...day, currency: 'EUR', amountMinor: 2 },
      { ...day, currency: 'USD', amountMinor: 1_000 },
    ];
    expect(topCategories(spend, 'USD', convert)).toEqual([{ category: 'travel', spent: sums[0]?.amount }]);
  });
});
