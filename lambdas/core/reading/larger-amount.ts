import { foldPrinted } from 'printed-text/letters';
import { formatMoney, type Money, minorUnits } from '../ground/money.ts';
import { amountInCurrency } from './labelled-amounts.ts';
import type { MarkedRow } from './printed-marks.ts';
import type { Reason } from './structured-expense.ts';

/** The row that holds the total and says so. */
const TOTALS: readonly (string | undefined)[] = ['total', 'due', 'rounded-total', 'subtotal'];
const FEWEST_LETTERS = 2;

/**
 * Why a total is in doubt though sums give it: below it stands a larger amount, beside words that are not understood. What
 * was read as the total may be a subtotal, in a language of which one word is known and the other is not.
 */
export function doubtOfLarger(rows: readonly MarkedRow[], total: Money): Reason | undefined {
  const amountsOf = ({ amounts }: MarkedRow) =>
    amounts.flatMap(({ text }) => amountInCurrency(text, total.currency) ?? []);
  const place = rows.findIndex((row) => TOTALS.includes(row.role) && amountsOf(row).includes(total.amountMinor));
  if (place < 0 || total.amountMinor <= 0) return undefined;
  const larger = rows
    .slice(place + 1)
    .filter(({ role, label, isConversion }) => role === undefined && !isConversion && isWorded(label) && !isLate(label))
    .flatMap(amountsOf)
    .find((minor) => minor > total.amountMinor);
  if (larger === undefined) return undefined;
  const print = (minor: number) => formatMoney({ ...total, amountMinor: minorUnits(minor) });
  const message = `the total was read as ${print(total.amountMinor)}, but ${print(larger)} stands below it beside words that are not known; state the total in a correction`;
  return { code: 'TotalsDisagreeError', message };
}

/** What it comes to for those who pay late, which is not what it comes to. */
const isLate = (label: string): boolean =>
  /\b(?:after|late|overdue|past due|nach dem|nach falligkeit|verspatet|apres|en retard|despues|dopo|scaduto|apos|na vervaldatum|efter|po terminie)\b/.test(
    foldPrinted(label),
  );

const isWorded = (text: string): boolean => (text.match(/\p{L}/gu)?.length ?? 0) >= FEWEST_LETTERS;
