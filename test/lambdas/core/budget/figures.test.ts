import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Budget } from '../../../../lambdas/core/budget/budget.ts';
import { daysNeeded, figuresOf } from '../../../../lambdas/core/budget/figures.ts';
import { monthOf, periodOf } from '../../../../lambdas/core/budget/period.ts';
import type { DailySpend } from '../../../../lambdas/core/budget/spend.ts';

const budget = (over: Partial<Budget> = {}): Budget => ({
  category: 'groceries',
  period: 'month',
  currency: 'USD',
  limits: [{ limitMinor: 10_000 }],
  thresholds: [],
  since: '2026-09-01',
  ...over,
});
const NOVEMBER = monthOf('2026-11-10');
const spent = (date: string, amountMinor: number, currency = 'USD'): DailySpend => ({
  date,
  category: 'groceries',
  currency,
  amountMinor,
});

describe('daysNeeded', () => {
  it('are those of the period, and with rollover all since the budget came into force', () => {
    const rollover = { mode: 'positive' } as const;

    expect(daysNeeded(budget(), NOVEMBER)).toEqual(NOVEMBER);
    expect(daysNeeded(budget({ rollover }), NOVEMBER)).toEqual({ start: '2026-09-01', end: '2026-11-30' });
    expect(daysNeeded(budget({ rollover, since: '2026-11-01' }), NOVEMBER)).toEqual(NOVEMBER);
  });

  it('take in the whole of a first period that another start day has moved', () => {
    const moved = budget({ rollover: { mode: 'both' }, since: '2026-09-01', startDay: 25 });
    const period = periodOf(moved, '2026-11-10');

    expect(daysNeeded(moved, period)).toEqual({ start: '2026-08-25', end: '2026-11-24' });
  });
});

describe('figuresOf', () => {
  const days = [spent('2026-09-05', 4_000), spent('2026-10-05', 9_000), spent('2026-11-05', 2_500)];

  it('counts the days of the period, whatever else was read', () => {
    expect(figuresOf(budget(), NOVEMBER, days)).toEqual({
      spentMinor: 2_500,
      limitMinor: 10_000,
      carriedMinor: 0,
      isConverted: false,
      apart: [],
    });
  });

  it('adds what was carried to the limit', () => {
    const figures = figuresOf(budget({ rollover: { mode: 'positive' } }), NOVEMBER, days);

    expect(figures).toMatchObject({ limitMinor: 17_000, carriedMinor: 7_000, spentMinor: 2_500 });
  });

  it('lets a limit fall to nothing, not below', () => {
    const rollover = { mode: 'both' } as const;

    const figures = figuresOf(budget({ rollover, since: '2026-10-01' }), NOVEMBER, [spent('2026-10-05', 90_000)]);

    expect(figures).toMatchObject({ limitMinor: 0, carriedMinor: -80_000 });
  });

  it('carries converted spending, too', () => {
    const rollover = { mode: 'positive' } as const;
    const foreign = [spent('2026-10-05', 1_000, 'EUR')];

    const figures = figuresOf(
      budget({ rollover, since: '2026-10-01' }),
      NOVEMBER,
      foreign,
      ({ amountMinor }) => amountMinor * 2,
    );

    expect(figures).toMatchObject({ carriedMinor: 8_000, isConverted: false });
  });

  it('takes the limit that was valid on the first day of the period', () => {
    const limits = [{ limitMinor: 10_000 }, { validFrom: '2026-11-02', limitMinor: 5_000 }];

    expect(figuresOf(budget({ limits }), NOVEMBER, []).limitMinor).toBe(10_000);
    expect(figuresOf(budget({ limits }), monthOf('2026-12-01'), []).limitMinor).toBe(5_000);
  });

  it('is the same in any order of days, and however a day is split', () => {
    const some = fc.array(
      fc.record({
        date: fc.constantFrom('2026-09-30', '2026-10-01', '2026-10-31', '2026-11-01', '2026-11-30'),
        category: fc.constantFrom('groceries', 'dining'),
        currency: fc.constantFrom('USD', 'EUR'),
        amountMinor: fc.integer({ min: -5_000, max: 5_000 }),
      }),
    );
    fc.assert(
      fc.property(some, fc.constantFrom(undefined, 'positive' as const, 'both' as const), (spend, mode) => {
        const of = budget(mode ? { rollover: { mode } } : {});
        const split = spend.flatMap((day) => [
          { ...day, amountMinor: Math.trunc(day.amountMinor / 3) },
          { ...day, amountMinor: day.amountMinor - Math.trunc(day.amountMinor / 3) },
        ]);

        expect(figuresOf(of, NOVEMBER, [...spend].reverse())).toEqual(figuresOf(of, NOVEMBER, spend));
        expect(figuresOf(of, NOVEMBER, split)).toEqual(figuresOf(of, NOVEMBER, spend));
      }),
    );
  });
});
