import { readPrintedAmount } from './amounts.ts';
import type { DecimalMark, Notation } from './decimals.ts';

/**
 * How amounts that stand together are written, from those that leave no doubt: two places behind a mark, and three where
 * the whole before them is too long for a group, or zero: `1,450.500` and `0.450`, but not `12.500`. Where more amounts have
 * three digits behind that mark than two, in a currency without three places, a digit is missing of these two: nothing is said.
 *
 * @param exponent Decimal places of their currency, where it is known.
 */
export function notationOf(texts: readonly string[], exponent?: number): Notation {
  const votes: Record<DecimalMark, number> = { '.': 0, ',': 0 };
  for (const text of texts) {
    const mark = sureMark(text, exponent);
    if (mark) votes[mark] += 1;
  }
  const decimalMark = votes['.'] === votes[','] ? undefined : votes['.'] > votes[','] ? '.' : ',';
  const groups =
    decimalMark === undefined || exponent === undefined || exponent === 3
      ? 0
      : texts.filter((text) => isGroup(text, decimalMark)).length;
  const isSaid = decimalMark !== undefined && groups <= votes[decimalMark];
  return { ...(exponent !== undefined && { exponent }), ...(isSaid && { decimalMark }) };
}

/** `14,700`: one mark, and three digits behind it. */
const isGroup = (text: string, mark: DecimalMark): boolean =>
  new RegExp(`(?<![\\d.,])[1-9]\\d{0,2}\\${mark}\\d{3}(?![\\d.,]*\\d)`).test(text);

function sureMark(text: string, exponent: number | undefined): DecimalMark | undefined {
  const amount = readPrintedAmount(text);
  if (!amount || amount.repaired) return undefined;
  const [whole = '', fraction = ''] = amount.decimal.split('.');
  if (amount.decimalMark && fraction.length === 2) return amount.ambiguous ? undefined : amount.decimalMark;
  if (exponent !== 3) return undefined;
  if (amount.decimalMark && fraction.length === 3 && (whole === '0' || whole.length > 3)) return amount.decimalMark;
  // One mark twice makes groups, so that the other one is left for the places.
  const group = /^\D*\d{1,3}([.,])\d{3}\1\d{3}(?!\d|[.,]\d)/.exec(text)?.[1];
  return group === ',' ? '.' : group === '.' ? ',' : undefined;
}
