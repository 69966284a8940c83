import { currencyExponent } from '../ground/currency.ts';
import { formatMoney, type Money } from '../ground/money.ts';
import { isTotal } from './label-words.ts';
import type { LabelledAmount } from './labelled-amounts.ts';
import type { MarkedRow } from './printed-marks.ts';
import type { LineItem, Reason } from './structured-expense.ts';

/** Of these, prices are printed with their cents nearly always. */
const WITH_CENTS: ReadonlySet<string> = new Set('EUR GBP USD CAD AUD NZD CHF'.split(' '));
/** Digits of which the last two may be cents, and nothing else. */
const BARE = /^\d{3,6}$/;
const POINTED_BY_SIGN = /\d ?\p{Sc} ?\d{2}$/u;

/**
 * Why a total may be a hundred times what was paid: readers of print pass over a sign that is the decimal point, as in
 * "21€50". It is in doubt where no amount on the paper has a point, a group or a sign, and the price of no good is too short
 * to have lost one; and where other amounts have such a sign for their point.
 *
 * @param isSignRead Whether the paper prints its currency.
 */
export function doubtOfLostPoints(
  rows: readonly MarkedRow[],
  amounts: readonly LabelledAmount[],
  items: readonly LineItem[],
  total: Money,
  isSignRead: boolean,
): Reason | undefined {
  const prints = amounts.filter(({ role, minor }) => isTotal(role) && Math.abs(minor) === Math.abs(total.amountMinor));
  if (prints.length === 0 || !prints.every(({ field }) => BARE.test(field.text.trim()))) return undefined;
  const marked = rows.flatMap((row) => row.amounts);
  const hundred = 100 * 10 ** currencyExponent(total.currency);
  const isShort = ({ amount }: LineItem) => amount !== undefined && Math.abs(amount.amountMinor) < hundred;
  const isBare = marked.length === 0 && !isSignRead && WITH_CENTS.has(total.currency) && !items.some(isShort);
  if (!isBare && !marked.some(({ text }) => POINTED_BY_SIGN.test(text))) return undefined;
  return {
    code: 'TotalUnreadableError',
    message: `the total was read as ${formatMoney(total)}, but the point before its cents may be lost; state the total in a correction`,
  };
}
