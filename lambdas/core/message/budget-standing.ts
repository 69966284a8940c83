import type { BudgetAlert } from '../alert/alert.ts';
import { type Budget, budgetId } from '../budget/budget.ts';
import type { ClosedSums } from '../budget/closed-periods.ts';
import { type BudgetFigures, figuresOf } from '../budget/figures.ts';
import { daysLeft, describePeriod, type Period } from '../budget/period.ts';
import type { Convert, DailySpend } from '../budget/spend.ts';
import { isExceeded, percentOf, type Trigger } from '../budget/threshold.ts';
import { type Money, money } from '../ground/money.ts';

/** How one budget stands at the moment of sending, and what of it the message is about. */
export interface BudgetStanding {
  /** `groceries`, or `groceries (treats)` where several budgets are on one category. */
  readonly label: string;
  /** `November 2026`, in the person's language. */
  readonly period: string;
  /** `YYYY-MM-DD`, both. */
  readonly periodStart: string;
  readonly periodEnd: string;
  readonly spent: Money;
  readonly limit: Money;
  /** Of the limit, what earlier periods left or, below zero, overspent. */
  readonly carried: Money;
  /** Whole percentage of the limit, rounded down; absent for a limit of 0. */
  readonly percent?: number;
  readonly triggers: readonly Trigger[];
  /** What the spending headed for when the forecast was claimed. */
  readonly projected?: Money;
  /** Absent when the period is over. */
  readonly daysLeft?: number;
  /** Whether some of the spending was converted from another currency. */
  readonly isConverted: boolean;
  /** Spending in other currencies that the limit cannot count. */
  readonly apart: readonly Money[];
}

/** The alerts of each budget in each period. */
export function groupByBudget(alerts: readonly BudgetAlert[]): BudgetAlert[][] {
  const groups = new Map<string, BudgetAlert[]>();
  for (const alert of alerts) {
    const group = `${alert.budgetId}#${alert.periodStart}`;
    groups.set(group, [...(groups.get(group) ?? []), alert]);
  }
  return [...groups.values()];
}

/** How a budget stands now, whatever it stood at when its alerts were claimed. */
export function standingOf(
  alerts: readonly BudgetAlert[],
  budget: Budget,
  days: readonly DailySpend[],
  convert: Convert,
  audience: { readonly locale: string; readonly today: string },
  closed?: ClosedSums,
): BudgetStanding {
  const [first] = alerts;
  if (!first) throw new RangeError(`expected alerts of the budget ${budgetId(budget)}, got none`);
  const period = { start: first.periodStart, end: first.periodEnd };
  const figures = figuresOf(budget, period, days, convert, closed);
  // What is exceeded by now was headed for long ago.
  const projected = isExceeded(figures) ? undefined : alerts.find(({ projectedMinor }) => projectedMinor !== undefined);
  return {
    ...describeFigures(budget, period, figures, audience),
    triggers: alerts.map(({ trigger }) => trigger),
    ...(projected?.projectedMinor === undefined ? {} : { projected: money(projected.projectedMinor, budget.currency) }),
  };
}

/** A budget's figures in a period, in a audience's words. */
export function describeFigures(
  budget: Budget,
  period: Period,
  figures: BudgetFigures,
  audience: { readonly locale: string; readonly today: string },
): Omit<BudgetStanding, 'triggers' | 'projected'> {
  const percent = percentOf(figures);
  const left = daysLeft(period, audience.today);
  const inCurrency = (amountMinor: number) => money(amountMinor, budget.currency);
  return {
    label: budget.name === undefined ? budget.category : `${budget.category} (${budget.name})`,
    period: describePeriod(budget, period, audience.locale),
    periodStart: period.start,
    periodEnd: period.end,
    spent: inCurrency(figures.spentMinor),
    limit: inCurrency(figures.limitMinor),
    carried: inCurrency(figures.carriedMinor),
    isConverted: figures.isConverted,
    ...(percent === undefined ? {} : { percent }),
    ...(left === undefined ? {} : { daysLeft: left }),
    apart: figures.apart.map(({ amountMinor, currency }) => money(amountMinor, currency)),
  };
}

/** The worst first: limits exceeded, then thresholds, then what is only expected; the larger share first among equals. */
export const worstFirst = (standings: readonly BudgetStanding[]): BudgetStanding[] =>
  [...standings].sort(
    (a, b) => severity(b) - severity(a) || (b.percent ?? 0) - (a.percent ?? 0) || a.label.localeCompare(b.label),
  );

/** Whether only a forecast is told: nothing has been reached that the person does not know of. */
export const isForecastOnly = ({ triggers }: BudgetStanding): boolean =>
  triggers.every(({ kind }) => kind === 'forecast');

const severity = (standing: BudgetStanding): number => {
  if (isForecastOnly(standing)) return 0;
  return isExceeded({ spentMinor: standing.spent.amountMinor, limitMinor: standing.limit.amountMinor }) ? 2 : 1;
};
