/**
 * Clocks of AWS's hosts differ by milliseconds. What was noted further ahead of now than this was noted by a clock that
 * was wrong, such as a laptop's with an empty battery or a second system: no wait may last until that time comes.
 */
const CLOCKS_DIFFER_MS = 60_000;

/** The latest instant, in epoch milliseconds, that a right clock may have noted by now. */
export const latestNoted = (nowMs: number): number => nowMs + CLOCKS_DIFFER_MS;

/** Whether an instant, ISO 8601 or epoch milliseconds, at which something was noted lies so far ahead that the clock was wrong. */
export const isAhead = (noted: string | number, nowMs: number): boolean =>
  (typeof noted === 'number' ? noted : Date.parse(noted)) > latestNoted(nowMs);
