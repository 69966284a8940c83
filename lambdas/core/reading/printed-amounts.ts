import { readPrintedAmount } from 'printed-text/amounts';
import type { Notation } from 'printed-text/decimals';
import { type Amount, findAmounts } from 'printed-text/find-amounts';
import { tellsHours } from 'printed-text/opening-hours';
import { normalizePrinted } from 'printed-text/plain-text';
import { type CurrencyCode, placesInPrint } from '../ground/currency.ts';
import { isForeign, toMinorUnits } from './labelled-amounts.ts';

/**
 * In how many lines each amount stands, whatever it is there. Keys are minor units without sign. Only digits that look
 * like an amount of the currency count: with its decimals where it has any, no dates, times, percentages or numbers, and nothing of which two readings are left.
 */
export function countPrintedAmounts(
  lines: readonly string[],
  currency: CurrencyCode,
  notation: Notation,
): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  const looksLikeOne = placesInPrint(currency) === 0 ? isWhole : hasDecimals;
  for (const line of lines.filter((one) => !tellsHours(one))) {
    const inLine = new Set<number>();
    for (const found of findAmounts(normalizePrinted(line)).filter(looksLikeOne)) {
      const amount = readPrintedAmount(found.text, notation);
      const isOwn = amount !== undefined && !amount.ambiguous && !isForeign(amount, currency);
      const minor = isOwn ? toMinorUnits(amount, currency) : undefined;
      if (minor !== undefined && minor !== 0) inLine.add(Math.abs(minor));
    }
    for (const minor of inLine) counts.set(minor, (counts.get(minor) ?? 0) + 1);
  }
  return counts;
}

/** A mark before the last two or three digits; which of the two it is says the notation. */
const hasDecimals = ({ form, text }: Amount): boolean =>
  form !== 'repaired' && form !== 'lost-point' && /\d[.,]\d{2,3}(?!\d|[.,]\d)/.test(text);
const isWhole = ({ form, text }: Amount): boolean => (form === 'whole' || form === 'plain') && /\d.*\d/.test(text);
