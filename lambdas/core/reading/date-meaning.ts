import type { CalendarDate } from '../ground/calendar-date.ts';
import { type DateOrder, dayIn, type PrintedDate } from './printed-date.ts';

/** What a printed date means, and what else it may mean where nothing tells. */
export interface DateMeaning {
  readonly date: CalendarDate;
  /** Other days that it may mean just as well. */
  readonly others: readonly CalendarDate[];
}

/** What tells between the days that a print may mean. */
export interface MeaningEvidence {
  readonly order: DateOrder;
  /** Where the document, or else the person, is at home, the surer first: ISO 3166-1 alpha-2. */
  readonly countries: readonly string[];
  /** Days that are printed in another way as well. */
  readonly surely: ReadonlySet<CalendarDate>;
}

/**
 * The day that a date means: of several the one that is printed elsewhere too, else the one of the country; undefined
 * where there is no such day.
 */
export function meaningOf(printed: PrintedDate, evidence: MeaningEvidence): DateMeaning | undefined {
  const date = dayIn(printed, evidence.order);
  if (date === undefined) return undefined;
  const others = printed.otherwise.filter(({ insteadOf }) => insteadOf === date);
  if (others.length === 0 || evidence.surely.has(date)) return { date, others: [] };
  const elsewhere = others.find((other) => evidence.surely.has(other.date));
  if (elsewhere) return { date: elsewhere.date, others: [] };
  for (const country of evidence.countries) {
    if (printed.countries.includes(country)) return { date, others: [] };
    const meant = others.find(({ countries }) => countries.includes(country));
    if (meant) return { date: meant.date, others: [] };
  }
  return { date, others: others.filter(({ isLikely }) => isLikely).map((other) => other.date) };
}

/**
 * The days that are printed in a way that means nothing else in this calendar; of a day and a month whose order the form
 * leaves open, the one in the order of the document.
 */
export const sureDays = (dates: readonly PrintedDate[], order: DateOrder): ReadonlySet<CalendarDate> =>
  new Set(dates.filter(({ otherwise }) => otherwise.length === 0).flatMap((date) => dayIn(date, order) ?? []));
