import { type Alert, type BudgetAlert, type DigestAlert, isBudgetAlert } from '../core/alert/alert.ts';
import { type Budget, budgetId } from '../core/budget/budget.ts';
import { type Period, periodOf } from '../core/budget/period.ts';
import type { DailySpend } from '../core/budget/spend.ts';
import type { AskedSpending, Spending as SpendingOfBudgets, Subject } from '../core/budget/spending.ts';

export interface SpendingPorts {
  readSpending(asked: AskedSpending): Promise<SpendingOfBudgets>;
}

/** What a person has spent, as far as a delivery tells of it. Read once, whatever is told and to how many. */
export interface Spending extends Omit<SpendingOfBudgets, 'closeFor'> {
  /** Of a period that is told of. */
  daysOf(period: Period): DailySpend[];
}

/** Reads the spending that alerts and summaries are told with; nothing where they are of documents only. */
export async function readSpending(
  ports: SpendingPorts,
  userId: string,
  budgets: readonly Budget[],
  told: readonly Alert[],
  nowMs: number,
): Promise<Spending> {
  const digests = told.filter((alert): alert is DigestAlert => alert.kind === 'digest');
  const spending = await ports.readSpending({
    userId,
    subjects: [
      ...told.filter(isBudgetAlert).flatMap((alert) => subjectOf(alert, budgets)),
      ...digests.flatMap(({ periodEnd }) => budgets.map((budget) => ({ budget, period: periodOf(budget, periodEnd) }))),
    ],
    // A summary tells of its own days, and how each budget stands in its own period.
    also: digests.map(({ periodStart, periodEnd }) => ({ start: periodStart, end: periodEnd })),
    nowMs,
  });
  const { days } = spending;
  return { ...spending, daysOf: ({ start, end }) => days.filter(({ date }) => date >= start && date <= end) };
}

function subjectOf({ budgetId: id, periodStart, periodEnd }: BudgetAlert, budgets: readonly Budget[]): Subject[] {
  const budget = budgets.find((each) => budgetId(each) === id);
  return budget ? [{ budget, period: { start: periodStart, end: periodEnd } }] : [];
}
