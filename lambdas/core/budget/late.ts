import { addDays, type CalendarDate } from '../ground/calendar-date.ts';
import { MONTHLY, monthOf, type Period, periodAfter, periodBefore } from './period.ts';
import { OLDEST_RATE_DAYS } from './spend.ts';

/**
 * How often spending, or exchange rates, of a month were changed when it was long over, by its name such as `2026-09`. A
 * month that is not there was never changed so.
 */
export type LateChanges = ReadonlyMap<string, number>;

/** What decides whether a sum of earlier spending still holds. */
export interface Lateness {
  readonly spending: LateChanges;
  readonly rates: LateChanges;
}

const DAY_MS = 24 * 3600 * 1000;
/** Longer than any step takes from its first look at the clock to its last write, and more than clocks differ by. */
const LONGEST_STEP_MS = 2 * DAY_MS;

const dayOf = (epochMs: number): CalendarDate => new Date(epochMs).toISOString().slice(0, 10) as CalendarDate;
const startOfLastMonth = (epochMs: number): string => periodBefore(MONTHLY, monthOf(dayOf(epochMs))).start;

/**
 * The first day of which nothing is closed: that of last month. It stays where it was for two days after a month has begun, so
 * that whoever changes a closed day after it was closed knows that it is late.
 */
export const closedBefore = (nowMs: number): string => startOfLastMonth(nowMs - LONGEST_STEP_MS);

/**
 * Whether a change of a day has to be noted as late: somebody may have closed the day. So may they have by a clock that was
 * right, where the day has not come by this one, which is wrong.
 */
export const isLate = (date: string, nowMs: number): boolean =>
  date < startOfLastMonth(nowMs) || date > dayOf(nowMs + LONGEST_STEP_MS);

/** The months of late changes of some days, each once. */
export const lateMonths = (dates: readonly string[], nowMs: number): string[] => [
  ...new Set(dates.filter((date) => isLate(date, nowMs)).map(nameOfMonth)),
];

/**
 * A number that goes up with every late change of what a period's sum hangs on.
 *
 * @param isForeign Whether it hangs on exchange rates, too.
 */
export function versionOf({ start, end }: Period, { spending, rates }: Lateness, isForeign: boolean): number {
  const version = changesIn(spending, { start, end });
  if (!isForeign) return version;
  return version + changesIn(rates, { start: addDays(start as CalendarDate, -OLDEST_RATE_DAYS), end });
}

function changesIn(changes: LateChanges, { start, end }: Period): number {
  let sum = 0;
  for (let month = monthOf(start); month.start <= end; month = periodAfter(MONTHLY, month)) {
    sum += changes.get(nameOfMonth(month.start)) ?? 0;
  }
  return sum;
}

const nameOfMonth = (date: string): string => date.slice(0, 7);
