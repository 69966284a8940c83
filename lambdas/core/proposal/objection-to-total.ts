import { placesInPrint } from '../ground/currency.ts';
import { type Money, minorUnits } from '../ground/money.ts';
import { notationOf } from '../reading/labelled-amounts.ts';
import { countPrintedAmounts } from '../reading/printed-amounts.ts';
import type { StructuredExpense } from '../reading/structured-expense.ts';

/** One item that is the total proves nothing. */
const FEWEST_ITEMS = 2;

/**
 * What the paper holds against a proposed total; undefined where its own figures bear it out. They do where
 *
 * - no total was read, and nothing but that stands in doubt of it: one that was read and is doubted is not replaced;
 * - it is printed as an amount of the currency, and no larger one is: that may be the total, or what was given;
 * - every item that was read has an amount, and they come to it exactly;
 * - no other amount is printed below it: that may be a discount, a tax on top or the total.
 *
 * A refund is never proposed: which way the money went is for a person to say.
 */
export function objectionToTotal(
  { amountMinor, currency }: Money,
  { total, refund, reasons, lineItems }: StructuredExpense,
  rows: readonly string[],
): string | undefined {
  if (total) return 'another total was read, and is in doubt';
  if (refund || amountMinor <= 0) return 'which way the money went is not shown';
  if (reasons.some(({ code }) => code === 'TotalsDisagreeError')) return 'the totals on the paper disagree';
  const amounts = amountsByRow(rows, currency);
  const last = amounts.findLastIndex((inRow) => inRow.has(amountMinor));
  if (last < 0) return 'it is printed nowhere as an amount';
  if (amounts.some((inRow) => [...inRow].some((amount) => amount > amountMinor))) return 'a larger amount is printed';
  const items = lineItems.map(({ amount }) => (amount?.currency === currency ? amount.amountMinor : 0));
  const sum = minorUnits(items.reduce<number>((all, one) => all + one, 0));
  if (items.length < FEWEST_ITEMS || items.some((item) => item <= 0) || sum !== amountMinor) {
    return 'the items do not come to it';
  }
  const isBelow = rows.some(
    (row, index) =>
      index > last && ([...(amounts[index] ?? [])].some((amount) => amount !== amountMinor) || endsInNumber(row)),
  );
  return isBelow ? 'another amount is printed below it' : undefined;
}

/** The amounts of each row in minor units, whatever they are there. */
function amountsByRow(rows: readonly string[], currency: Money['currency']): ReadonlySet<number>[] {
  const notation = notationOf(
    rows.map((text) => ({ text })),
    placesInPrint(currency),
  );
  return rows.map((row) => new Set(countPrintedAmounts([row], currency, notation).keys()));
}

/** A number that ends a row may be an amount that lost its point; a day or a time of day is none. */
const endsInNumber = (row: string): boolean => /(?:^|[^\d.,:/-])\d{1,7}$/.test(row);
