import { Temporal } from 'temporal-polyfill';
import type { Person } from './person.ts';

/** From this hour on, where they live, people are looked at. */
export const EARLIEST_HOUR = 8;

/** The person's day, `YYYY-MM-DD`, once it is 08:00 there; undefined before. */
export function dayToLookAt({ timeZone }: Pick<Person, 'timeZone'>, epochMs: number): string | undefined {
  const local = Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(timeZone);
  return local.hour >= EARLIEST_HOUR ? local.toPlainDate().toString() : undefined;
}
