import type { DailySpend } from '../budget/spend.ts';
import type { Category } from '../category/category.ts';

/** The part of a document that is booked on one day in one category; below zero for a refund. */
export interface Allocation extends DailySpend {
  /** Which stage put it there, and why; absent in what was booked before documents were split. */
  readonly by?: Category['by'];
  readonly because?: string;
}

const keyOf = ({ date, category, currency }: Allocation): string => `${date}#${category}#${currency}`;

/**
 * What has to be added to each day's spending when a document's allocations are replaced. Entries that change
 * nothing are left out, so that booking the same again writes no spending at all.
 */
export function netDifference(before: readonly Allocation[], after: readonly Allocation[]): Allocation[] {
  const net = new Map<string, Allocation>();
  const add = (allocation: Allocation, sign: 1 | -1) => {
    const sum = net.get(keyOf(allocation))?.amountMinor ?? 0;
    net.set(keyOf(allocation), { ...allocation, amountMinor: sum + sign * allocation.amountMinor });
  };
  for (const allocation of before) add(allocation, -1);
  for (const allocation of after) add(allocation, 1);
  return [...net.values()].filter(({ amountMinor }) => amountMinor !== 0);
}

/** The days and categories whose budgets a replacement may move, each once. */
export function affectedDays(
  before: readonly Allocation[],
  after: readonly Allocation[],
): { date: string; category: string }[] {
  const seen = new Map([...before, ...after].map(({ date, category }) => [`${date}#${category}`, { date, category }]));
  return [...seen.values()];
}
