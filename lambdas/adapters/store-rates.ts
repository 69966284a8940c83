import { monthOf } from '../core/budget/period.ts';
import { optimistically } from '../core/ground/optimistic.ts';
import { someAtOnce } from '../core/ground/some-at-once.ts';
import { isNewerSource, type ObjectSource } from '../core/object/object-source.ts';
import type { DayRates, RatesStored } from '../core/rates/day-rates.ts';
import { lateRates } from './late-store.ts';
import { rateKey } from './ledger-keys.ts';
import { readRates } from './rate-store.ts';
import { type Expression, type Table, transact } from './table.ts';

/** Rates of a day as the table holds them, with the file that they came from. */
export interface StoredRates extends DayRates {
  readonly source: ObjectSource;
}

/** All days are in one partition, which takes 1,000 writes a second: more at a time would only be throttled. */
const MONTHS_AT_A_TIME = 8;

/**
 * Stores the rates of each day unless a newer file gave them already, newest days first, a month in a transaction. Days that
 * this file stored before are not written again, so a run that broke off goes on where it was, and a second one changes nothing.
 * Rates of a month that is long over are noted as late, for what was made of the earlier ones holds no longer.
 *
 * @throws SpendwireError `LedgerBusyError` when others were at the same month every time.
 */
export async function storeRates(
  table: Table,
  days: readonly DayRates[],
  source: ObjectSource,
  nowMs: number,
): Promise<RatesStored> {
  const newestFirst = [...days].sort((left, right) => (left.date < right.date ? 1 : -1));
  const [last, first] = [newestFirst[0], newestFirst.at(-1)];
  if (!first || !last) return { stored: 0, superseded: 0 };
  const known = await readRates<StoredRates>(table, first.date, last.date);
  const months = new Map<string, StoredRates[]>();
  for (const day of newestFirst) {
    const { start } = monthOf(day.date);
    months.set(start, [...(months.get(start) ?? []), { ...day, source }]);
  }
  const results = await someAtOnce(MONTHS_AT_A_TIME, [...months.values()], (month) =>
    storeMonth(table, month, known, nowMs),
  );
  const stored = results.reduce((sum, count) => sum + count, 0);
  return { stored, superseded: days.length - stored };
}

/** How many days of a month have the rates of this file now. */
async function storeMonth(
  table: Table,
  month: readonly StoredRates[],
  known: readonly StoredRates[],
  nowMs: number,
): Promise<number> {
  let current = new Map(known.map((rates) => [rates.date, rates]));
  return optimistically(async () => {
    const isOurs = (day: StoredRates) => isSame(day.source, current.get(day.date)?.source);
    const isNewer = (day: StoredRates) => isNewerSource(day.source, current.get(day.date)?.source);
    const toStore = month.filter((day) => !isOurs(day) && isNewer(day));
    const stored = month.filter(isOurs).length + toStore.length;
    if (toStore.length === 0) return stored;
    const { written } = await transact(table, [
      ...toStore.map((day) => ({
        put: { ...rateKey(day.date), ...day },
        condition: unchanged(current.get(day.date)),
      })),
      ...lateRates(
        toStore.map(({ date }) => date),
        nowMs,
      ),
    ]);
    if (written) return stored;
    const { start, end } = monthOf(month[0]?.date ?? '');
    current = new Map((await readRates<StoredRates>(table, start, end)).map((rates) => [rates.date, rates]));
    return undefined;
  });
}

const isSame = (left: ObjectSource, right: ObjectSource | undefined): boolean =>
  left.key === right?.key && left.versionId === right.versionId && left.sequencer === right.sequencer;

const unchanged = (read: StoredRates | undefined): Expression =>
  read
    ? {
        text: '#source.#key = :key AND #source.versionId = :version AND #source.sequencer = :sequencer',
        values: { ':key': read.source.key, ':version': read.source.versionId, ':sequencer': read.source.sequencer },
      }
    : { text: 'attribute_not_exists(PK)' };
