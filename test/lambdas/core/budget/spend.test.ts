import { describe, expect, it } from 'vitest';
import { budgetId, covers } from '../../../../lambdas/core/budget/budget.ts';
import { type DailySpend, sumSpend } from '../../../../lambdas/core/budget/spend.ts';

const aDay = (over: Partial<DailySpend> = {}): DailySpend => ({
  date: '2026-11-10',
  category: 'groceries',
  currency: 'USD',
  amountMinor: 1_000,
  ...over,
});

describe('sumSpend', () => {
  const days = [
    aDay(),
    aDay({ date: '2026-11-11', amountMinor: -300 }),
    aDay({ category: 'dining', amountMinor: 5_000 }),
    aDay({ currency: 'EUR', amountMinor: 700 }),
    aDay({ date: '2026-11-12', currency: 'JPY', amountMinor: 900 }),
    aDay({ date: '2026-11-13', currency: 'JPY', amountMinor: -900 }),
  ];

  it("counts the budget's category in its own currency and shows others apart", () => {
    expect(sumSpend({ category: 'groceries', currency: 'USD' }, days)).toEqual({
      spentMinor: 700,
      apart: [{ currency: 'EUR', amountMinor: 700 }],
    });
  });

  it('counts every category against the total', () => {
    expect(sumSpend({ category: 'total', currency: 'USD' }, days).spentMinor).toBe(5_700);
  });

  it('is nothing where nothing was spent', () => {
    expect(sumSpend({ category: 'travel', currency: 'USD' }, days)).toEqual({ spentMinor: 0, apart: [] });
  });
});

describe('covers', () => {
  it('is the category itself, and everything for the total', () => {
    expect(covers({ category: 'groceries' }, 'groceries')).toBe(true);
    expect(covers({ category: 'groceries' }, 'dining')).toBe(false);
    expect(covers({ category: 'total' }, 'other')).toBe(true);
  });
});

describe('budgetId', () => {
  it('names category and period', () => {
    expect(budgetId({ category: 'groceries', period: 'month' })).toBe('groceries:month');
  });
});
