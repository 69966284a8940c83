import { describe, expect, it } from 'vitest';
import { type Convert, type DailySpend, sumSpend } from '../../../../lambdas/core/budget/spend.ts';

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
      isConverted: false,
      apart: [{ currency: 'EUR', amountMinor: 700 }],
    });
  });

  it('counts every category against the total', () => {
    expect(sumSpend({ category: 'total', currency: 'USD' }, days).spentMinor).toBe(5_700);
  });

  it('is nothing where nothing was spent', () => {
    expect(sumSpend({ category: 'travel', currency: 'USD' }, days)).toEqual({
      spentMinor: 0,
      isConverted: false,
      apart: [],
    });
  });

  it('counts the categories of a group', () => {
    const group = { category: 'food', categories: ['groceries', 'dining'], currency: 'USD' };

    expect(sumSpend(group, days).spentMinor).toBe(5_700);
    expect(sumSpend({ ...group, categories: ['dining'] }, [...days, aDay({ category: 'food' })]).spentMinor).toBe(
      5_000,
    );
  });

  it('converts day by day what a rate is known for, and keeps the rest apart', () => {
    const asked: string[] = [];
    const convert: Convert = ({ currency, date, amountMinor }, to) => {
      asked.push(`${date} ${currency} ${to}`);
      return currency === 'EUR' || date === '2026-11-12' ? amountMinor * 2 : undefined;
    };

    expect(sumSpend({ category: 'groceries', currency: 'USD' }, days, convert)).toEqual({
      spentMinor: 700 + 1_400 + 1_800,
      isConverted: true,
      apart: [{ currency: 'JPY', amountMinor: -900 }],
    });
    expect(asked).toEqual(['2026-11-10 EUR USD', '2026-11-12 JPY USD', '2026-11-13 JPY USD']);
  });
});
