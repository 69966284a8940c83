import type { CalendarDate } from '../ground/calendar-date.ts';
import { formatMoney, type Money, minorUnits } from '../ground/money.ts';
import { spreadAmount } from '../ground/spread-amount.ts';
import { accountedItems } from '../reading/item-arithmetic.ts';
import { roleOfLabel } from '../reading/label-role.ts';
import type { StructuredExpense } from '../reading/structured-expense.ts';
import { sureVendor } from '../reading/sure-vendor.ts';
import type { Category } from './category.ts';
import { byItemRules, type CategoryRule } from './category-rule.ts';
import { describeItems, findItemWord } from './stages.ts';

/** The part of a total that falls into one category, in minor units of its currency; below zero for a refund. */
export interface Share extends Category {
  readonly amountMinor: number;
  /** @default - the day of the purchase */
  readonly date?: CalendarDate;
}

/** A total by category, the largest share first, and a sentence on how it came about where there was a choice. */
export interface Split {
  readonly shares: readonly Share[];
  readonly because?: string;
}

/** A document is booked in one transaction, which holds a hundred writes; a share may need four of them. */
export const MOST_SHARES = 20;

interface Group {
  readonly category: Category;
  readonly sumMinor: number;
}

/**
 * Splits a total over the categories of its items. An item falls where a rule of the person puts it; where the document's
 * own category was guessed from its items, where its words put it; else into the document's category. Tax, tip, service,
 * discount and rounding are spread in proportion to what the items of each category come to.
 *
 * All or nothing: where the items do not account for what is printed, and for a category that a correction states, the
 * whole total stays in the document's category. The shares add up to the total exactly.
 */
export function splitTotal(
  expense: StructuredExpense & { readonly total: Money },
  whole: Category,
  rules: readonly CategoryRule[] = [],
): Split {
  const { total } = expense;
  const inOne: readonly Share[] = total.amountMinor === 0 ? [] : [{ ...whole, amountMinor: total.amountMinor }];
  if (whole.by === 'correction') return { shares: inOne };
  const categoryOf = sorter(expense, whole, rules);
  const isMixed = expense.lineItems.some(
    ({ amount, description }) => amount && categoryOf(description).category !== whole.category,
  );
  if (!isMixed) return { shares: inOne };
  const unsplit = (why: string): Split => ({ shares: inOne, because: `not split by category: ${why}` });

  const items = accountedItems(expense);
  if (!items) return unsplit('the items with an amount do not come to the subtotal or the total');
  const groups = group(
    items.filter((item) => !isDiscount(item, total)).map((item) => [categoryOf(item.description), item.amountMinor]),
  );
  if (groups.length > MOST_SHARES) return unsplit(`its items fall into more than ${MOST_SHARES} categories`);
  const sums = groups.map(({ sumMinor }) => sumMinor);
  const amounts = spread(total, sums);
  if (!amounts)
    return unsplit('goods were given back, and it is not told which of them the tax or discount belongs to');
  const shares = groups
    .map(({ category }, index): Share => ({ ...category, amountMinor: minorUnits(amounts[index] ?? 0) }))
    .filter(({ amountMinor }) => amountMinor !== 0)
    .sort(
      (a, b) => Math.abs(b.amountMinor) - Math.abs(a.amountMinor) || Number(isOf(b, whole)) - Number(isOf(a, whole)),
    );
  return { shares, because: `split by category: the items account for ${formatMoney(total)}` };
}

const isOf = (share: Share, { category }: Category): boolean => share.category === category;

/** Says where an item falls. What falls into the document's category does so for the document's reason. */
function sorter(expense: StructuredExpense, whole: Category, rules: readonly CategoryRule[]) {
  const { lineItems } = expense;
  const isGuess = whole.by === 'items' || whole.by === 'default';
  const words = isGuess ? lineItems.map(({ description }) => findItemWord(description)?.category) : [];
  return (description: string): Category => {
    const ruled = byItemRules(rules, sureVendor(expense), description);
    const found = isGuess && !ruled ? findItemWord(description) : undefined;
    const category = ruled?.category ?? found?.category ?? whole.category;
    if (category === whole.category) return whole;
    if (ruled || !found) return ruled ?? whole;
    const count = words.filter((name) => name === category).length;
    return { category, by: 'items', because: describeItems(count, lineItems.length, category, found.term) };
  };
}

/** One group for each category, with the reason of its first item. */
function group(items: readonly (readonly [Category, number])[]): Group[] {
  const groups = new Map<string, Group>();
  for (const [category, amountMinor] of items) {
    const known = groups.get(category.category);
    groups.set(category.category, {
      category: known?.category ?? category,
      sumMinor: (known?.sumMinor ?? 0) + amountMinor,
    });
  }
  return [...groups.values()];
}

/** The total by the sums; undefined where they have both signs and something comes on top of them. */
function spread({ amountMinor }: Money, sums: readonly number[]): readonly number[] | undefined {
  if (sums.reduce((sum, one) => sum + one, 0) === amountMinor) return sums;
  const sign = Math.sign(amountMinor);
  if (sums.some((sum) => sum * sign < 0) || sums.every((sum) => sum === 0)) return undefined;
  return spreadAmount(minorUnits(amountMinor), sums.map(Math.abs));
}

/** A line such as "COUPON -3.00" is no thing that was bought: it lowers what the others cost. */
const isDiscount = (item: { description: string; amountMinor: number }, { amountMinor }: Money): boolean =>
  item.amountMinor * Math.sign(amountMinor) < 0 && roleOfLabel(item.description) === 'discount';
