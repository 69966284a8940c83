import { daysLeft, type Period } from './period.ts';

/** How spending stands against the calendar. Amounts are whole minor units of the budget's currency. */
export interface Pace {
  readonly days: number;
  /** Today included. */
  readonly elapsedDays: number;
  /** After today; 0 on the last day. */
  readonly daysLeft: number;
  /** What would be spent by the end of today if the limit were spent evenly. */
  readonly evenMinor: number;
  /** What will be spent by the end of the period if it goes on as so far. */
  readonly projectedMinor: number;
}

/** The straight line through a period; undefined when today lies outside of it. */
export function paceOf(limitMinor: number, spentMinor: number, period: Period, today: string): Pace | undefined {
  const left = daysLeft(period, today);
  if (left === undefined) return undefined;
  const days = (daysLeft(period, period.start) ?? 0) + 1;
  const elapsedDays = days - left;
  return {
    days,
    elapsedDays,
    daysLeft: left,
    evenMinor: share(limitMinor, elapsedDays, days),
    projectedMinor: share(spentMinor, days, elapsedDays),
  };
}

/** `amount × of ÷ parts` in whole minor units, half away from zero; nothing passes through a fraction. */
function share(amountMinor: number, of: number, parts: number): number {
  const scaled = BigInt(amountMinor) * BigInt(of) * 2n;
  const half = scaled < 0n ? -BigInt(parts) : BigInt(parts);
  return Number((scaled + half) / (2n * BigInt(parts)));
}
