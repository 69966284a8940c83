import pc from 'picocolors';
import { readSpend } from '../lambdas/adapters/budget-store.ts';
import { readBudgets, readPerson } from '../lambdas/adapters/person-store.ts';
import type { Table } from '../lambdas/adapters/table.ts';
import type { Budget } from '../lambdas/core/budget/budget.ts';
import { describeMonth, monthOf } from '../lambdas/core/budget/period.ts';
import { sumSpend } from '../lambdas/core/budget/spend.ts';
import { percentOf } from '../lambdas/core/budget/threshold.ts';
import { formatMoney, formatShare, money } from '../lambdas/core/money.ts';
import { bar, column } from './text.ts';

/** How each budget of a person stands in the month of a day, one line each; none without a plan in force.
 * What was spent in currencies without an exchange rate stands behind a plus: shown, never mixed in. */
export async function describeStandings(
  table: Table,
  userId: string,
  date: string,
  categories?: readonly string[],
): Promise<string[]> {
  const person = await readPerson(table, userId);
  if (!person?.isActive) return [];
  const period = monthOf(date);
  const [budgets, spend] = await Promise.all([
    readBudgets(table, userId),
    readSpend(table, userId, period.start, period.end),
  ]);
  const shown = budgets.filter(({ category }) => !categories || category === 'total' || categories.includes(category));
  const month = describeMonth(period, person.locale);
  return totalLast(shown).map((budget) => line(budget, sumSpend(budget, spend), person.locale, month));
}

function line(
  budget: Budget,
  { spentMinor, apart }: ReturnType<typeof sumSpend>,
  locale: string,
  month: string,
): string {
  const percent = percentOf(spentMinor, budget.limitMinor);
  const share = formatShare(money(spentMinor, budget.currency), money(budget.limitMinor, budget.currency), locale);
  const others = apart.map(({ amountMinor, currency }) => formatMoney(money(amountMinor, currency), locale));
  const beside = others.length > 0 ? pc.dim(` + ${others.join(' + ')}`) : '';
  return `${column(budget.category, 12)} ${bar(percent)} ${String(percent).padStart(3)}%  ${share} in ${month}${beside}`;
}

/** Budgets by name, the one on everything last. */
export const totalLast = (budgets: readonly Budget[]): Budget[] =>
  [...budgets].sort(
    (a, b) => Number(a.category === 'total') - Number(b.category === 'total') || a.category.localeCompare(b.category),
  );
