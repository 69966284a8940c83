import { Temporal } from 'temporal-polyfill';
import { addDays, type CalendarDate } from '../ground/calendar-date.ts';
import type { Person } from './person.ts';

/** From this hour on, where they live, people are looked at. */
export const EARLIEST_HOUR = 8;

/**
 * The day of a person's last look ahead. One that is later than tomorrow is none: the computer's clock was wrong then. (It
 * may be tomorrow for a person who has moved westwards over the date line.)
 */
export const lastLook = (lookedAtOn: string | undefined, today: string): string | undefined =>
  lookedAtOn === undefined || lookedAtOn > addDays(today as CalendarDate, 1) ? undefined : lookedAtOn;

/** The person's day, `YYYY-MM-DD`, once it is 08:00 there; undefined before. */
export function dayToLookAt({ timeZone }: Pick<Person, 'timeZone'>, epochMs: number): string | undefined {
  const local = Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(timeZone);
  return local.hour >= EARLIEST_HOUR ? local.toPlainDate().toString() : undefined;
}
