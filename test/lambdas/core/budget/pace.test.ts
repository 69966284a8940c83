import { describe, expect, it } from 'vitest';
import { paceOf } from '../../../../lambdas/core/budget/pace.ts';

const november = { start: '2026-11-01', end: '2026-11-30' };

describe('paceOf', () => {
  it('draws the straight line of the limit and of what was spent', () => {
    const pace = paceOf(25_000, 20_599, november, '2026-11-20');

    expect(pace).toEqual({ days: 30, elapsedDays: 20, daysLeft: 10, evenMinor: 16_667, projectedMinor: 30_899 });
  });

  it('counts today: the first day is one of thirty, the last one leaves none', () => {
    expect(paceOf(30_000, 1_000, november, '2026-11-01')).toMatchObject({ evenMinor: 1_000, projectedMinor: 30_000 });
    expect(paceOf(30_000, 1_000, november, '2026-11-30')).toMatchObject({
      daysLeft: 0,
      evenMinor: 30_000,
      projectedMinor: 1_000,
    });
  });

  it('goes below zero with refunds, rounding half away from zero', () => {
    expect(paceOf(100, -1, november, '2026-11-20')?.projectedMinor).toBe(-2);
    expect(paceOf(100, 1, november, '2026-11-20')?.projectedMinor).toBe(2);
  });

  it('says nothing of a period that is over or has not begun', () => {
    expect(paceOf(100, 1, november, '2026-12-01')).toBeUndefined();
    expect(paceOf(100, 1, november, '2026-10-31')).toBeUndefined();
  });
});
