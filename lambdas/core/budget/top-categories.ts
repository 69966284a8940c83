import type { Money } from '../ground/money.ts';
import { money } from '../ground/money.ts';
import type { Convert, DailySpend } from './spend.ts';

const MOST_CATEGORIES = 5;

/** Where most of the money went, the largest first; what cannot be converted is left out. */
export function topCategories(days: readonly DailySpend[], currency: string, convert: Convert): CategoryShare[] {
  const sums = new Map<string, number>();
  for (const day of days) {
    const counted = day.currency === currency ? day.amountMinor : convert(day, currency);
    if (counted !== undefined) sums.set(day.category, (sums.get(day.category) ?? 0) + counted);
  }
  return [...sums]
    .filter(([, amountMinor]) => amountMinor > 0)
    .sort(([a, left], [b, right]) => right - left || a.localeCompare(b))
    .slice(0, MOST_CATEGORIES)
    .map(([category, amountMinor]) => ({ category, spent: money(amountMinor, currency) }));
}

export interface CategoryShare {
  readonly category: string;
  readonly spent: Money;
}
