import { type DatedLimit, limitIn } from './limit.ts';
import { type Period, type PeriodRule, periodAfter, periodOf } from './period.ts';

/** What of a period's rest goes into the next one: what was left, or also what was overspent. */
export interface Rollover {
  readonly mode: 'positive' | 'both';
  /** The most that is carried, in either direction, in minor units. @default - no cap */
  readonly capMinor?: number;
}

/** What of a budget decides how much is carried. */
export interface RolloverRule extends PeriodRule {
  readonly limits: readonly DatedLimit[];
  readonly rollover?: Rollover;
  /** `YYYY-MM-DD` in the first period whose rest is carried. */
  readonly since: string;
}

/**
 * What was carried into a period: each earlier period's limit with what it was carried, less what was spent in it.
 *
 * @param spentIn What was spent in a period, in the limit's currency.
 */
export function carriedInto(rule: RolloverRule, period: Period, spentIn: (period: Period) => number): number {
  const { rollover, limits, since } = rule;
  if (!rollover) return 0;
  let carried = 0;
  for (let at = periodOf(rule, since); at.start < period.start; at = periodAfter(rule, at)) {
    carried = clip(limitIn(limits, at) + carried - spentIn(at), rollover);
  }
  return carried;
}

function clip(rest: number, { mode, capMinor = Number.MAX_SAFE_INTEGER }: Rollover): number {
  const least = mode === 'positive' ? 0 : -capMinor;
  return Math.max(least, Math.min(capMinor, rest));
}
