import { type Money, minorUnits } from '../ground/money.ts';
import type { ExpensePart, StructuredExpense } from '../reading/structured-expense.ts';
import type { Category } from './category.ts';
import type { CategoryRule } from './category-rule.ts';
import { MOST_SHARES, type Share, type Split, splitTotal } from './split-total.ts';

/**
 * Splits a total over the categories of its items, and where the document holds several invoices over their days too: each
 * is split on its own. What falls on one day into one category is one share. Where these would be too many, each day's
 * total stays in the document's category.
 */
export function splitParts(
  expense: StructuredExpense & { readonly total: Money },
  whole: Category,
  rules: readonly CategoryRule[] = [],
): Split {
  const { parts } = expense;
  if (!parts) return splitTotal(expense, whole, rules);
  const split = joined(parts.flatMap((part) => splitPart(expense, part, whole, rules)));
  if (split.length <= MOST_SHARES) return { shares: split };
  const inOne = parts.map(({ purchasedOn, total }) => ({
    ...whole,
    amountMinor: total.amountMinor,
    date: purchasedOn,
  }));
  return { shares: joined(inOne), because: `not split by category: it would be in more than ${MOST_SHARES} parts` };
}

const splitPart = (
  expense: StructuredExpense,
  part: ExpensePart,
  whole: Category,
  rules: readonly CategoryRule[],
): Share[] => {
  // What the other invoices state is none of this one's.
  const {
    subtotal: _,
    tax: __,
    tip: ___,
    serviceCharge: ____,
    discount: _____,
    itemsComplete: ______,
    ...common
  } = expense;
  return splitTotal({ ...common, ...part }, whole, rules).shares.map((share) => ({ ...share, date: part.purchasedOn }));
};

function joined(shares: readonly Share[]): Share[] {
  const byPlace = new Map<string, Share>();
  for (const share of shares) {
    const key = `${share.date}#${share.category}`;
    const before = byPlace.get(key)?.amountMinor ?? 0;
    byPlace.set(key, { ...share, amountMinor: minorUnits(before + share.amountMinor) });
  }
  return [...byPlace.values()]
    .filter(({ amountMinor }) => amountMinor !== 0)
    .sort((a, b) => Math.abs(b.amountMinor) - Math.abs(a.amountMinor));
}
