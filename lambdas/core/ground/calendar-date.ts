declare const calendarDate: unique symbol;

/** A day as printed, `YYYY-MM-DD`. It has no time zone and is never turned into an instant. */
export type CalendarDate = string & { readonly [calendarDate]: true };

/** The day, or undefined when the calendar has no such day (31 April, 29 February 2023). */
export function calendarDateOf(year: number, month: number, day: number): CalendarDate | undefined {
  if (![year, month, day].every(Number.isInteger) || year < 1900 || year > 2199) return undefined;
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return `${year}-${twoDigits(month)}-${twoDigits(day)}` as CalendarDate;
}

/**
 * Reads `YYYY-MM-DD`.
 *
 * @throws RangeError when the text has another form, or the calendar has no such day.
 */
export function parseCalendarDate(text: string): CalendarDate {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const date = match && calendarDateOf(Number(match[1]), Number(match[2]), Number(match[3]));
  if (!date) throw new RangeError(`expected a date as YYYY-MM-DD, got "${text}"`);
  return date;
}

/** Whether the text is a day of the calendar as `YYYY-MM-DD`. */
export function isCalendarDate(text: string): boolean {
  try {
    return parseCalendarDate(text) === text;
  } catch {
    return false;
  }
}

/** Days of a month; `month` is 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** The day that many days later; negative goes back. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  let { year, month, day } = partsOf(date);
  day += days;
  while (day < 1) {
    [year, month] = month === 1 ? [year - 1, 12] : [year, month - 1];
    day += daysInMonth(year, month);
  }
  while (day > daysInMonth(year, month)) {
    day -= daysInMonth(year, month);
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
  return `${year}-${twoDigits(month)}-${twoDigits(day)}` as CalendarDate;
}

/** The same day of the year that many years later; 29 February becomes the 28th where there is none. */
export function addYears(date: CalendarDate, years: number): CalendarDate {
  const { year, month, day } = partsOf(date);
  const last = daysInMonth(year + years, month);
  return `${year + years}-${twoDigits(month)}-${twoDigits(Math.min(day, last))}` as CalendarDate;
}

/** Year, month (1 to 12) and day as numbers. */
export function partsOf(date: CalendarDate): { year: number; month: number; day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

const twoDigits = (value: number): string => String(value).padStart(2, '0');
