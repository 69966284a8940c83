import { readSpend } from '../../lambdas/adapters/budget-store.ts';
import { readBudgets } from '../../lambdas/adapters/person-store.ts';
import type { Table } from '../../lambdas/adapters/table.ts';
import { paceOf } from '../../lambdas/core/budget/pace.ts';
import { monthOf, type Period } from '../../lambdas/core/budget/period.ts';
import { sumSpend } from '../../lambdas/core/budget/spend.ts';
import { percentOf } from '../../lambdas/core/budget/threshold.ts';
import { money } from '../../lambdas/core/money.ts';
import { totalLast } from '../standings.ts';
import type { ReportedBudget } from './report.ts';

/** A person's budgets in the period that holds the last day asked for, or today when that is earlier. */
export async function readStandings(
  table: Table,
  userId: string,
  asked: Period,
  today: string,
): Promise<ReportedBudget[]> {
  const day = asked.end > today && today >= asked.start ? today : asked.end;
  const period = monthOf(day);
  const [budgets, spend] = await Promise.all([
    readBudgets(table, userId),
    readSpend(table, userId, period.start, period.end),
  ]);
  return totalLast(budgets).map((budget) => {
    const { spentMinor, apart } = sumSpend(budget, spend);
    const pace = paceOf(budget.limitMinor, spentMinor, period, today);
    return {
      category: budget.category,
      period,
      limit: money(budget.limitMinor, budget.currency),
      spent: money(spentMinor, budget.currency),
      percent: percentOf(spentMinor, budget.limitMinor),
      apart: apart.map(({ amountMinor, currency }) => money(amountMinor, currency)),
      thresholds: budget.thresholds,
      ...(pace ? { pace } : {}),
    };
  });
}
