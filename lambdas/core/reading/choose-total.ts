import type { CurrencyCode } from '../ground/currency.ts';
import { formatMoney, type MinorUnits } from '../ground/money.ts';
import type { PrintedField } from './expense-fields.ts';
import type { LabelledAmount } from './labelled-amounts.ts';
import type { Reason } from './structured-expense.ts';
import type { Closure } from './total-arithmetic.ts';
import { type Contender, type GoodsSum, rankTotals } from './total-contender.ts';
import { doubtOfTotal } from './total-doubt.ts';

/** The value that is most likely the total, and what speaks for it. */
export interface ChosenTotal {
  readonly minor: MinorUnits;
  readonly closures: readonly Closure[];
  /** The fields that hold it. */
  readonly prints: readonly PrintedField[];
  /** Why a person has to look at it; absent when it can be trusted. */
  readonly doubt?: Reason;
  readonly because: string;
}

/**
 * Chooses the total among the summary's amounts by label, arithmetic, repetition and confidence.
 *
 * @param goods What the line items come to, where each has an amount.
 * @param lineCounts In how many lines each amount stands, minor units without sign.
 * @returns undefined when no amount may be a total.
 */
export function chooseTotal(
  amounts: readonly LabelledAmount[],
  goods: GoodsSum | undefined,
  lineCounts: ReadonlyMap<number, number>,
  currency: CurrencyCode,
): ChosenTotal | undefined {
  const [best, second] = rankTotals(amounts, goods, lineCounts);
  if (!best) return undefined;
  const doubt = doubtOfTotal(best, { second, amounts, goods, lineCounts, currency });
  return {
    minor: best.minor,
    closures: best.closures,
    prints: best.prints.map(({ field }) => field),
    because: explain(best, currency),
    ...(doubt && { doubt }),
  };
}

function explain({ minor, closures, prints }: Contender, currency: CurrencyCode): string {
  const sums = [...new Set(closures.map(({ kind }) => SUM_WORDS[kind]))];
  const label = prints[0]?.field.label;
  const isWorkedOut = prints.every(
    ({ field, role }) =>
      field.type === 'OTHER' && label === undefined && (role === 'total' || role === 'rounded-total'),
  );
  const printed =
    label !== undefined ? `printed beside "${label}"` : isWorkedOut ? 'worked out' : 'printed as the total';
  return `total ${formatMoney({ amountMinor: minor, currency })}: ${[printed, ...sums].join(', ')}`;
}

const SUM_WORDS: Readonly<Record<Closure['kind'], string>> = {
  cash: 'equals cash less change',
  'paid-and-due': 'equals what was paid and what is due',
  'prior-balance': 'equals the balance less the one before',
  rounding: 'differs from another total by the rounding',
  discounted: 'equals another total less what was taken off',
  'unprinted-rounding': 'is another sum rounded to five',
  subtotal: 'equals the subtotal with tax and charges',
  tipped: 'equals another total with the tip',
  payments: 'equals what was paid in parts',
  'inclusive-tax': 'holds the printed tax at its rate',
  sections: 'equals the totals of all sections',
  items: 'equals the items',
};
