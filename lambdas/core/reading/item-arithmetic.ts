import { minorUnits } from '../ground/money.ts';
import type { LineItem, StructuredExpense } from './structured-expense.ts';

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

/** What is printed below the items, and the items themselves. */
export type Sums = Pick<
  StructuredExpense,
  'lineItems' | 'total' | 'subtotal' | 'tax' | 'tip' | 'serviceCharge' | 'discount'
>;

/**
 * The items that have an amount, each with the sign that it has in the total, where they account for what is printed:
 * they come to the subtotal, or to the total with any of tax, tip, service and discount, give or take a rounding to
 * coins of five. A refund prints its items with a minus or without one.
 *
 * @returns undefined where they do not: some item was misread, or not read at all.
 */
export function accountedItems(sums: Sums): readonly { description: string; amountMinor: number }[] | undefined {
  const { lineItems, total, subtotal, tax, tip, serviceCharge, discount } = sums;
  if (!total) return undefined;
  const items = lineItems.flatMap(({ description, amount }) =>
    amount ? [{ description, amountMinor: amount.amountMinor as number }] : [],
  );
  const sum = items.reduce((whole, { amountMinor }) => whole + amountMinor, 0);
  const isOpposite = Math.sign(sum) * Math.sign(total.amountMinor) < 0;
  const signed = isOpposite ? items.map((item) => ({ ...item, amountMinor: -item.amountMinor })) : items;
  // From here on as on a purchase: a refund's sums are all turned round.
  const sign = total.amountMinor < 0 ? -1 : 1;
  const itemsMinor = sign * (isOpposite ? -sum : sum);
  const totalMinor = Math.abs(total.amountMinor);
  const charges = [tax, tip, serviceCharge].flatMap((charge) => (charge ? [sign * charge.amountMinor] : []));
  const parts = discount ? [...charges, -Math.abs(discount.amountMinor)] : charges;
  let ways = [itemsMinor];
  for (const part of parts) ways = [...ways, ...ways.map((way) => way + part)];
  const isSubtotal = subtotal !== undefined && sign * subtotal.amountMinor === itemsMinor;
  return isSubtotal || ways.some((way) => isTotal(way, totalMinor)) ? signed : undefined;
}

/** Where five cents are the smallest coin, a multiple of five stands for an exact sum up to four minor units away. */
const isTotal = (sum: number, total: number): boolean =>
  sum === total || (total % 5 === 0 && Math.abs(sum - total) < 5);
