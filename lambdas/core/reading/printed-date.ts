import { type DateOrder, type Day, findDates } from 'printed-text/dates';
import { normalizePrinted } from 'printed-text/plain-text';
import { type CalendarDate, calendarDateOf } from '../ground/calendar-date.ts';

export type { DateOrder } from 'printed-text/dates';

/** One date found in a text, with what it means in each order that the calendar allows. */
export interface PrintedDate {
  readonly text: string;
  /** Where it starts in the normalised text. */
  readonly index: number;
  readonly byOrder: Readonly<Partial<Record<DateOrder, CalendarDate>>>;
  /** The form itself names the order: a four-digit year in front, or the month as a word. */
  readonly isSelfEvident: boolean;
  /** A separator was lost or misread, and had to be put back to read it. */
  readonly isDamaged: boolean;
  /** How surely it is a date, 0 to 1. */
  readonly quality: number;
  /** Days that the same print means in other countries or by another count. */
  readonly otherwise: readonly OtherDate[];
  /** The countries in which it surely means what it is read as; none where it means nothing else. */
  readonly countries: readonly string[];
}

/** What a print means elsewhere, and which of its readings that takes the place of. */
export interface OtherDate {
  readonly date: CalendarDate;
  readonly insteadOf: CalendarDate;
  /** ISO 3166-1 alpha-2; none where no country tells. */
  readonly countries: readonly string[];
  /** Whether it may be meant where no country is known. */
  readonly isLikely: boolean;
}

/**
 * Finds every date in a text; see `printed-text/dates`.
 *
 * @param thisYear Two-digit years are read as the latest year up to the one after this.
 */
export function findPrintedDates(text: string, thisYear: number): PrintedDate[] {
  return findDates(normalizePrinted(text), thisYear + 1).map(({ start, end: _, byOrder, ...found }) => ({
    ...found,
    index: start,
    byOrder: Object.fromEntries(Object.entries(byOrder).map(([order, day]) => [order, dateOf(day)])),
    otherwise: Object.values(byOrder).flatMap(othersOf),
    countries: Object.values(byOrder).flatMap(({ countries = [] }) => countries),
  }));
}

const dateOf = ({ year, month, day }: Pick<Day, 'year' | 'month' | 'day'>): CalendarDate | undefined =>
  calendarDateOf(year, month, day);

function othersOf(day: Day): OtherDate[] {
  const insteadOf = dateOf(day);
  return (day.otherwise ?? []).flatMap((other) => {
    const date = dateOf(other);
    const { countries, isLikely } = other;
    return date === undefined || insteadOf === undefined ? [] : [{ date, insteadOf, countries, isLikely }];
  });
}

/** The orders that an otherwise ambiguous date rules in, when there is exactly one: 31/12 can only be day first. */
export function onlyOrderOf(date: PrintedDate): DateOrder | undefined {
  const orders = Object.keys(date.byOrder) as DateOrder[];
  return !date.isSelfEvident && !date.isDamaged && orders.length === 1 ? orders[0] : undefined;
}

/** The day that the date means in an order, or in the only order that is possible. */
export function dayIn(date: PrintedDate, order: DateOrder): CalendarDate | undefined {
  const { DMY, MDY, YMD } = date.byOrder;
  return date.byOrder[order] ?? DMY ?? MDY ?? YMD;
}

/** The day that the date means where day and month are exchanged, or where the year in front is one of the two. */
export function otherOrderOf({ byOrder }: PrintedDate, order: DateOrder): CalendarDate | undefined {
  const { DMY, MDY } = byOrder;
  if (order === 'YMD') return DMY ?? MDY;
  return order === 'MDY' ? DMY : MDY;
}
