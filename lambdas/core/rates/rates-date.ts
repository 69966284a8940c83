import { type CalendarDate, calendarDateOf } from '../ground/calendar-date.ts';

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/**
 * A day as the European Central Bank writes it: `2026-11-20` in its history, `20 November 2026` in its daily file.
 * Undefined for any other form, and for a day that no calendar has.
 */
export function parseRatesDate(text: string): CalendarDate | undefined {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (iso) return calendarDateOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const written = /^(\d{1,2}) ([a-z]{3,9}) (\d{4})$/i.exec(text);
  if (!written) return undefined;
  const name = (written[2] as string).toLowerCase();
  const month = MONTHS.findIndex((known) => known === name || known.slice(0, 3) === name) + 1;
  return calendarDateOf(Number(written[3]), month, Number(written[1]));
}
