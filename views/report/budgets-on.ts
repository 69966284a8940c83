import { readBudgets } from '../../lambdas/adapters/person-store.ts';
import { ratesFor } from '../../lambdas/adapters/rate-store.ts';
import { readSpending } from '../../lambdas/adapters/spending.ts';
import type { Table } from '../../lambdas/adapters/table.ts';
import { type Budget, budgetId } from '../../lambdas/core/budget/budget.ts';
import { type BudgetFigures, figuresOf } from '../../lambdas/core/budget/figures.ts';
import { expensesNeeded, projectedSpend } from '../../lambdas/core/budget/forecast.ts';
import { paceOf } from '../../lambdas/core/budget/pace.ts';
import { type Period, periodOf } from '../../lambdas/core/budget/period.ts';
import type { Convert } from '../../lambdas/core/budget/spend.ts';
import { percentOf } from '../../lambdas/core/budget/threshold.ts';
import { money } from '../../lambdas/core/ground/money.ts';
import { expensesOnce, type ReadExpenses } from './expenses-once.ts';
import type { ReportedBudget } from './report.ts';

/**
 * A person's budgets, each in the period of its own that holds the last day asked for, or today when that is earlier.
 * By name, the ones on everything last.
 */
export function readStandings(
  table: Table,
  userId: string,
  asked: Period,
  today: string,
  readExpenses?: ReadExpenses,
): Promise<ReportedBudget[]> {
  const day = asked.end > today && today >= asked.start ? today : asked.end;
  return readBudgetsOn(table, userId, day, today, readExpenses);
}

/** A person's budgets, each in the period of its own that holds a day. */
export async function readBudgetsOn(
  table: Table,
  userId: string,
  day: string,
  today: string,
  readExpenses: ReadExpenses = expensesOnce(table, userId, undefined),
): Promise<ReportedBudget[]> {
  const budgets = (await readBudgets(table, userId)).sort(totalLast);
  const periods = budgets.map((budget) => periodOf(budget, day));
  const current = periods.filter(({ start, end }) => start <= today && today <= end);
  const subjects = budgets.map((budget) => ({ budget, period: periodOf(budget, day) }));
  const [spending, expenses] = await Promise.all([
    readSpending(table, { userId, subjects, nowMs: Date.parse(today) }),
    readOver(
      current.map((period) => expensesNeeded(period, today)),
      readExpenses,
    ),
  ]);
  const rates = new Map<string, Convert>();
  for (const currency of new Set(budgets.map((budget) => budget.currency)))
    rates.set(currency, await ratesFor(table, [...spending.days, ...expenses], currency));
  return budgets.map((budget) => {
    const dates = periodOf(budget, day);
    const convert = rates.get(budget.currency);
    const projected = projectedSpend(budget, dates, today, expenses, convert);
    const figures = figuresOf(budget, dates, spending.days, convert, spending.closedOf(budget));
    return reported(budget, dates, figures, today, projected);
  });
}

/** One query holds the days of all budgets. */
async function readOver<T>(
  periods: readonly Period[],
  read: (start: string, end: string) => Promise<T[]>,
): Promise<T[]> {
  const [start] = periods.map((period) => period.start).sort();
  const [end] = periods.map((period) => period.end).sort((a, b) => b.localeCompare(a));
  return start === undefined || end === undefined ? [] : read(start, end);
}

/** @param projectedMinor What a forecast goes by; where there is not enough for one, the straight line is shown. */
function reported(
  budget: Budget,
  dates: Period,
  figures: BudgetFigures,
  today: string,
  projectedMinor: number | undefined,
): ReportedBudget {
  const { category, categories, name, period, startDay, currency, thresholds, forecast = false } = budget;
  const { limitMinor, carriedMinor, spentMinor, isConverted, apart } = figures;
  const percent = percentOf(figures);
  const straight = paceOf(limitMinor, spentMinor, dates, today);
  const pace = straight && { ...straight, ...(projectedMinor === undefined ? {} : { projectedMinor }) };
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
