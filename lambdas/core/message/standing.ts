import type { ThresholdAlert } from '../alert.ts';
import { type Budget, budgetId } from '../budget/budget.ts';
import { daysLeft, describeMonth } from '../budget/period.ts';
import { type DailySpend, sumSpend } from '../budget/spend.ts';
import { percentOf } from '../budget/threshold.ts';
import { money } from '../money.ts';
import type { BudgetStanding } from './alert-message.ts';

/** The alerts of one budget in one period; the highest threshold speaks for them. */
export function groupByBudget(alerts: readonly ThresholdAlert[]): ThresholdAlert[] {
  const highest = new Map<string, ThresholdAlert>();
  for (const alert of alerts) {
    const group = `${alert.budgetId}#${alert.periodStart}`;
    const known = highest.get(group);
    if (!known || alert.threshold > known.threshold) highest.set(group, alert);
  }
  return [...highest.values()].sort((a, b) => a.category.localeCompare(b.category));
}

/** How a budget stands now, whatever it stood at when the alert was claimed. */
export function standingOf(
  alert: ThresholdAlert,
  budgets: readonly Budget[],
  spend: readonly DailySpend[],
  reader: { readonly locale: string; readonly today: string },
): BudgetStanding {
  const limit = budgets.find((budget) => budgetId(budget) === alert.budgetId) ?? alert;
  const { spentMinor, apart } = sumSpend({ category: alert.category, currency: limit.currency }, spend);
  const period = { start: alert.periodStart, end: alert.periodEnd };
  const left = daysLeft(period, reader.today);
  return {
    category: alert.category,
    period: describeMonth(period, reader.locale),
    periodStart: period.start,
    spent: money(spentMinor, limit.currency),
    limit: money(limit.limitMinor, limit.currency),
    percent: percentOf(spentMinor, limit.limitMinor),
    threshold: alert.threshold,
    ...(left === undefined ? {} : { daysLeft: left }),
    apart: apart.map(({ amountMinor, currency }) => money(amountMinor, currency)),
  };
}
