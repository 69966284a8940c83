import { type TableRequest, type TableUse, useOf } from '../against/tapped-table.ts';
import type { TableCall } from './table-call.ts';

/** What the functions asked of the table. */
export interface CallSummary {
  /** Requests by function: a batch read is one, and so is a transaction. */
  readonly perFunction: Readonly<Record<string, number>>;
  readonly total: number;
  /** Items that transactions wrote, by function. */
  readonly writtenInTransactions: Readonly<Record<string, number>>;
  /** Items that one function read more than once. */
  readonly readAgain: readonly { readonly by: string; readonly item: string; readonly times: number }[];
}

/** Counts calls; `readAgain` speaks of one invocation as long as each function was invoked once. */
export function summarise(calls: readonly TableCall[]): CallSummary {
  const transactions = calls.filter(({ operation }) => operation === 'TransactWriteItems');
  const reads = calls.flatMap(({ by, read }) => read.map((item) => ({ by, item })));
  const times = sumBy(
    reads,
    ({ by, item }) => `${by}\n${item}`,
    () => 1,
  );
  const readAgain = Object.entries(times).flatMap(([name, count]) => {
    const [by = '', item = ''] = name.split('\n');
    return count > 1 ? [{ by, item, times: count }] : [];
  });
  return {
    perFunction: sumBy(
      calls,
      ({ by }) => by,
      () => 1,
    ),
    total: calls.length,
    writtenInTransactions: sumBy(
      transactions,
      ({ by }) => by,
      ({ on }) => on.length,
    ),
    readAgain,
  };
}

/** Requests, items and capacity units, by function and in sum. */
export type UseByFunction = { readonly total: TableUse } & Readonly<Record<string, TableUse>>;

export function useByFunction(requests: readonly TableRequest[]): UseByFunction {
  const functions = [...new Set(requests.map(({ by }) => by ?? ''))];
  const each = functions.map((name) => [name, useOf(requests.filter(({ by }) => by === name))] as const);
  return { ...Object.fromEntries(each), total: useOf(requests) };
}

function sumBy<T>(
  all: readonly T[],
  nameOf: (each: T) => string,
  countOf: (each: T) => number,
): Record<string, number> {
  const sums = new Map<string, number>();
  for (const each of all) sums.set(nameOf(each), (sums.get(nameOf(each)) ?? 0) + countOf(each));
  return Object.fromEntries(sums);
}
