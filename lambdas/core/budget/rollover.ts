import { type DatedLimit, limitIn } from './limit.ts';
import { type Period, type PeriodRule, periodAfter, periodOf } from './period.ts';

/** What of a period's rest goes into the next one: what was left, or also what was overspent. */
export interface Rollover {
  readonly mode: 'positive' | 'both';
  /** The most that is carried, in either direction, in minor units. @default - no cap */
  readonly capMinor?: number;
}

/** What of a budget decides how much is carried. */
export interface RolloverRule extends CarryingRule {
  readonly limits: readonly DatedLimit[];
}

/** What of a budget decides which periods are carried. */
export interface CarryingRule extends PeriodRule {
  readonly rollover?: Rollover;
  /** `YYYY-MM-DD` in the first period whose rest is carried. */
  readonly since: string;
}

/** The periods whose rests are carried into a period, the first one first; none without rollover. */
export function periodsCarried(rule: CarryingRule, period: Period): Period[] {
  const earlier: Period[] = [];
  if (!rule.rollover) return earlier;
  for (let at = periodOf(rule, rule.since); at.start < period.start; at = periodAfter(rule, at)) earlier.push(at);
  return earlier;
}

/**
 * What was carried into a period: each earlier period's limit with what it was carried, less what was spent in it.
 *
 * @param spentIn What was spent in a period, in the limit's currency.
 */
export function carriedInto(rule: RolloverRule, period: Period, spentIn: (period: Period) => number): number {
  const { rollover, limits } = rule;
  if (!rollover) return 0;
  let carried = 0;
  for (const at of periodsCarried(rule, period)) {
    carried = clip(limitIn(limits, at) + carried - spentIn(at), rollover);
  }
  return carried;
}

function clip(rest: number, { mode, capMinor = Number.MAX_SAFE_INTEGER }: Rollover): number {
  const least = mode === 'positive' ? 0 : -capMinor;
  return Math.max(least, Math.min(capMinor, rest));
}
