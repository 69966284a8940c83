import type { DailySpend } from '../core/budget/spend.ts';
import type { Category } from '../core/category/category.ts';
import type { Money } from '../core/ground/money.ts';
import type { Due } from '../core/reading/due.ts';
import { EXPENSE, expenseIndex, expenseIndexRange, expenseRange, personKey } from './ledger-keys.ts';
import { queryIndex, queryIndexBetween, queryItems, type Table } from './table.ts';

/** One expense as booked, with what was read from its document. */
export interface Expense extends DailySpend {
  readonly userId: string;
  readonly documentId: string;
  /** When its document was first booked, ISO 8601 in UTC; absent from what an earlier version booked. */
  readonly createdAt?: string;
  readonly vendor?: string;
  readonly isVendorUnsure?: boolean;
  readonly invoiceNumber?: string;
  /** Of the whole document. */
  readonly total?: Money;
  readonly tip?: Money;
  readonly serviceCharge?: Money;
  readonly discount?: Money;
  readonly refund?: boolean;
  /** Of an invoice, when it is to be paid, `YYYY-MM-DD`, and what of it. */
  readonly dueOn?: string;
  readonly amountDue?: Money;
  /** What of it is to be paid on which day, where not all is on `dueOn`. */
  readonly instalments?: readonly Due[];
  /** Whether a person says that it is paid, and on which day, where they say so. */
  readonly isPaid?: boolean;
  readonly paidOn?: string;
  /** Whether the document's items account for what is printed; absent where none were read. */
  readonly itemsComplete?: boolean;
  /** What is missing of them, for a person. */
  readonly itemsRemark?: string;
  /** What put it into its category, and why. */
  readonly categoryBy?: Category['by'];
  readonly categoryBecause?: string;
}

/** Which expenses were booked, by day of purchase? Both ends included, oldest first, strongly consistent. */
export function readExpenses(table: Table, userId: string, start: string, end: string): Promise<Expense[]> {
  const [from, to] = expenseRange(start, end);
  return queryItems<Expense>(table, personKey(userId).PK, { from, to });
}

/** What was spent in one category, by day of purchase? From the index, so the latest booking may be missing. */
export function findExpensesOfCategory(
  table: Table,
  userId: string,
  category: string,
  start: string,
  end: string,
): Promise<Expense[]> {
  const { GSI1PK } = expenseIndex(userId, category, '', '');
  return queryIndexBetween<Expense>(table, GSI1PK, ...expenseIndexRange(start, end));
}

/**
 * The latest expense by day of purchase, in one category or at all; undefined where there is none. Of a category from the
 * index, so the latest booking may be missing.
 */
export async function findLatestExpense(table: Table, userId: string, category?: string): Promise<Expense | undefined> {
  const latest = { most: 1, fromTheEnd: true };
  const [found] =
    category === undefined
      ? await queryItems<Expense>(table, personKey(userId).PK, { prefix: EXPENSE }, latest)
      : await queryIndex<Expense>(table, expenseIndex(userId, category, '', '').GSI1PK, '\uffff', latest);
  return found;
}
