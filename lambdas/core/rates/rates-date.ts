import { monthOfEnglishName } from 'printed-text/month-names';
import { type CalendarDate, calendarDateOf } from '../ground/calendar-date.ts';

/**
 * A day as the European Central Bank writes it: `2026-11-20` in its history, `20 November 2026` in its daily file.
 * Undefined for any other form, and for a day that no calendar has.
 */
export function parseRatesDate(text: string): CalendarDate | undefined {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (iso) return calendarDateOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const written = /^(\d{1,2}) ([a-z]{3,9}) (\d{4})$/i.exec(text);
  if (!written) return undefined;
  const month = monthOfEnglishName(written[2] as string);
  return month === undefined ? undefined : calendarDateOf(Number(written[3]), month, Number(written[1]));
}
