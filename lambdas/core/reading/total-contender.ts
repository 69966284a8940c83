import { type MinorUnits, minorUnits } from '../ground/money.ts';
import type { PrintedField } from './expense-fields.ts';
import { isCashInHand, saysTotal } from './label-role.ts';
import type { LabelRole } from './label-words.ts';
import type { LabelledAmount } from './labelled-amounts.ts';
import { roundedTotals } from './rounded-totals.ts';
import { type Closure, closuresOf } from './total-arithmetic.ts';

/** A value that may be the total, with all that speaks for it. */
export interface Contender {
  readonly minor: MinorUnits;
  /** The fields that hold it, the likeliest first. */
  readonly prints: readonly LabelledAmount[];
  readonly closures: readonly Closure[];
  readonly score: number;
}

/** How likely an amount with this role is the total. Set by hand: every weight can be explained, none was trained. */
const ROLE_WEIGHT: Readonly<Partial<Record<LabelRole, number>>> = {
  'rounded-total': 4,
  due: 3.2,
  total: 3,
  cash: 0,
  subtotal: -1,
};
const TYPE_WEIGHT: Readonly<Record<string, number>> = { TOTAL: 1.5, AMOUNT_DUE: 0.5 };
const CLOSURE_WEIGHT: Readonly<Record<Closure['kind'], number>> = {
  cash: 3,
  'paid-and-due': 3,
  'prior-balance': 2,
  rounding: 2.5,
  'unprinted-rounding': 1.2,
  discounted: 2.5,
  tipped: 2.5,
  payments: 2.5,
  'inclusive-tax': 1,
  sections: 2.5,
  subtotal: 2.5,
  items: 1.5,
};
/** A rounding leads away from the amount before it: of 9.54 and 9.50 the latter was paid. */
const BEFORE_ROUNDING = -4.5;
const REPEATED = 0.6;
const ZERO = -3;

/** What the goods of a document come to. */
export interface GoodsSum {
  readonly minor: number;
  /** Thousandths of the height at which the goods of each page end, where that is known. */
  readonly ends: ReadonlyMap<number, number>;
}

/**
 * Every value that may be the total, the likeliest first: those with a label that says so, and what cash less change
 * leaves, where the goods come to it or it is printed on some line.
 *
 * @param lineCounts In how many lines each amount stands, minor units without sign.
 */
export function rankTotals(
  amounts: readonly LabelledAmount[],
  goods: GoodsSum | undefined,
  lineCounts: ReadonlyMap<number, number>,
): Contender[] {
  const labelled = amounts.filter(({ role }) => ROLE_WEIGHT[role] !== undefined);
  const prints = [...labelled, ...unlabelledTotals(amounts, goods, lineCounts), ...roundedTotals(amounts)];
  return [...new Set(prints.map(({ minor }) => minor))]
    .map((minor) => {
      const own = prints.filter((print) => print.minor === minor);
      return weigh(minor, prints, closuresOf(minor, amounts, mayProve(own, goods) ? goods?.minor : undefined));
    })
    .sort((a, b) => b.score - a.score);
}

/**
 * Whether the sum of the goods says anything about a value. It does not about a payment with goods below it: goods and the
 * change add up to it as well, and the change may have been read as goods. Cash that was handed over has to stand below all
 * of them. "Total paid" is a total as well, wherever a page that lies sideways has it.
 */
const mayProve = (prints: readonly LabelledAmount[], goods: GoodsSum | undefined): boolean =>
  prints.some(({ role, field }) => {
    if (role !== 'cash' || saysTotal(field.label ?? '')) return true;
    const place = placeBeside(field, goods);
    return isCashInHand(field.label) ? place === 'below' : place !== 'above';
  });

/** Where a field stands beside the last of the goods of its page; undefined where that is not known. */
function placeBeside({ page, place }: PrintedField, goods: GoodsSum | undefined): 'above' | 'below' | undefined {
  const end = goods?.ends.get(page);
  const top = Number.parseInt(place?.split(',')[1] ?? '', 10);
  if (end === undefined || Number.isNaN(top) || top === end) return undefined;
  return top > end ? 'below' : 'above';
}

/** What was given less the change, where no label of a total was read with that value. */
function unlabelledTotals(
  amounts: readonly LabelledAmount[],
  goods: GoodsSum | undefined,
  lineCounts: ReadonlyMap<number, number>,
): LabelledAmount[] {
  const of = (role: LabelRole) => amounts.filter((amount) => amount.role === role);
  return of('cash').flatMap((cash) =>
    of('change').flatMap((change): LabelledAmount[] => {
      const minor = minorUnits(cash.minor - Math.abs(change.minor));
      const isKnown = amounts.some((amount) => amount.minor === minor && ROLE_WEIGHT[amount.role] !== undefined);
      if (change.minor === 0 || minor <= 0 || isKnown) return [];
      if (goods?.minor !== minor && !lineCounts.has(minor)) return [];
      const { label: _, place: __, ...field } = cash.field;
      const confidence = Math.min(cash.field.confidence, change.field.confidence, MOST_CONFIDENCE);
      return [
        {
          role: 'total',
          minor,
          field: { ...field, type: 'OTHER', confidence },
          isDoubtful: true,
          isOpen: cash.isOpen || change.isOpen,
        },
      ];
    }),
  );
}

/** Percent. What was worked out is not to be believed without a sum. */
const MOST_CONFIDENCE = 85;

function weigh(minor: MinorUnits, prints: readonly LabelledAmount[], closures: readonly Closure[]): Contender {
  const own = prints.filter((print) => print.minor === minor).sort((a, b) => weightOfPrint(b) - weightOfPrint(a));
  const kinds = new Set(closures.map(({ kind }) => kind));
  const score =
    Math.max(...own.map(weightOfPrint)) +
    [...kinds].reduce((sum, kind) => sum + CLOSURE_WEIGHT[kind], 0) +
    (kinds.has('rounding') && minor % 5 !== 0 ? BEFORE_ROUNDING : 0) +
    REPEATED * Math.min(2, placesOf(own) - 1) +
    (minor === 0 ? ZERO : 0);
  return { minor, prints: own, closures, score };
}

function weightOfPrint({ role, field, isDoubtful }: LabelledAmount): number {
  const confidence = Math.max(-1, Math.min(0.5, (field.confidence - 90) / 20));
  return (ROLE_WEIGHT[role] ?? 0) + (TYPE_WEIGHT[field.type] ?? 0) + confidence - (isDoubtful ? 0.5 : 0);
}

/** At how many places the value was tagged. */
export function placesOf(prints: readonly LabelledAmount[]): number {
  const places = prints.map(({ field }) => `${field.page} ${field.place ?? `${field.type} ${field.label ?? ''}`}`);
  return new Set(places).size;
}
