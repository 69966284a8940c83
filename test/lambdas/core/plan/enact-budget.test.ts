import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Budget } from '../../../../lambdas/core/budget/budget.ts';
import { figuresOf } from '../../../../lambdas/core/budget/figures.ts';
import { limitIn } from '../../../../lambdas/core/budget/limit.ts';
import { periodOf } from '../../../../lambdas/core/budget/period.ts';
import { enactBudget, type PlannedBudget } from '../../../../lambdas/core/plan/enact-budget.ts';

const planned = (over: Partial<PlannedBudget> = {}): PlannedBudget => ({
  category: 'groceries',
  period: 'month',
  currency: 'USD',
  thresholds: [80],
  limits: 40_000,
  ...over,
});

describe('enactBudget', () => {
  it('begins a new budget with the current period', () => {
    expect(enactBudget(planned(), undefined, '2026-11-20')).toEqual({
      ...planned(),
      limits: [{ limitMinor: 40_000 }],
      since: '2026-11-01',
    });
    expect(enactBudget(planned({ startDay: 25 }), undefined, '2026-11-20').since).toBe('2026-10-25');
  });

  it('gives a plain limit to the current period on, and leaves past ones theirs', () => {
    const before = enactBudget(planned(), undefined, '2026-09-20');

    expect(enactBudget(planned({ limits: 50_000 }), before, '2026-11-20')).toMatchObject({
      limits: [{ limitMinor: 40_000 }, { validFrom: '2026-11-01', limitMinor: 50_000 }],
      since: '2026-09-01',
    });
  });

  it('takes a list of limits for the whole truth', () => {
    const limits = [{ limitMinor: 10_000 }, { validFrom: '2026-06-01', limitMinor: 20_000 }];
    const before = enactBudget(planned(), undefined, '2026-03-20');

    expect(enactBudget(planned({ limits }), before, '2026-11-20').limits).toEqual(limits);
  });

  it('begins anew in another currency: amounts of the one say nothing about the other', () => {
    const before = enactBudget(planned(), undefined, '2026-09-20');

    expect(enactBudget(planned({ currency: 'JPY' }), before, '2026-11-20')).toMatchObject({
      limits: [{ limitMinor: 40_000 }],
      since: '2026-11-01',
    });
  });

  it('carries from the period on in which the plan first asked for it', () => {
    const rollover = { mode: 'positive' } as const;
    const without = enactBudget(planned(), undefined, '2026-03-20');

    const begun = enactBudget(planned({ rollover }), without, '2026-09-20');
    const later = enactBudget(planned({ rollover: { mode: 'both' } }), begun, '2026-11-20');

    expect([without.since, begun.since, later.since]).toEqual(['2026-03-01', '2026-09-01', '2026-09-01']);
  });

  it('carries no more than it did when the start day is changed to and fro', () => {
    const rollover = { mode: 'positive' } as const;
    const once = enactBudget(planned({ rollover }), undefined, '2026-11-20');

    const moved = enactBudget(planned({ rollover, startDay: 25 }), once, '2026-11-20');
    const back = enactBudget(planned({ rollover }), moved, '2026-11-20');

    expect(figuresOf(back, periodOf(back, '2026-11-20'), []).carriedMinor).toBe(0);
  });

  it('never changes the limit of an earlier period, however often plans change it', () => {
    const months = fc.array(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 3 })), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(months, fc.integer({ min: 1, max: 31 }), (steps, startDay) => {
        const told = new Map<string, number>();
        let budget: Budget | undefined;
        let month = 0;
        for (const [limits, later] of steps) {
          month += later;
          const today = new Date(Date.UTC(2026, month, 15)).toISOString().slice(0, 10);
          budget = enactBudget(planned({ limits, startDay }), budget, today);
          const period = periodOf(budget, today);
          told.set(period.start, limits);
          for (const [start, limit] of told) expect(limitIn(budget.limits, { start, end: start })).toBe(limit);
        }
      }),
    );
  });

  it('gives the same budget when the same plan is applied again, in this period or a later one', () => {
    const once = enactBudget(planned(), undefined, '2026-09-20');

    expect(enactBudget(planned(), once, '2026-09-21')).toEqual(once);
    expect(enactBudget(planned(), once, '2026-11-20')).toEqual(once);
  });
});
