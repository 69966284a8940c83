import { foldPrinted } from 'printed-text/letters';
import { formatMoney, type Money, minorUnits } from '../ground/money.ts';
import { isTotal, TOTALS } from './label-words.ts';
import { amountInCurrency } from './labelled-amounts.ts';
import type { MarkedRow } from './printed-marks.ts';
import type { Reason } from './structured-expense.ts';

/** Of a label that may be words and no sign. */
const FEWEST_LETTERS = 2;

/**
 * Why a total is in doubt though sums give it: below it stands a larger amount, beside words that are not understood. What
 * was read as the total may be a subtotal, in a language of which one word is known and the other is not; where no sum gives
 * it and no word beside it says so, it may be the price of a good.
 *
 * Where the goods come to the total and what the larger amount has above it stands below that, it is what was given.
 *
 * @param isProven Whether a sum gives the total.
 * @param isSummed Whether the goods do, or a subtotal.
 * @default isSummed - false
 */
export function doubtOfLarger(
  rows: readonly MarkedRow[],
  total: Money,
  isProven: boolean,
  isSummed = false,
): Reason | undefined {
  const amountsOf = ({ amounts }: MarkedRow) =>
    amounts.flatMap(({ text }) => amountInCurrency(text, total.currency) ?? []);
  const holding = rows.flatMap((row, index) => (amountsOf(row).includes(total.amountMinor) ? [index] : []));
  const holdingAs = (roles: readonly (string | undefined)[]) =>
    holding.find((index) => roles.includes(rows[index]?.role));
  const said = holdingAs(TOTALS);
  const place = said ?? holdingAs(['subtotal']) ?? (isProven ? undefined : holding[0]) ?? -1;
  if (place < 0 || total.amountMinor <= 0) return undefined;
  // Where another row says that it is the total, this one is none.
  const isOther = (role: string | undefined) => role === undefined || (said === undefined && isTotal(role));
  // "Price without card 10.00" is what it would have been without the 2.00 that were saved.
  const saved = rows
    .filter(({ role }) => role === 'discount' || role === 'points')
    .flatMap(amountsOf)
    .map(Math.abs);
  const isSaved = (minor: number) => isProven && saved.includes(minor);
  const isReturned = (minor: number, index: number) =>
    rows
      .slice(index + 1)
      .some((row) => [undefined, 'change'].includes(row.role) && amountsOf(row).some((one) => one === minor)) &&
    !isShareOfTax(minor, total.amountMinor);
  const larger = rows
    .flatMap((row, index) => {
      const { role, label, isConversion } = row;
      if (index <= place || !isOther(role) || isConversion || !isWorded(label) || isLate(label)) return [];
      return amountsOf(row).map((minor) => ({ minor, isTotal: role !== undefined, index }));
    })
    .filter(({ minor }) => minor > total.amountMinor && !isSaved(minor - total.amountMinor))
    .find(({ minor, index, isTotal }) => isTotal || !isSummed || !isReturned(minor - total.amountMinor, index));
  if (larger === undefined) return undefined;
  const print = (minor: number) => formatMoney({ ...total, amountMinor: minorUnits(minor) });
  const message = `the total was read as ${print(total.amountMinor)}, but ${print(larger.minor)} stands below it beside ${larger.isTotal ? 'words for a total' : 'words that are not known'}; state the total in a correction`;
  return { code: 'TotalsDisagreeError', message };
}

/** What it comes to for those who pay late, which is not what it comes to. */
export const isLate = (label: string): boolean =>
  /\b(?:after|late|overdue|past due|nach dem|nach falligkeit|verspatet|apres|en retard|despues|dopo|scaduto|apos|na vervaldatum|efter|po terminie)\b/.test(
    foldPrinted(label),
  );

/** Whether an amount is some percent of another, as a tax on it is: what looks like change may be the tax of a net sum. */
const isShareOfTax = (part: number, whole: number): boolean =>
  Array.from({ length: MOST_PERCENT * 2 }, (_, half) => (whole * (half + 1)) / 200).some(
    (tax) => Math.abs(tax - part) <= 0.5,
  );
const MOST_PERCENT = 30;

const isWorded = (text: string): boolean => (text.match(/\p{L}/gu)?.length ?? 0) >= FEWEST_LETTERS;
