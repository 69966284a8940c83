import { type Agreement, compareInvoiceNumbers, sharedNumbers } from './compare-numbers.ts';
import { compareShops } from './compare-shops.ts';
import { compareTimes, minutesBetween } from './compare-times.ts';
import type { PurchaseTraits } from './likeness.ts';
import { arePicturesAlike } from './picture-likeness.ts';

/** What two receipts of one day and currency have in common. */
export interface Comparison {
  /** `misread`: they differ in one digit. `more`: one is the other and a tip. `opposite`: one of them is a refund. */
  readonly total: 'same' | 'misread' | 'more' | 'different' | 'opposite';
  readonly shop: Agreement;
  readonly number: Agreement;
  readonly time: Agreement;
  readonly items: Agreement;
  /** Of the other long numbers: `same` where most stand on both. */
  readonly others: Agreement;
  readonly picture: Agreement;
  /** Whether one without goods may be the slip of a card that paid the other. */
  readonly isSlipOf: boolean;
}

/** `other`: surely another purchase. `same`: likely the same one. `doubt`: may be the same, and a person has to say. */
export type Verdict = 'other' | 'same' | 'doubt';

/** Compares what is printed on two receipts of one day and currency. */
export const comparePurchases = (one: PurchaseTraits, other: PurchaseTraits): Comparison => ({
  total: compareTotals(one.totalMinor, other.totalMinor),
  shop: compareShops(one, other),
  number: compareInvoiceNumbers(one, other),
  time: compareTimes(one.timesOfDay, other.timesOfDay),
  items: compareItems(one.itemsMinor, other.itemsMinor),
  others: compareOthers(one.numbers, other.numbers),
  picture: arePicturesAlike(one.picture, other.picture) ? 'near' : 'unknown',
  isSlipOf: isSlipOf(one, other) || isSlipOf(other, one),
});

/**
 * Decides whether two receipts of one day and currency are one purchase.
 *
 * With the same total and shop they are, unless another number or another time of day is printed; what speaks for and
 * against is weighed, so a number that differs is not enough where the time is the same to the minute. Of different
 * shops they are not, unless number, time, items or picture say that a name was misread. With another total they are
 * not, unless number or items are the same, or the time is and the total differs in a digit or hardly another number does:
 * then one of them was misread; or one is the other with a tip, at the same time or on the slip of the card that paid it. A
 * refund is never the purchase.
 */
export function judgePurchases(compared: Comparison): Verdict {
  if (compared.total !== 'same') return judgeOtherTotal(compared);
  if (compared.shop === 'different') return sameness(compared) >= ENOUGH ? 'doubt' : 'other';
  const difference = differenceOf(compared);
  if (difference >= ENOUGH) return 'other';
  return compared.shop === 'same' && difference <= 0 ? 'same' : 'doubt';
}

const ENOUGH = 2;

function judgeOtherTotal({ total, shop, number, time, items, others, isSlipOf: isSlip }: Comparison): Verdict {
  const isTipped = total === 'more' && number !== 'different' && (time === 'same' || isSlip);
  if (isTipped && (shop === 'same' || shop === 'near')) return 'doubt';
  if (total === 'opposite' || shop !== 'same' || time === 'different') return 'other';
  const isMisread = time === 'same' && (total === 'misread' || others === 'same');
  return number === 'same' || items === 'same' || isMisread ? 'doubt' : 'other';
}

/** What speaks for two purchases at one shop, above zero, and for one, below. */
const differenceOf = ({ number, time, items, others }: Comparison): number =>
  weigh(number, { different: 2, same: -2 }) +
  weigh(time, { different: 2, same: -1 }) +
  weigh(items, { different: 1, same: -2 }) +
  weigh(others, { different: 1 });

/** What speaks for one purchase although the merchants differ. */
const sameness = ({ number, time, items, others, picture }: Comparison): number =>
  weigh(number, { same: 2, different: -2 }) +
  weigh(time, { same: 2, near: 1, different: -2 }) +
  weigh(items, { same: 2 }) +
  weigh(others, { same: 2 }) +
  weigh(picture, { near: 2 });

const weigh = (agreement: Agreement, weights: { readonly [agreement in Agreement]?: number }): number =>
  weights[agreement] ?? 0;

/** Two totals whose digits differ in one place, or whose point may be lost, may be one that was misread. */
function compareTotals(one: number, other: number): Comparison['total'] {
  if (one === other) return 'same';
  if (Math.sign(one) !== Math.sign(other)) return 'opposite';
  const [ours, theirs] = [String(Math.abs(one)), String(Math.abs(other))];
  if (ours.replace(/0+$/, '') === theirs.replace(/0+$/, '')) return 'misread';
  const misread = [...ours].filter((digit, index) => digit !== theirs.charAt(index)).length;
  if (ours.length === theirs.length && misread === 1) return 'misread';
  return Math.max(one / other, other / one) <= 1 + MOST_TIP ? 'more' : 'different';
}

/** Of what a tip is put on. */
const MOST_TIP = 0.35;
/** From the bill to the card. */
const MOST_MINUTES = 30;

/** A paper without goods, of some minutes later. */
const isSlipOf = (slip: PurchaseTraits, bill: PurchaseTraits): boolean =>
  slip.itemsMinor.length === 0 &&
  bill.itemsMinor.length > 0 &&
  slip.totalMinor > bill.totalMinor &&
  minutesBetween(bill.timesOfDay, slip.timesOfDay).some((minutes) => minutes >= 0 && minutes <= MOST_MINUTES);

const FEW_ITEMS = 3;

/** The items' amounts, in any order; one or two say nothing. */
function compareItems(one: readonly number[], other: readonly number[]): Agreement {
  const fewest = Math.min(one.length, other.length);
  if (fewest < 2) return 'unknown';
  const left = [...other];
  const shared = one.filter((amount) => {
    const index = left.indexOf(amount);
    if (index >= 0) left.splice(index, 1);
    return index >= 0;
  }).length;
  if (shared >= FEW_ITEMS && shared >= 0.75 * Math.max(one.length, other.length)) return 'same';
  return shared <= fewest / 3 ? 'different' : 'unknown';
}

const MANY = 0.75;
const FEW = 0.5;

function compareOthers(one: readonly string[], other: readonly string[]): Agreement {
  const share = sharedNumbers(one, other);
  if (share === undefined) return 'unknown';
  return share >= MANY ? 'same' : share < FEW ? 'different' : 'unknown';
}
