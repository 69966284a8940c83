import { type Expense, readExpenses } from '../../lambdas/adapters/expense-store.ts';
import type { Table } from '../../lambdas/adapters/table.ts';
import type { Period } from '../../lambdas/core/budget/period.ts';

/** What was booked from one day to another, both included, oldest first. */
export type ReadExpenses = (start: string, end: string) => Promise<Expense[]>;

/**
 * Reads a person's expenses, and the days asked for only once: a range that holds some of them is read together with all of
 * them, and remembered.
 *
 * @param asked Absent where these days are read another way.
 */
export function expensesOnce(table: Table, userId: string, asked: Period | undefined): ReadExpenses {
  let read: (Period & { readonly expenses: Promise<Expense[]> }) | undefined;
  return async (start, end) => {
    if (asked === undefined || start > asked.end || end < asked.start) return readExpenses(table, userId, start, end);
    if (read === undefined || start < read.start || end > read.end) {
      const whole = { start: start < asked.start ? start : asked.start, end: end > asked.end ? end : asked.end };
      read = { ...whole, expenses: readExpenses(table, userId, whole.start, whole.end) };
    }
    return (await read.expenses).filter(({ date }) => date >= start && date <= end);
  };
}
