import pc from 'picocolors';
import { readPerson } from '../lambdas/adapters/person-store.ts';
import type { Table } from '../lambdas/adapters/table.ts';
import { covers } from '../lambdas/core/budget/budget.ts';
import { calendarDay, describePeriod } from '../lambdas/core/budget/period.ts';
import { formatMoney } from '../lambdas/core/ground/money.ts';
import { isOver } from './report/budget-lines.ts';
import { readBudgetsOn } from './report/budgets-on.ts';
import { labelOf, labelWidth, type ReportedBudget } from './report/report.ts';
import { shareOf } from './share-text.ts';
import { bar, fitted, percentText } from './text.ts';

const SHORTEST_LABEL = 12;

/**
 * How each budget of a person stands in the period of its own that holds a day, one line each; none without a plan in
 * force. What was spent in currencies without an exchange rate stands behind a plus: shown, never mixed in.
 *
 * @param now Epoch milliseconds: where a period is over by then, it is said that nobody is told of it.
 * @param categories Only budgets that cover one of these. @default - all budgets
 */
export async function describeBudgets(
  table: Table,
  userId: string,
  date: string,
  now: number,
  categories?: readonly string[],
): Promise<string[]> {
  const person = await readPerson(table, userId);
  if (!person?.isActive) return [];
  const budgets = await readBudgetsOn(table, userId, date, date);
  const shown = budgets.filter((budget) => !categories || categories.some((category) => covers(budget, category)));
  const width = labelWidth(shown, SHORTEST_LABEL);
  const today = calendarDay(now, person.timeZone);
  return shown.map((budget) => line(budget, person.locale, width) + remark(budget, today));
}

/** Only current periods alert; a bar far beyond its limit would look like a message that went astray. */
const remark = (budget: ReportedBudget, today: string): string =>
  isOver(budget, today) ? pc.dim('; this period is over, it does not alert') : '';

function line(budget: ReportedBudget, locale: string, width: number): string {
  const others = budget.apart.map((amount) => formatMoney(amount, locale));
  const beside = others.length > 0 ? pc.dim(` + ${others.join(' + ')}`) : '';
  const when = describePeriod(budget, budget.dates, locale);
  return `${fitted(labelOf(budget), width)} ${bar(budget.percent)} ${percentText(budget.percent, 3)}  ${shareOf(budget, locale)} in ${when}${beside}`;
}
