import { searchable } from '../category/word-match.ts';
import { addDays, type CalendarDate } from '../ground/calendar-date.ts';
import { type Budget, covers } from './budget.ts';
import { paceOf } from './pace.ts';
import type { Period } from './period.ts';
import { BILL_MEMORY_DAYS, type Charge, expectedMinor, findRecurringBills } from './recurring-bills.ts';
import { type Convert, convertNothing, type DailySpend } from './spend.ts';
import { isExceeded, type Spent } from './threshold.ts';

/** One category's part of an expense, as a forecast looks at it. */
export interface SpentOnce extends DailySpend {
  readonly documentId: string;
  readonly vendor?: string;
  /** The vendor's name may be another's. */
  readonly isVendorUnsure?: boolean;
}

type Covering = Pick<Budget, 'category' | 'categories' | 'currency'>;

/** Fewer days with spending say nothing of the days to come. */
const LEAST_DAYS_WITH_SPENDING = 3;

/** The days whose expenses {@link projectedSpend} needs. */
export function expensesNeeded({ start, end }: Period, today: string): Period {
  const remembered = addDays(today as CalendarDate, -BILL_MEMORY_DAYS);
  return { start: start < remembered ? start : remembered, end };
}

/**
 * What will be spent by the end of the period if it goes on as so far: everyday spending in a straight line, and each
 * recurring bill when it comes. Whole minor units, rounded once; what cannot be converted is left out.
 *
 * @param expenses Those of the {@link expensesNeeded} days, or of more, in any order; what the budget does not cover is
 *   passed over.
 * @returns Undefined before there was spending on three different days, and outside of the period.
 */
export function projectedSpend(
  budget: Covering,
  period: Period,
  today: string,
  expenses: readonly SpentOnce[],
  convert: Convert = convertNothing,
): number | undefined {
  const { start, end } = expensesNeeded(period, today);
  const known = expenses.filter(({ date }) => date >= start && date <= end);
  const payments = paymentsOf(budget, known, convert);
  const inPeriod = payments.filter(({ date }) => date >= period.start && date <= period.end);
  const days = new Set(inPeriod.filter(({ amountMinor }) => amountMinor > 0).map(({ date }) => date));
  if (days.size < LEAST_DAYS_WITH_SPENDING) return undefined;
  const bills = findRecurringBills(payments.filter(({ merchant, amountMinor }) => merchant !== '' && amountMinor > 0));
  const recurring = new Set(bills.flat());
  const everyday = paceOf(0, sum(inPeriod.filter((payment) => !recurring.has(payment))), period, today);
  if (!everyday) return undefined;
  const paid = sum(inPeriod.filter((payment) => recurring.has(payment)));
  const expected = bills.reduce((total, bill) => total + expectedMinor(bill, today, period.end), 0);
  return everyday.projectedMinor + paid + expected;
}

/**
 * Whether spending heads for more than the limit. Undefined when it exceeds the limit already: there is nothing to
 * foretell, and whatever was told stays told.
 */
export function isHeadingOver(projectedMinor: number | undefined, spent: Spent): boolean | undefined {
  if (isExceeded(spent)) return undefined;
  return projectedMinor !== undefined && projectedMinor > spent.limitMinor;
}

const sum = (payments: readonly Charge[]): number =>
  payments.reduce((total, { amountMinor }) => total + amountMinor, 0);

/** What the budget covers of each document; of a document that falls into several categories, all that it covers. */
function paymentsOf(budget: Covering, expenses: readonly SpentOnce[], convert: Convert): Charge[] {
  const payments = new Map<string, Charge>();
  for (const expense of expenses.filter(({ category }) => covers(budget, category))) {
    const { documentId, date, vendor = '', isVendorUnsure = false, currency } = expense;
    const counted = currency === budget.currency ? expense.amountMinor : convert(expense, budget.currency);
    if (counted === undefined) continue;
    const merchant = isVendorUnsure ? '' : searchable(vendor).joined;
    const payment = JSON.stringify([documentId, date, merchant]);
    const before = payments.get(payment)?.amountMinor ?? 0;
    payments.set(payment, { documentId, merchant, date, amountMinor: before + counted });
  }
  return [...payments.values()];
}
