import { type CalendarDate, firstDayOfMonth, lastDayOfMonth } from '../calendar-date.ts';

/** A stretch of calendar days that a limit applies to; both ends belong to it. */
export interface Period {
  /** `YYYY-MM-DD`. */
  readonly start: string;
  /** `YYYY-MM-DD`. */
  readonly end: string;
}

/** The calendar month that a day lies in. */
export function monthOf(date: string): Period {
  return { start: firstDayOfMonth(date as CalendarDate), end: lastDayOfMonth(date as CalendarDate) };
}

/** `November 2026` in the person's language. */
export const describeMonth = ({ start }: Period, locale: string): string =>
  new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${start}T00:00:00Z`),
  );

/** Days that remain after today, 0 on the last one; undefined when today is outside the period. */
export function daysLeft(period: Period, today: string): number | undefined {
  if (today < period.start || today > period.end) return undefined;
  return Math.round((Date.parse(period.end) - Date.parse(today)) / 86_400_000);
}

/** The calendar day of an instant where the person lives, as `YYYY-MM-DD`. */
export const calendarDay = (epochMs: number, timeZone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(epochMs);
