import type { Period } from './period.ts';

/** A limit from a day on. */
export interface DatedLimit {
  /** `YYYY-MM-DD`; absent for the one that holds before all others. */
  readonly validFrom?: string;
  readonly limitMinor: number;
}

/** The limit of a period: the latest one that was valid on its first day. */
export function limitIn(limits: readonly DatedLimit[], { start }: Period): number {
  const valid = limits.findLast(({ validFrom }) => validFrom === undefined || validFrom <= start) ?? limits[0];
  if (!valid) throw new RangeError('expected at least one limit, got none');
  return valid.limitMinor;
}

/**
 * The limits after a plan states one without a date: it holds from the current period on, what was valid before stays
 * with the periods before.
 *
 * @param start First day of the current period.
 */
export function changeLimit(before: readonly DatedLimit[], limitMinor: number, start: string): DatedLimit[] {
  const kept = before.filter(({ validFrom }) => validFrom === undefined || validFrom < start);
  const last = kept.at(-1);
  if (last === undefined) return [{ limitMinor }];
  return last.limitMinor === limitMinor ? kept : [...kept, { validFrom: start, limitMinor }];
}
