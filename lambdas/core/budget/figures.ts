import type { Budget } from './budget.ts';
import { type ClosedSums, NOTHING_CLOSED } from './closed-periods.ts';
import { limitIn } from './limit.ts';
import type { Period } from './period.ts';
import { type CarryingRule, carriedInto, periodsCarried } from './rollover.ts';
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

/** All days that {@link figuresOf} hangs on: with rollover, all since the budget came into force. */
export function daysNeeded(budget: CarryingRule, period: Period): Period {
  const { start } = periodsCarried(budget, period)[0] ?? period;
  return { start, end: period.end };
}

/** The periods whose days {@link figuresOf} has to be given: of those that are closed the sums do. */
export const periodsNeeded = (budget: CarryingRule, period: Period, closed: ClosedSums): Period[] => [
  ...periodsCarried(budget, period).filter(({ start }) => !closed.has(start)),
  period,
];

/** How a budget stands in a period, from the spending of the {@link periodsNeeded}, or of more days. */
export function figuresOf(
  budget: Figured,
  period: Period,
  days: readonly DailySpend[],
  convert?: Convert,
  closed: ClosedSums = NOTHING_CLOSED,
): BudgetFigures {
  const spendIn = ({ start, end }: Period) =>
    sumSpend(
      budget,
      days.filter(({ date }) => date >= start && date <= end),
      convert,
    );
  const carriedMinor = carriedInto(
    budget,
    period,
    (earlier) => closed.get(earlier.start) ?? spendIn(earlier).spentMinor,
  );
  const limitMinor = Math.max(0, limitIn(budget.limits, period) + carriedMinor);
  return { ...spendIn(period), limitMinor, carriedMinor };
}
