import { minorUnits } from '../money.ts';
import type { LineItem } from './structured-expense.ts';

/** More pieces of one thing than this are no quantity but two prices that happen to divide. */
const MOST_PIECES = 99;

/** Quantity × price of one in minor units, rounded half up; undefined where one of them was not read. */
export function productOf({ quantity, unitPrice }: LineItem): number | undefined {
  if (quantity === undefined || unitPrice === undefined) return undefined;
  const [whole = '0', fraction = ''] = quantity.split('.');
  const scale = 10 ** fraction.length;
  const product = (Number(`${whole}${fraction}`) * unitPrice.amountMinor) / scale;
  return Number.isSafeInteger(Math.round(product)) ? Math.round(product) : undefined;
}

/** The item with what the others of quantity, price of one and amount give; what was read stays as it is. */
export function completeItem(item: LineItem): LineItem {
  const { quantity, unitPrice, amount } = item;
  const product = productOf(item);
  if (amount === undefined && product !== undefined && unitPrice !== undefined) {
    return { ...item, amount: { amountMinor: minorUnits(product), currency: unitPrice.currency } };
  }
  if (quantity !== undefined || unitPrice === undefined || amount === undefined) return item;
  const pieces = amount.amountMinor / unitPrice.amountMinor;
  return Number.isInteger(pieces) && pieces > 1 && pieces <= MOST_PIECES ? { ...item, quantity: String(pieces) } : item;
}

/**
 * The items with one amount put right, where exactly one differs from quantity × price of one and the others with that
 * product add up to a printed sum. An amount that differs for a reason, such as a discount of its own, closes as it is.
 *
 * @param sums Printed totals and subtotals in minor units.
 */
export function repairItems(items: readonly LineItem[], sums: readonly number[]): readonly LineItem[] {
  const sum = items.reduce((total, { amount }) => total + (amount?.amountMinor ?? 0), 0);
  if (sums.includes(sum)) return items;
  const ways = items.flatMap((item, index) => {
    const product = productOf(item);
    if (product === undefined || !item.amount || product === item.amount.amountMinor) return [];
    return sums.includes(sum - item.amount.amountMinor + product) ? [{ index, product }] : [];
  });
  const [way, ...others] = ways;
  if (!way || others.length > 0) return items;
  return items.map((item, index) =>
    index === way.index && item.amount
      ? { ...item, amount: { ...item.amount, amountMinor: minorUnits(way.product) } }
      : item,
  );
}
