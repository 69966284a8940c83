import { isReached } from '../../lambdas/core/budget/threshold.ts';
import { formatMoney, formatShare, money } from '../../lambdas/core/money.ts';
import type { ReportedBudget } from '../report/report.ts';
import { fitted } from '../text.ts';

/** How far each budget is from the next alert, a line each. */
export const nextAlerts = (budgets: readonly ReportedBudget[], locale: string): string[] =>
  budgets.map((budget) => {
    const { category, spent, limit } = budget;
    return `${fitted(category, 14)} ${fitted(formatShare(spent, limit, locale), 28)}  ${next(budget, locale)}`;
  });

function next({ spent, limit, thresholds }: ReportedBudget, locale: string): string {
  const open = thresholds.find((percent) => !isReached(spent.amountMinor, limit.amountMinor, percent));
  if (open === undefined) return 'all thresholds reached; silent until a new month';
  const missing = atPercent(limit.amountMinor, open) - spent.amountMinor;
  return `next at ${open}%, ${formatMoney(money(missing, limit.currency), locale)} to go`;
}

/** The least whole amount that reaches a percentage of a limit. */
const atPercent = (limitMinor: number, percent: number): number =>
  Number((BigInt(limitMinor) * BigInt(percent) + 99n) / 100n);
