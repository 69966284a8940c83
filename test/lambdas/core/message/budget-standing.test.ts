import { describe, expect, it } from 'vitest';
import type { BudgetAlert } from '../../../../lambdas/core/alert/alert.ts';
import { convertNothing } from '../../../../lambdas/core/budget/spend.ts';
import { groupByBudget, standingOf, worstFirst } from '../../../../lambdas/core/message/budget-standing.ts';
import { aBudget } from '../../../support/books.ts';
import { aStanding } from './a-content.ts';

const anAlert = (over: Partial<BudgetAlert> = {}): BudgetAlert => ({
  kind: 'threshold',
  userId: 'alice',
  SK: 'ALERT#1',
  alertId: 'a1',
  windowId: 'w',
  closesAt: '2026-11-20T12:00:30.000Z',
  claimedAt: '2026-11-20T12:00:00.000Z',
  claimedBy: 'doc-r1',
  budgetId: 'groceries:month',
  category: 'groceries',
  period: 'month',
  periodStart: '2026-11-01',
  periodEnd: '2026-11-30',
  trigger: { kind: 'threshold', threshold: 50 },
  crossing: 1,
  limitMinor: 10_000,
  currency: 'USD',
  cause: { kind: 'plan' },
  ...over,
});
const GROCERIES = aBudget({ category: 'groceries', limitMinor: 10_000 });
const READER = { locale: 'en-US', today: '2026-11-20' };
const SPEND = [
  { date: '2026-11-10', category: 'groceries', currency: 'USD', amountMinor: 9_000 },
  { date: '2026-11-10', category: 'dining', currency: 'USD', amountMinor: 700 },
  { date: '2026-11-11', category: 'groceries', currency: 'EUR', amountMinor: 500 },
];

describe('groupByBudget', () => {
  it('takes the alerts of one budget and period together', () => {
    const alerts = [
      anAlert({ trigger: { kind: 'exceeded' } }),
      anAlert(),
      anAlert({ periodStart: '2026-10-01' }),
      anAlert({ budgetId: 'dining:month' }),
    ];

    expect(groupByBudget(alerts).map((group) => group.length)).toEqual([2, 1, 1]);
  });
});

describe('standingOf', () => {
  it('says how the budget stands now, and what the message is about', () => {
    expect(standingOf([anAlert()], GROCERIES, SPEND, convertNothing, READER)).toEqual({
      label: 'groceries',
      period: 'November 2026',
      periodStart: '2026-11-01',
      periodEnd: '2026-11-30',
      spent: { amountMinor: 9_000, currency: 'USD' },
      limit: { amountMinor: 10_000, currency: 'USD' },
      carried: { amountMinor: 0, currency: 'USD' },
      percent: 90,
      triggers: [{ kind: 'threshold', threshold: 50 }],
      daysLeft: 10,
      isConverted: false,
      apart: [{ amountMinor: 500, currency: 'EUR' }],
    });
  });

  it('measures by the limit in force, not by the one at the time of the claim', () => {
    const budget = aBudget({ category: 'groceries', limitMinor: 20_000 });

    expect(standingOf([anAlert()], budget, SPEND, convertNothing, READER)).toMatchObject({
      limit: { amountMinor: 20_000 },
      percent: 45,
    });
  });

  it('counts what can be converted, and says so', () => {
    expect(standingOf([anAlert()], GROCERIES, SPEND, () => 540, READER)).toMatchObject({
      spent: { amountMinor: 9_540 },
      isConverted: true,
      apart: [],
    });
  });

  it('counts no days of a period that is over', () => {
    const audience = { ...READER, today: '2026-12-02' };

    expect(standingOf([anAlert()], GROCERIES, SPEND, convertNothing, audience).daysLeft).toBeUndefined();
  });

  it('fails without an alert', () => {
    expect(() => standingOf([], GROCERIES, SPEND, convertNothing, READER)).toThrow(RangeError);
  });
});

describe('worstFirst', () => {
  it('puts what is exceeded before what is reached, and that before what is only expected', () => {
    const standings = [
      aStanding(20_000, { label: 'a', triggers: [{ kind: 'forecast' }] }),
      aStanding(33_000, { label: 'b' }),
      aStanding(50_000, { label: 'c' }),
    ];

    expect(worstFirst(standings).map(({ label }) => label)).toEqual(['c', 'b', 'a']);
  });
});
