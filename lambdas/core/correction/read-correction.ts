import { addDays, type CalendarDate } from '../ground/calendar-date.ts';
import { type ReadYaml, readYamlFile, type YamlForm } from '../yaml/read-yaml.ts';
import { CORRECTION_KEYS, Correction } from './correction.ts';

/** Days that have come; a mistyped year would take the spending out of every budget. */
const DAYS = ['date', 'paid'] as const;

const correctionForm = (latest: CalendarDate): YamlForm<Correction> => ({
  name: 'correction',
  // zod leaves out what is not stated, and has no type that says so.
  schema: Correction.superRefine((correction, context) => {
    for (const key of DAYS) {
      const day = correction[key];
      if (typeof day !== 'string' || day <= latest) continue;
      context.addIssue({ code: 'custom', path: [key], message: `expected no day that is still to come, got ${day}` });
    }
  }) as unknown as YamlForm<Correction>['schema'],
  keysAt: () => CORRECTION_KEYS,
});

/**
 * Reads a correction's file; every mistake is named with its path and line, all in one go.
 *
 * @param today `YYYY-MM-DD` in UTC; elsewhere it may be the day after.
 */
export const readCorrection = (bytes: Uint8Array, today: string): ReadYaml<Correction> =>
  readYamlFile(bytes, correctionForm(addDays(today as CalendarDate, 1)));
