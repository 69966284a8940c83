import type { CurrencyCode } from '../ground/currency.ts';
import { formatMoney, type MinorUnits } from '../ground/money.ts';
import type { LabelledAmount } from './labelled-amounts.ts';
import type { Reason } from './structured-expense.ts';
import type { Closure } from './total-arithmetic.ts';
import { type Contender, rankTotals } from './total-contender.ts';
import { doubtOfTotal } from './total-doubt.ts';

/** The value that is most likely the total, and what speaks for it. */
export interface ChosenTotal {
  readonly minor: MinorUnits;
  readonly closures: readonly Closure[];
  /** Why a person has to look at it; absent when it can be trusted. */
  readonly doubt?: Reason;
  readonly because: string;
}

/**
 * Chooses the total among the summary's amounts by label, arithmetic, repetition and confidence.
 *
 * @param itemsMinor Sum of the line items, where each has an amount.
 * @param lineCounts In how many lines each amount stands, minor units without sign.
 * @returns undefined when no amount may be a total.
 */
export function chooseTotal(
  amounts: readonly LabelledAmount[],
  itemsMinor: number | undefined,
  lineCounts: ReadonlyMap<number, number>,
  currency: CurrencyCode,
): ChosenTotal | undefined {
  const [best, second] = rankTotals(amounts, itemsMinor);
  if (!best) return undefined;
  const doubt = doubtOfTotal(best, { second, amounts, lineCounts, currency });
  return { minor: best.minor, closures: best.closures, because: explain(best, currency), ...(doubt && { doubt }) };
}

function explain({ minor, closures, prints }: Contender, currency: CurrencyCode): string {
  const sums = [...new Set(closures.map(({ kind }) => SUM_WORDS[kind]))];
  const label = prints[0]?.field.label;
  const printed = label === undefined ? 'printed as the total' : `printed beside "${label}"`;
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
  sections: 'equals the totals of all sections',
  items: 'equals the items',
};
