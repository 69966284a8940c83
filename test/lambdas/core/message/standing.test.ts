import { describe, expect, it } from 'vitest';
import type { ThresholdAlert } from '../../../../lambdas/core/alert.ts';
import { groupByBudget, standingOf } from '../../../../lambdas/core/message/standing.ts';

const anAlert = (over: Partial<ThresholdAlert> = {}): ThresholdAlert => ({
  kind: 'threshold',
  userId: 'alice',
  SK: 'ALERT#1',
  alertId: 'a1',
  claimedAt: '2026-11-20T12:00:00.000Z',
  claimedBy: 'doc-r1',
  budgetId: 'groceries:month',
  category: 'groceries',
  periodStart: '2026-11-01',
  periodEnd: '2026-11-30',
  threshold: 50,
  crossing: 1,
  limitMinor: 10_000,
  currency: 'USD',
  cause: { kind: 'plan' },
  ...over,
});
const READER = { locale: 'en-US', today: '2026-11-20' };
const SPEND = [
  { date: '2026-11-10', category: 'groceries', currency: 'USD', amountMinor: 9_000 },
  { date: '2026-11-10', category: 'dining', currency: 'USD', amountMinor: 700 },
  { date: '2026-11-11', category: 'groceries', currency: 'EUR', amountMinor: 500 },
];

describe('groupByBudget', () => {
  it('lets the highest threshold of each budget and period speak, in the order of the categories', () => {
    const alerts = [
      anAlert({ threshold: 80 }),
      anAlert({ threshold: 50 }),
      anAlert({ periodStart: '2026-10-01', threshold: 100 }),
      anAlert({ budgetId: 'dining:month', category: 'dining' }),
    ];

    expect(
      groupByBudget(alerts).map(({ category, periodStart, threshold }) => [category, periodStart, threshold]),
    ).toEqual([
      ['dining', '2026-11-01', 50],
      ['groceries', '2026-11-01', 80],
      ['groceries', '2026-10-01', 100],
    ]);
  });
});

describe('standingOf', () => {
  it('says how the budget stands now', () => {
    expect(standingOf(anAlert(), [], SPEND, READER)).toEqual({
      category: 'groceries',
      period: 'November 2026',
      periodStart: '2026-11-01',
      spent: { amountMinor: 9_000, currency: 'USD' },
      limit: { amountMinor: 10_000, currency: 'USD' },
      percent: 90,
      threshold: 50,
      daysLeft: 10,
      apart: [{ amountMinor: 500, currency: 'EUR' }],
    });
  });

  it('measures by the limit in force, not by the one at the time of the claim', () => {
    const budget = {
      category: 'groceries',
      period: 'month',
      limitMinor: 20_000,
      currency: 'USD',
      thresholds: [50],
    } as const;

    expect(standingOf(anAlert(), [budget], SPEND, READER)).toMatchObject({
      limit: { amountMinor: 20_000 },
      percent: 45,
    });
  });

  it('counts no days of a period that is over', () => {
    expect(standingOf(anAlert(), [], SPEND, { ...READER, today: '2026-12-02' }).daysLeft).toBeUndefined();
  });
});
