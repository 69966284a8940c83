import { type LateChanges, lateMonths } from '../core/budget/late.ts';
import { type Key, LATE, lateKey, lateRatesKey, personKey, RATES } from './ledger-keys.ts';
import { queryItems, type Table, type Write } from './table.ts';

/**
 * The writes that note which months long over the spending of some days was changed in; none for what is usual. They belong
 * into the transaction that changes it: sums that are kept of these months hold no longer from then on.
 */
export const lateSpending = (userId: string, dates: readonly string[], nowMs: number): Write[] =>
  lateMonths(dates, nowMs).map((month) => raise(lateKey(userId, month)));

/** {@link lateSpending}, of exchange rates. */
export const lateRates = (dates: readonly string[], nowMs: number): Write[] =>
  lateMonths(dates, nowMs).map((month) => raise(lateRatesKey(month)));

const raise = (update: Key): Write => ({ update, set: { text: 'ADD version :one', values: { ':one': 1 } } });

/** The late changes of a person's spending; strongly consistent. Read them before the spending, never after. */
export const readLateSpending = (table: Table, userId: string): Promise<LateChanges> =>
  readLate(table, personKey(userId).PK);

/** The late changes of exchange rates; strongly consistent. Read them before the rates, never after. */
export const readLateRates = (table: Table): Promise<LateChanges> => readLate(table, RATES);

async function readLate(table: Table, partition: string): Promise<LateChanges> {
  const months = await queryItems<{ SK: string; version: number }>(table, partition, { prefix: LATE });
  return new Map(months.map(({ SK, version }) => [SK.slice(LATE.length), version]));
}
