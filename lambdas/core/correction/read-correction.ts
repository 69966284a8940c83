import * as z from 'zod/mini';
import { isCalendarDate } from '../ground/calendar-date.ts';
import { type ReadYaml, readYamlFile, type YamlForm } from '../yaml/read-yaml.ts';
import { CORRECTION_KEYS, Correction } from './correction.ts';

/** Days that have come; a mistyped year would take the spending out of every budget. */
const DAYS = ['date', 'paid'] as const;

const correctionForm = (latest: string): YamlForm<Correction> => ({
  name: 'correction',
  // zod leaves out what is not stated, and has no type that says so.
  schema: Correction.check(
    z.superRefine((correction, context) => {
      for (const key of DAYS) {
        const day = correction[key];
        if (typeof day !== 'string' || !isCalendarDate(day) || day <= latest) continue;
        context.addIssue({ code: 'custom', path: [key], message: `expected no day that is still to come, got ${day}` });
      }
    }),
  ) as unknown as YamlForm<Correction>['schema'],
  keysAt: () => CORRECTION_KEYS,
});

/**
 * Reads a correction's file; every mistake is named with its path and line, all in one go.
 *
 * @param latest `YYYY-MM-DD`, the latest day that has begun anywhere: who travels buys in other time zones.
 */
export const readCorrection = (bytes: Uint8Array, latest: string): ReadYaml<Correction> =>
  readYamlFile(bytes, correctionForm(latest));
