import { addDays, type CalendarDate, calendarDateOf, daysInMonth, partsOf } from '../ground/calendar-date.ts';

/** A stretch of calendar days that a limit applies to; both ends belong to it. */
export interface Period {
  /** `YYYY-MM-DD`. */
  readonly start: string;
  /** `YYYY-MM-DD`. */
  readonly end: string;
}

export const PERIOD_UNITS = ['week', 'month', 'quarter', 'year'] as const;
export type PeriodUnit = (typeof PERIOD_UNITS)[number];

/** How time is cut into periods. */
export interface PeriodRule {
  readonly period: PeriodUnit;
  /**
   * The first day of a week (1 Monday to 7 Sunday), or of a month (1 to 31, such as pay day; the last day where a month
   * is shorter). Quarters and years are the calendar's.
   * @default 1
   */
  readonly startDay?: number;
}

/** Calendar months. */
export const MONTHLY: PeriodRule = { period: 'month' };

/** The period that a day lies in. */
export function periodOf(rule: PeriodRule, date: string): Period {
  const start = startOf(rule, date as CalendarDate);
  return { start, end: addDays(startAfter(rule, start), -1) };
}

/** The period that ends on the day before this one begins. */
export const periodBefore = (rule: PeriodRule, { start }: Period): Period =>
  periodOf(rule, addDays(start as CalendarDate, -1));

/** The period that begins on the day after this one ends. */
export const periodAfter = (rule: PeriodRule, { end }: Period): Period =>
  periodOf(rule, addDays(end as CalendarDate, 1));

/** The calendar month that a day lies in. */
export const monthOf = (date: string): Period => periodOf(MONTHLY, date);

function startOf({ period, startDay = 1 }: PeriodRule, date: CalendarDate): CalendarDate {
  const { year, month } = partsOf(date);
  switch (period) {
    case 'week':
      return addDays(date, -((weekdayOf(date) - startDay + 7) % 7));
    case 'month': {
      const start = monthStart(year, month, startDay);
      return start <= date ? start : monthStart(year, month - 1, startDay);
    }
    case 'quarter':
      return monthStart(year, month - ((month - 1) % 3), 1);
    case 'year':
      return monthStart(year, 1, 1);
  }
}

function startAfter({ period, startDay = 1 }: PeriodRule, start: CalendarDate): CalendarDate {
  const { year, month } = partsOf(start);
  switch (period) {
    case 'week':
      return addDays(start, 7);
    case 'month':
      return monthStart(year, month + 1, startDay);
    case 'quarter':
      return monthStart(year, month + 3, 1);
    case 'year':
      return monthStart(year + 1, 1, 1);
  }
}

/** The start day of a month; `month` may lie one year beyond either end. */
function monthStart(year: number, month: number, startDay: number): CalendarDate {
  const [ofYear, ofMonth] = month < 1 ? [year - 1, month + 12] : month > 12 ? [year + 1, month - 12] : [year, month];
  const date = calendarDateOf(ofYear, ofMonth, Math.min(startDay, daysInMonth(ofYear, ofMonth)));
  if (!date) throw new RangeError(`expected a start day of a month, got ${startDay} of ${ofYear}-${ofMonth}`);
  return date;
}

/** 1 for Monday to 7 for Sunday. */
export const weekdayOf = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay() || 7;

/** `November 2026`, `2026`, or the first and the last day, in the person's language. */
export function describePeriod({ period, startDay = 1 }: PeriodRule, { start, end }: Period, locale: string): string {
  const [first, last] = [new Date(`${start}T00:00:00Z`), new Date(`${end}T00:00:00Z`)];
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  if (period === 'year') return format({ year: 'numeric' }).format(first);
  if (period === 'month' && startDay === 1) return format({ month: 'long', year: 'numeric' }).format(first);
  const options = { month: 'short', year: 'numeric' } as const;
  return format(period === 'quarter' ? options : { ...options, day: 'numeric' }).formatRange(first, last);
}

/** Days that remain after today, 0 on the last one; undefined when today is outside the period. */
export function daysLeft(period: Period, today: string): number | undefined {
  if (today < period.start || today > period.end) return undefined;
  return daysBetween(today, period.end);
}

/** Days from one day to another: 1 from today to tomorrow. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** The calendar day of an instant where the person lives, as `YYYY-MM-DD`. */
export const calendarDay = (epochMs: number, timeZone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(epochMs);

/** Every day that it is somewhere on Earth at an instant: two or three, the earliest first. */
export const daysOnEarth = (epochMs: number): string[] => [
  ...new Set(['Etc/GMT+12', 'UTC', 'Etc/GMT-14'].map((timeZone) => calendarDay(epochMs, timeZone))),
];

/**
 * The same days as fewer stretches, and a few days more: what overlaps is one, and what lies no more than so many days apart.
 */
export function joinPeriods(periods: readonly Period[], apartDays: number): Period[] {
  const joined: Period[] = [];
  for (const next of [...periods].sort((a, b) => (a.start < b.start ? -1 : 1))) {
    const last = joined.at(-1);
    if (!last || daysBetween(last.end, next.start) > apartDays + 1) joined.push(next);
    else if (next.end > last.end) joined[joined.length - 1] = { start: last.start, end: next.end };
  }
  return joined;
}
