import { addDays, type CalendarDate } from '../ground/calendar-date.ts';
import { daysBetween } from './period.ts';

/** What was paid to one merchant at once, in whole minor units of the budget's currency; above zero. */
export interface Charge {
  readonly documentId: string;
  /** Spelled alike wherever it is the same merchant. */
  readonly merchant: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly amountMinor: number;
}

/** Charges of one merchant that come about once a month, the oldest first. */
export type RecurringBill = readonly Charge[];

const LEAST_CHARGES = 3;
const LEAST_DAYS = 27;
const MOST_DAYS = 33;
/** A bill may be late by so many days before it is taken to be over. */
const GRACE_DAYS = 3;

/** As far back as charges matter: three of them, and the wait for the next. */
export const BILL_MEMORY_DAYS = 3 * MOST_DAYS + GRACE_DAYS;

/**
 * Finds the bills among some charges: three or more of one merchant, each 27 to 33 days after the one before, any three
 * in a row within 10 % of each other. The order of the charges does not matter; none is part of two bills.
 */
export function findRecurringBills(charges: readonly Charge[]): RecurringBill[] {
  const chains: Charge[][] = [];
  for (const charge of [...charges].sort(oldestFirst)) {
    const [nearest] = chains.filter((chain) => continues(chain, charge)).sort(nearestTo(charge));
    if (nearest) nearest.push(charge);
    else chains.push([charge]);
  }
  return chains.filter(({ length }) => length >= LEAST_CHARGES);
}

const oldestFirst = (a: Charge, b: Charge): number =>
  a.date.localeCompare(b.date) || a.amountMinor - b.amountMinor || a.documentId.localeCompare(b.documentId);

function continues(chain: readonly Charge[], charge: Charge): boolean {
  const last = chain.at(-1);
  if (!last || last.merchant !== charge.merchant) return false;
  const days = daysBetween(last.date, charge.date);
  return days >= LEAST_DAYS && days <= MOST_DAYS && areAlike([...chain.slice(1 - LEAST_CHARGES), charge]);
}

/** Whether the smallest is at most 10 % below the largest. */
function areAlike(charges: readonly Charge[]): boolean {
  const amounts = charges.map(({ amountMinor }) => amountMinor);
  return Math.min(...amounts) * 10 >= Math.max(...amounts) * 9;
}

const nearestTo =
  ({ amountMinor }: Charge) =>
  (a: readonly Charge[], b: readonly Charge[]): number =>
    distance(a, amountMinor) - distance(b, amountMinor);

const distance = (chain: readonly Charge[], amountMinor: number): number =>
  Math.abs((chain.at(-1)?.amountMinor ?? 0) - amountMinor);

/**
 * What a bill will still cost from today to a last day: its latest amount, each time that it is expected again, as many
 * days after the last time as that was after the time before. A bill that is more than three days late is over.
 */
export function expectedMinor(bill: RecurringBill, today: string, end: string): number {
  const [before, last] = bill.slice(-2);
  if (!before || !last) return 0;
  const days = daysBetween(before.date, last.date);
  let next = addDays(last.date as CalendarDate, days);
  if (daysBetween(next, today) > GRACE_DAYS) return 0;
  let times = 0;
  for (; next <= end; next = addDays(next, days)) times += 1;
  return times * last.amountMinor;
}
