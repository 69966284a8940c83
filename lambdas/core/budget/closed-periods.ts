import { type Budget, covers } from './budget.ts';
import { type Lateness, versionOf } from './late.ts';
import { type Period, periodOf } from './period.ts';
import { type Convert, type DailySpend, sumSpend } from './spend.ts';

/**
 * What was spent against a budget in each period that is closed, so that it need not be read again. Each sum is kept with the
 * version of what it was made from, and holds as long as that is the same: nobody has to clear it.
 */
export interface ClosedPeriods {
  /** What of the budget decides what counts, and how; with another rule no sum holds. */
  readonly rule: string;
  /** In whole minor units of the budget's currency, by the first day of the period. */
  readonly spentMinor: Readonly<Record<string, number>>;
  /** By the same days; those of 0 are left out. */
  readonly versions: Readonly<Record<string, number>>;
  /** First days of the periods whose sums hang on exchange rates. */
  readonly foreign: readonly string[];
}

/** What was spent in periods that need not be read, by their first days. */
export type ClosedSums = ReadonlyMap<string, number>;
export const NOTHING_CLOSED: ClosedSums = new Map();

/** Sums that hold, and what they are kept with. */
interface Closed {
  readonly spentMinor: number;
  readonly version: number;
  readonly isForeign: boolean;
}

type Ruled = Pick<Budget, 'category' | 'categories' | 'currency' | 'period' | 'startDay'>;

const ruleOf = ({ category, categories, currency, period, startDay }: Ruled): string =>
  JSON.stringify([category, categories ? [...categories].sort() : null, currency, period, startDay ?? null]);

/** What decides which sums hold. */
export interface Closing {
  readonly lateness: Lateness;
  /** First day of which nothing is closed. */
  readonly before: string;
  /** Days that are known to have changed: the periods around them are read again, whatever is kept. */
  readonly changed: readonly string[];
}

/** The sums of a budget that still hold. */
export function sumsThatHold(budget: Ruled, kept: ClosedPeriods | undefined, closing: Closing): ClosedSums {
  return new Map([...holding(budget, kept, closing)].map(([start, { spentMinor }]) => [start, spentMinor]));
}

function holding(
  budget: Ruled,
  kept: ClosedPeriods | undefined,
  { lateness, before, changed }: Closing,
): Map<string, Closed> {
  const sums = new Map<string, Closed>();
  if (kept?.rule !== ruleOf(budget)) return sums;
  const foreign = new Set(kept.foreign);
  for (const [start, spentMinor] of Object.entries(kept.spentMinor)) {
    const period = periodOf(budget, start);
    const [version, isForeign] = [kept.versions[start] ?? 0, foreign.has(start)];
    const isClosed = period.end < before && !changed.some((date) => date >= start && date <= period.end);
    if (isClosed && version === versionOf(period, lateness, isForeign)) {
      sums.set(start, { spentMinor, version, isForeign });
    }
  }
  return sums;
}

/**
 * What is to be kept of a budget from now on; undefined where that is what is kept already.
 *
 * @param earlier The periods before the one that is looked at, whose rests are carried.
 * @param days The spending of those of which no sum holds; read after the lateness was.
 */
export function closePeriods(
  budget: Ruled,
  earlier: readonly Period[],
  kept: ClosedPeriods | undefined,
  closing: Closing,
  days: readonly DailySpend[],
  convert: Convert,
): ClosedPeriods | undefined {
  const known = holding(budget, kept, closing);
  const closed = earlier
    .filter(({ end }) => end < closing.before)
    .map((period) => ({ period, sum: known.get(period.start) ?? close(budget, period, closing, days, convert) }));
  const isKept =
    kept !== undefined &&
    closed.length === Object.keys(kept.spentMinor).length &&
    closed.every(({ period }) => known.has(period.start));
  if (isKept || (kept === undefined && closed.length === 0)) return undefined;
  const entries = <T>(of: (sum: Closed) => T) => closed.map(({ period, sum }) => [period.start, of(sum)] as const);
  return {
    rule: ruleOf(budget),
    spentMinor: Object.fromEntries(entries(({ spentMinor }) => spentMinor)),
    versions: Object.fromEntries(entries(({ version }) => version).filter(([, version]) => version > 0)),
    foreign: entries(({ isForeign }) => isForeign).flatMap(([start, isForeign]) => (isForeign ? [start] : [])),
  };
}

function close(
  budget: Ruled,
  period: Period,
  { lateness }: Closing,
  days: readonly DailySpend[],
  convert: Convert,
): Closed {
  const its = days.filter(({ date }) => date >= period.start && date <= period.end);
  const isForeign = its.some(({ category, currency }) => currency !== budget.currency && covers(budget, category));
  const { spentMinor } = sumSpend(budget, its, convert);
  return { spentMinor, isForeign, version: versionOf(period, lateness, isForeign) };
}
