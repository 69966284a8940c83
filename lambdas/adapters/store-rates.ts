import { optimistically } from '../core/ground/optimistic.ts';
import { someAtOnce } from '../core/ground/some-at-once.ts';
import { isNewerSource, type ObjectSource } from '../core/object/object-source.ts';
import type { DayRates, RatesStored } from '../core/rates/day-rates.ts';
import { rateKey } from './ledger-keys.ts';
import { readRates } from './rate-store.ts';
import { type Expression, putItem, type Table } from './table.ts';

/** Rates of a day as the table holds them, with the file that they came from. */
export interface StoredRates extends DayRates {
  readonly source: ObjectSource;
}

/** All days are in one partition, which takes 1,000 writes a second: more at a time would only be throttled. */
const WRITES_AT_A_TIME = 8;

/**
 * Stores the rates of each day unless a newer file gave them already, newest days first. Days that this file stored
 * before are not written again, so a run that broke off goes on where it was, and a second one changes nothing.
 *
 * @throws SpendwireError `LedgerBusyError` when others were at the same day every time.
 */
export async function storeRates(table: Table, days: readonly DayRates[], source: ObjectSource): Promise<RatesStored> {
  const newestFirst = [...days].sort((left, right) => (left.date < right.date ? 1 : -1));
  const [last, first] = [newestFirst[0], newestFirst.at(-1)];
  if (!first || !last) return { stored: 0, superseded: 0 };
  const known = await readRates<StoredRates>(table, first.date, last.date);
  const byDate = new Map(known.map((rates) => [rates.date, rates]));
  const results = await someAtOnce(WRITES_AT_A_TIME, newestFirst, (day) =>
    storeDay(table, { ...day, source }, byDate.get(day.date)),
  );
  const stored = results.filter((isOurs) => isOurs).length;
  return { stored, superseded: days.length - stored };
}

/** Whether the day's rates are now those of this file. */
async function storeDay(table: Table, day: StoredRates, known: StoredRates | undefined): Promise<boolean> {
  let current = known;
  return optimistically(async () => {
    if (current && isSame(day.source, current.source)) return true;
    if (!isNewerSource(day.source, current?.source)) return false;
    if (await putItem(table, { ...rateKey(day.date), ...day }, unchanged(current))) return true;
    [current] = await readRates<StoredRates>(table, day.date, day.date);
    return undefined;
  });
}

const isSame = (left: ObjectSource, right: ObjectSource): boolean =>
  left.key === right.key && left.versionId === right.versionId && left.sequencer === right.sequencer;

const unchanged = (read: StoredRates | undefined): Expression =>
  read
    ? {
        text: '#source.#key = :key AND #source.versionId = :version AND #source.sequencer = :sequencer',
        values: { ':key': read.source.key, ':version': read.source.versionId, ':sequencer': read.source.sequencer },
      }
    : { text: 'attribute_not_exists(PK)' };
