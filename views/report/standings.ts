import { readSpend } from '../../lambdas/adapters/budget-store.ts';
import { readBudgets } from '../../lambdas/adapters/person-store.ts';
import { ratesFor } from '../../lambdas/adapters/rate-store.ts';
import type { Table } from '../../lambdas/adapters/table.ts';
import { type Budget, budgetId } from '../../lambdas/core/budget/budget.ts';
import { type BudgetFigures, daysNeeded, figuresOf } from '../../lambdas/core/budget/figures.ts';
import { paceOf } from '../../lambdas/core/budget/pace.ts';
import { type Period, periodOf } from '../../lambdas/core/budget/period.ts';
import type { Convert, DailySpend } from '../../lambdas/core/budget/spend.ts';
import { percentOf } from '../../lambdas/core/budget/threshold.ts';
import { money } from '../../lambdas/core/money.ts';
import type { ReportedBudget } from './report.ts';

/**
 * A person's budgets, each in the period of its own that holds the last day asked for, or today when that is earlier.
 * By name, the ones on everything last.
 */
export function readStandings(table: Table, userId: string, asked: Period, today: string): Promise<ReportedBudget[]> {
  return readStandingsOn(table, userId, asked.end > today && today >= asked.start ? today : asked.end, today);
}

/** A person's budgets, each in the period of its own that holds a day. */
export async function readStandingsOn(
  table: Table,
  userId: string,
  day: string,
  today: string,
): Promise<ReportedBudget[]> {
  const budgets = (await readBudgets(table, userId)).sort(totalLast);
  const spend = await readDays(table, userId, budgets, day);
  const currencies = [...new Set(budgets.map(({ currency }) => currency))];
  const rates = new Map<string, Convert>();
  for (const currency of currencies) rates.set(currency, await ratesFor(table, spend, currency));
  return budgets.map((budget) => {
    const dates = periodOf(budget, day);
    return reported(budget, dates, figuresOf(budget, dates, spend, rates.get(budget.currency)), today);
  });
}

/** One query holds the days of all budgets. */
async function readDays(table: Table, userId: string, budgets: readonly Budget[], day: string): Promise<DailySpend[]> {
  const needed = budgets.map((budget) => daysNeeded(budget, periodOf(budget, day)));
  const [start] = needed.map((period) => period.start).sort();
  const end = needed
    .map((period) => period.end)
    .sort()
    .at(-1);
  return start === undefined || end === undefined ? [] : readSpend(table, userId, start, end);
}

function reported(budget: Budget, dates: Period, figures: BudgetFigures, today: string): ReportedBudget {
  const { category, categories, name, period, startDay, currency, thresholds, forecast = false } = budget;
  const { limitMinor, carriedMinor, spentMinor, isConverted, apart } = figures;
  const percent = percentOf(figures);
  const pace = paceOf(limitMinor, spentMinor, dates, today);
  return {
    category,
    ...(categories ? { categories } : {}),
    ...(name === undefined ? {} : { name }),
    period,
    ...(startDay === undefined ? {} : { startDay }),
    dates,
    limit: money(limitMinor, currency),
    carried: money(carriedMinor, currency),
    spent: money(spentMinor, currency),
    isConverted,
    ...(percent === undefined ? {} : { percent }),
    apart: apart.map((other) => money(other.amountMinor, other.currency)),
    thresholds,
    forecast,
    ...(pace ? { pace } : {}),
  };
}

const totalLast = (a: Budget, b: Budget): number =>
  Number(a.category === 'total') - Number(b.category === 'total') || budgetId(a).localeCompare(budgetId(b));
