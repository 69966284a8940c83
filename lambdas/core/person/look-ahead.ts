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

/** The instant at which a person's day is 08:00 old, ISO 8601 in UTC: from then on they are looked at. */
export const lookAt = ({ timeZone }: Pick<Person, 'timeZone'>, day: string): string =>
  new Date(
    Temporal.PlainDate.from(day).toZonedDateTime({ timeZone, plainTime: { hour: EARLIEST_HOUR } }).epochMilliseconds,
  ).toISOString();

/** From when on a person is looked at who was looked at on a day. */
export const nextLookAt = (person: Pick<Person, 'timeZone'>, lookedAtOn: string): string =>
  lookAt(person, addDays(lookedAtOn as CalendarDate, 1));

/**
 * Stretches of time, ISO 8601 in UTC, in which the next look of everyone lies who may be due now: it has come, or it is so far
 * ahead that the last look was noted by a clock that was wrong.
 */
export function duePeriods(nowMs: number): readonly (readonly [from: string, to: string])[] {
  const iso = (ms: number) => new Date(ms).toISOString();
  return [
    ['0', iso(nowMs)],
    [iso(nowMs + LATEST_NEXT_LOOK_MS), '9998'],
  ];
}
/** Who was looked at on what is tomorrow here is next looked at in less than two days, or a day of more than 24 hours more. */
const LATEST_NEXT_LOOK_MS = 52 * 3600_000;

/** The person's day, `YYYY-MM-DD`, once it is 08:00 there; undefined before. */
export function dayToLookAt({ timeZone }: Pick<Person, 'timeZone'>, epochMs: number): string | undefined {
  const local = Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(timeZone);
  return local.hour >= EARLIEST_HOUR ? local.toPlainDate().toString() : undefined;
}
