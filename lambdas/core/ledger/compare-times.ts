import { areLookAlikeDigits } from 'printed-text/look-alikes';
import type { Agreement } from './compare-numbers.ts';

const HALF_A_DAY = 12 * 60;
/** Till and card terminal each have their clock. */
const CLOCKS_APART_MINUTES = 2;

/**
 * Whether two receipts tell the same time of day. `near` are those that one print may be read as: a digit that looks like
 * another, two minutes between two clocks, a lost "pm". One time that both print is enough.
 */
export function compareTimes(one: readonly string[], other: readonly string[]): Agreement {
  if (one.length === 0 || other.length === 0) return 'unknown';
  const pairs = one.flatMap((ours) => other.map((theirs) => compareTime(ours, theirs)));
  return pairs.find((pair) => pair === 'same') ?? pairs.find((pair) => pair === 'near') ?? 'different';
}

function compareTime(one: string, other: string): Exclude<Agreement, 'unknown'> {
  const [ours, theirs] = [minutesOf(one), minutesOf(other)];
  const apart = Math.abs(ours - theirs);
  if (apart === 0) {
    const [first, second] = [one.slice(6), other.slice(6)];
    return first === '' || second === '' || first === second ? 'same' : 'near';
  }
  const isHalfADay = apart === HALF_A_DAY;
  return apart <= CLOCKS_APART_MINUTES || isHalfADay || isOneDigitMisread(one, other) ? 'near' : 'different';
}

function isOneDigitMisread(one: string, other: string): boolean {
  const misread = [...one.slice(0, 5)].flatMap((digit, index) =>
    digit === other.charAt(index) ? [] : [[digit, other.charAt(index)] as const],
  );
  const [only] = misread;
  return misread.length === 1 && only !== undefined && areLookAlikeDigits(...only);
}

/** From each time of one paper to each of another; below zero where the other is earlier. */
export const minutesBetween = (one: readonly string[], other: readonly string[]): readonly number[] =>
  one.flatMap((ours) => other.map((theirs) => minutesOf(theirs) - minutesOf(ours)));

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
