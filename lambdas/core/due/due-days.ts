import type { Period } from '../budget/period.ts';
import { addDays, parseCalendarDate } from '../ground/calendar-date.ts';

const DAYS_BEFORE = 3;
/** What is longer past due is told nowhere: it was paid most likely, and nobody said so. */
const DAYS_OVERDUE = 14;
/** How far a summary looks ahead. */
export const DAYS_AHEAD = 14;

/** The due days of which a person is told today, if they were not before: past due for two weeks, to come in three days. */
export const dueDaysToTell = (today: string): Period => around(today, DAYS_OVERDUE, DAYS_BEFORE);

/** The due days that a summary of today names. */
export const dueDaysAhead = (today: string): Period => around(today, 0, DAYS_AHEAD);

/** The first due day that still counts as open today, whatever is to come. */
export const firstOpenDueDay = (today: string): string => dueDaysToTell(today).start;

const around = (today: string, before: number, after: number): Period => {
  const day = parseCalendarDate(today);
  return { start: addDays(day, -before), end: addDays(day, after) };
};
