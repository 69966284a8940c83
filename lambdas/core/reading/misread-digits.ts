import type { Money } from '../ground/money.ts';
import { doubtOfCentsBeside } from './cents-beside.ts';
import type { ChosenTotal } from './choose-total.ts';
import { type DigitsDoubt, doubtOfDigitsBeside } from './digits-beside.ts';
import type { LabelledAmount } from './labelled-amounts.ts';
import { doubtOfFirstDigit } from './misread-sign.ts';
import type { PrintedLine } from './printed-line.ts';
import type { LineItem } from './structured-expense.ts';

/** Sums that a total read in part, or with a digit too many, does not give by chance. */
const isProof = (kind: string, items: readonly LineItem[]): boolean =>
  kind !== 'inclusive-tax' && kind !== 'unprinted-rounding' && (kind !== 'items' || items.length > 1);

/** Whether digits of the total may be missing, or one too many, or its cents were taken for it. */
export function doubtOfDigits(
  total: Money,
  { closures, prints }: ChosenTotal,
  items: readonly LineItem[],
  amounts: readonly LabelledAmount[],
  printed: readonly PrintedLine[],
  isSignRead: boolean,
): DigitsDoubt | undefined {
  const isSummed = closures.some(({ kind }) => isProof(kind, items));
  const beside = doubtOfDigitsBeside(printed, prints, total, isSummed) ?? doubtOfCentsBeside(printed, prints, total);
  if (beside || isSummed) return beside;
  const minors = items.flatMap(({ amount }) => (amount ? [amount.amountMinor] : []));
  return doubtOfFirstDigit(total, minors.length === items.length ? minors : undefined, amounts, isSignRead, printed);
}
