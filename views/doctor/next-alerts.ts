import { isExceeded, isReached, type Threshold } from '../../lambdas/core/budget/threshold.ts';
import { formatMoney, formatShare, money } from '../../lambdas/core/ground/money.ts';
import { labelOf, labelWidth, type ReportedBudget } from '../report/report.ts';
import { fitted } from '../text.ts';

const SHORTEST_LABEL = 14;

/** How far each budget is from the next alert, a line each. */
export function nextAlerts(budgets: readonly ReportedBudget[], locale: string): string[] {
  const width = labelWidth(budgets, SHORTEST_LABEL);
  return budgets.map(
    (budget) =>
      `${fitted(labelOf(budget), width)} ${fitted(formatShare(budget.spent, budget.limit, locale), 28)}  ${next(budget, locale)}`,
  );
}

interface Target {
  /** The least amount that sets it off. */
  readonly fromMinor: number;
  readonly says: string;
}

function next({ spent, limit, thresholds, period }: ReportedBudget, locale: string): string {
  const amounts = { spentMinor: spent.amountMinor, limitMinor: limit.amountMinor };
  const text = (amountMinor: number) => formatMoney(money(amountMinor, limit.currency), locale);
  const open: Target[] = thresholds
    .filter((threshold) => !isReached(amounts, threshold))
    .map((threshold) => ({
      fromMinor: leastThatReaches(limit.amountMinor, threshold),
      says: typeof threshold === 'number' ? `${threshold}%` : text(threshold.amountMinor),
    }));
  if (!isExceeded(amounts)) open.push({ fromMinor: limit.amountMinor + 1, says: 'more than the limit' });
  const [nearest] = open.sort((a, b) => a.fromMinor - b.fromMinor);
  if (!nearest) return `nothing left to tell; silent until a new ${period}`;
  return `next at ${nearest.says}, ${text(nearest.fromMinor - spent.amountMinor)} to go`;
}

/** The least whole amount that reaches a threshold; of a limit of 0, anything does. */
function leastThatReaches(limitMinor: number, threshold: Threshold): number {
  if (typeof threshold !== 'number') return threshold.amountMinor;
  return Math.max(1, Number((BigInt(limitMinor) * BigInt(threshold) + 99n) / 100n));
}
