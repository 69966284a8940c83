import { squashLetters } from 'printed-text/letters';
import { inclusiveTaxOf } from './inclusive-tax.ts';
import { type LabelRole, TOTALS } from './label-words.ts';
import type { LabelledAmount } from './labelled-amounts.ts';

/** A sum on the receipt that gives a value. */
export interface Closure {
  readonly kind:
    | 'cash'
    | 'subtotal'
    | 'rounding'
    | 'items'
    | 'paid-and-due'
    | 'prior-balance'
    | 'unprinted-rounding'
    | 'discounted'
    | 'tipped'
    | 'payments'
    | 'inclusive-tax'
    | 'sections';
  /** Minor units of the value it gives. */
  readonly minor: number;
  /** The amounts added or taken away on the way. */
  readonly parts: readonly LabelledAmount[];
}

/** What is added to a subtotal on the way to a total; a discount is taken away, a rounding goes both ways. */
const PARTS: readonly LabelRole[] = ['tax', 'service', 'tip', 'shipping', 'deposit', 'discount', 'rounding'];

/** More parts than this are a table of taxes, not a sum; trying all subsets of them would close by accident. */
const MOST_PARTS = 8;
const MOST_SUBTOTALS = 4;

/**
 * Every sum of the receipt that gives the value: cash − change, subtotal + parts, a total ± rounding, the items, what
 * was paid and what is still due, the balance carried from before.
 *
 * @param itemsMinor Sum of the line items, where each of them has an amount.
 */
export function closuresOf(minor: number, amounts: readonly LabelledAmount[], itemsMinor?: number): Closure[] {
  const of = (role: LabelRole) =>
    distinct(amounts.filter((amount) => amount.role === role && (role !== 'rounding' || isSmall(amount))));
  const allParts = PARTS.flatMap(of);
  const parts = allParts.slice(0, MOST_PARTS);
  const totals = TOTALS.flatMap(of).filter((total) => total.minor !== minor);
  const close = (kind: Closure['kind'], used: readonly LabelledAmount[]): Closure => ({ kind, minor, parts: used });

  const found: Closure[] = [];
  const hasTotal = TOTALS.flatMap(of).some((total) => total.minor === minor);
  for (const [cash, change] of pairs(of('cash'), of('change'))) {
    // What was given less nothing is what was given: it confirms a total and no more.
    if (change.minor === 0 && !hasTotal) continue;
    if (cash.minor - Math.abs(change.minor) === minor) found.push(close('cash', [cash, change]));
  }
  const subtotals = of('subtotal').slice(0, MOST_SUBTOTALS);
  for (const [index, base] of subtotals.entries()) {
    // Goods of each tax rate may have a subtotal of their own.
    const used = findSubset(minor - base.minor, [...subtotals.slice(index + 1), ...nearest(allParts, base)]);
    // A subtotal alone does not confirm itself.
    if (used && (used.length > 0 || hasTotal)) found.push(close('subtotal', [base, ...used]));
    else if (isRoundedFrom(minor, (exact) => findSubset(exact - base.minor, parts) !== undefined)) {
      found.push(close('unprinted-rounding', [base]));
    }
  }
  const ofItems = itemsMinor ? findSubset(minor - itemsMinor, parts) : undefined;
  if (ofItems) found.push(close('items', ofItems));
  // A bill in sections gives each a total, and one of all.
  const sections = waysOfSections(totals)
    .map((parts) => {
      const sum = parts.reduce((all, section) => all + section.minor, 0);
      const used = findSubset(minor - sum, [...of('tax'), ...of('service')].slice(0, MOST_SUBTOTALS));
      return used && [...parts, ...used];
    })
    .find((parts) => parts !== undefined);
  if (sections) found.push(close('sections', sections));
  for (const total of totals) {
    const rounding = of('rounding').find((part) => part.minor !== 0 && differBy(total.minor, minor, part.minor));
    if (rounding) found.push(close('rounding', [total, rounding]));
    else if (isRoundedFrom(minor, (exact) => exact === total.minor)) found.push(close('unprinted-rounding', [total]));
  }
  // A coupon or an insurance's adjustment may come off behind the total.
  const cuts = [...of('discount'), ...amounts.filter((amount) => amount.role === 'rounding' && !isSmall(amount))];
  for (const [total, cut] of pairs(totals, cuts)) {
    if (cut.minor !== 0 && total.minor - Math.abs(cut.minor) === minor) found.push(close('discounted', [total, cut]));
  }
  // Two tips or more are suggestions, none of which was given.
  const [tip, ...otherTips] = of('tip');
  if (tip && otherTips.length === 0 && tip.minor > 0) {
    const untipped = totals.find((total) => total.minor + tip.minor === minor);
    if (untipped) found.push(close('tipped', [untipped, tip]));
  }
  // A part is printed with a minus where it is taken off what is to be paid: "Gift card -10.00", "Card 5.00".
  const payments = of('cash').filter((payment) => payment.minor !== 0);
  if (hasTotal && payments.length > 1 && of('change').every((change) => change.minor === 0)) {
    const all = payments.reduce((sum, payment) => sum + Math.abs(payment.minor), 0);
    if (all === minor) found.push(close('payments', payments));
  }
  const taxIn = inclusiveTaxOf(minor, amounts);
  if (taxIn) found.push(close('inclusive-tax', [taxIn]));
  for (const [paid, due] of pairs(of('cash'), of('due'))) {
    if (due.minor > 0 && paid.minor !== 0 && Math.abs(paid.minor) + due.minor === minor)
      found.push(close('paid-and-due', [paid, due]));
  }
  for (const [prior, total] of pairs(of('prior-balance'), totals)) {
    if (prior.minor !== 0 && total.minor - prior.minor === minor) found.push(close('prior-balance', [prior, total]));
  }
  return found;
}

/** As many parts as may be tried, those on the page of the subtotal first: tables of goods tell the tax of each. */
function nearest(parts: readonly LabelledAmount[], { field }: LabelledAmount): LabelledAmount[] {
  const isNear = (part: LabelledAmount) => part.field.page === field.page;
  return [...parts.filter(isNear), ...parts.filter((part) => !isNear(part))].slice(0, MOST_PARTS);
}

const differBy = (left: number, right: number, difference: number): boolean =>
  Math.abs(left - right) === Math.abs(difference);

/** Where five cents are the smallest coin, a multiple of five may stand for an exact sum up to four minor units away. */
function isRoundedFrom(minor: number, isExact: (exact: number) => boolean): boolean {
  return minor % 5 === 0 && [-4, -3, -2, -1, 1, 2, 3, 4].some((difference) => isExact(minor + difference));
}

/** "Adjustment" is a rounding on a till and anything on a bill. */
const isSmall = ({ minor }: LabelledAmount): boolean => Math.abs(minor) <= 500;

/** The fewest parts that give the difference; undefined when none do. */
function findSubset(difference: number, parts: readonly LabelledAmount[]): LabelledAmount[] | undefined {
  if (difference === 0) return [];
  const [part, ...rest] = parts;
  if (!part) return undefined;
  const without = findSubset(difference, rest);
  if (without && without.length <= 1) return without;
  const withPart = signedWays(part)
    .filter((way) => way !== 0)
    .map((way) => findSubset(difference - way, rest))
    .filter((found) => found !== undefined)
    .sort((a, b) => a.length - b.length)[0];
  if (!withPart) return without;
  return without && without.length <= withPart.length + 1 ? without : [part, ...withPart];
}

function signedWays({ role, minor }: LabelledAmount): number[] {
  if (role === 'discount') return [-Math.abs(minor)];
  if (role === 'rounding') return [minor, -minor];
  return [minor];
}

/** The same amount in the same role, printed twice or tagged on two pages, counts once; two taxes do not. */
function distinct(amounts: readonly LabelledAmount[]): LabelledAmount[] {
  const seen = new Set<string>();
  return amounts.filter(({ role, minor, field }) => {
    const key = `${role} ${minor} ${field.label ?? ''}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** Sections of a bill: of equal totals one is another's repetition, unless they have names of their own. */
function waysOfSections(totals: readonly LabelledAmount[]): LabelledAmount[][] {
  const positive = totals.filter(({ minor }) => minor > 0);
  const named = positive.filter(
    ({ minor, field }, index) =>
      positive.findIndex((other) => other.minor === minor && nameOf(other.field.label) === nameOf(field.label)) ===
      index,
  );
  return [distinctValues(positive), named].filter((parts) => parts.length > 1);
}

const nameOf = (label = ''): string => squashLetters(label);

const distinctValues = (amounts: readonly LabelledAmount[]): LabelledAmount[] =>
  amounts.filter(({ minor }, index) => amounts.findIndex((other) => other.minor === minor) === index);

function pairs<Left, Right>(left: readonly Left[], right: readonly Right[]): [Left, Right][] {
  return left.flatMap((one) => right.map((other): [Left, Right] => [one, other]));
}
