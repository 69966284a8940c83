import type { Budget } from './budget.ts';
import { limitIn } from './limit.ts';
import { type Period, type PeriodRule, periodOf } from './period.ts';
import { carriedInto } from './rollover.ts';
import { type Convert, type DailySpend, type SpendOfBudget, sumSpend } from './spend.ts';

/** How a budget stands in one period. Amounts are whole minor units of the budget's currency. */
export interface BudgetFigures extends SpendOfBudget {
  /** What may be spent in the period, with what was carried into it; never below zero. */
  readonly limitMinor: number;
  /** Of the limit, what earlier periods left or overspent. */
  readonly carriedMinor: number;
}

type Figured = Pick<
  Budget,
  'category' | 'categories' | 'currency' | 'limits' | 'period' | 'startDay' | 'rollover' | 'since'
>;

/** The days whose spending {@link figuresOf} needs: with rollover, all since the budget came into force. */
export function daysNeeded(budget: PeriodRule & Pick<Budget, 'rollover' | 'since'>, period: Period): Period {
  const { start } = budget.rollover ? periodOf(budget, budget.since) : period;
  return start < period.start ? { start, end: period.end } : period;
}

/** How a budget stands in a period, from the spending of the {@link daysNeeded}, or of more days. */
export function figuresOf(
  budget: Figured,
  period: Period,
  days: readonly DailySpend[],
  convert?: Convert,
): BudgetFigures {
  const spendIn = ({ start, end }: Period) =>
    sumSpend(
      budget,
      days.filter(({ date }) => date >= start && date <= end),
      convert,
    );
  const carriedMinor = carriedInto(budget, period, (earlier) => spendIn(earlier).spentMinor);
  const limitMinor = Math.max(0, limitIn(budget.limits, period) + carriedMinor);
  return { ...spendIn(period), limitMinor, carriedMinor };
}
