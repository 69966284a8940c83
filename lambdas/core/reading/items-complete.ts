import { formatDecimal, minorUnits } from '../ground/money.ts';
import { accountedItems, type Sums } from './item-arithmetic.ts';
import type { StructuredExpense } from './structured-expense.ts';

/**
 * The expense with whether its items account for what is printed: as a sum already showed, or as they do now. Only items that
 * do say how the whole was spent. Of no items it is said only where goods are printed; nothing is said without a total.
 */
export function withItemsComplete(expense: StructuredExpense): StructuredExpense {
  const { itemsComplete, ...rest } = expense;
  if (!expense.total) return rest;
  if (expense.lineItems.length === 0) return itemsComplete === false ? expense : rest;
  return { ...rest, itemsComplete: itemsComplete === true || accountedItems(expense) !== undefined };
}

/**
 * "4 items read, 29.61 of the subtotal missing", for a person; undefined where the items account for what is printed, or
 * none are printed.
 */
export function itemsRemark(sums: Sums & Pick<StructuredExpense, 'itemsComplete'>): string | undefined {
  const { lineItems, total, subtotal, itemsComplete } = sums;
  if (!total || itemsComplete || accountedItems(sums)) return undefined;
  const whole = subtotal ?? total;
  if (lineItems.length === 0) {
    const amount = formatDecimal({ ...whole, amountMinor: minorUnits(Math.abs(whole.amountMinor)) });
    return itemsComplete === false ? `no items read of ${amount}` : undefined;
  }
  const isOne = lineItems.length === 1;
  const read = `${lineItems.length} ${isOne ? 'item' : 'items'} read`;
  const name = subtotal ? 'subtotal' : 'total';
  // Whether tax and tip lie in the items or on top of them is not told.
  if (!subtotal && [sums.tax, sums.tip, sums.serviceCharge, sums.discount].some((part) => part !== undefined)) {
    return `${read}, which ${isOne ? 'does' : 'do'} not come to the total`;
  }
  const sum = lineItems.reduce((all, { amount }) => all + (amount?.amountMinor ?? 0), 0);
  const missing = Math.abs(whole.amountMinor) - Math.abs(sum);
  const difference = formatDecimal({ ...whole, amountMinor: minorUnits(Math.abs(missing)) });
  return missing > 0
    ? `${read}, ${difference} of the ${name} missing`
    : `${read}, which ${isOne ? 'comes' : 'come'} to ${difference} more than the ${name}`;
}
