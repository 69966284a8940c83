import type { CategoryShare } from '../budget/top-categories.ts';
import { formatMoney } from '../ground/money.ts';
import { textBar } from './text-bar.ts';

/** A line with a bar for each category, measured against the first and largest one; none where nothing was spent. */
export function categoryChart(shares: readonly CategoryShare[], locale: string): string[] {
  const largest = shares[0]?.spent.amountMinor ?? 0;
  if (largest <= 0) return [];
  return shares.map(({ category, spent }) => {
    const bar = textBar((Math.max(0, spent.amountMinor) * 100) / largest);
    return `  ${category.padEnd(14)} ${bar} ${formatMoney(spent, locale)}`;
  });
}
