import type { Notation } from 'printed-text/decimals';
import { normalizePrinted } from 'printed-text/plain-text';
import { type CurrencyCode, currencyExponent } from '../ground/currency.ts';
import { toMinorUnits } from './labelled-amounts.ts';
import { readPrintedAmount } from './printed-amount.ts';

/**
 * In how many lines each amount stands, whatever it is there. Keys are minor units without sign. Only digits that look
 * like an amount of the currency count: with its decimals where it has any, no dates, times, percentages or numbers.
 */
export function countPrintedAmounts(
  lines: readonly string[],
  currency: CurrencyCode,
  notation: Notation,
): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  const token = currencyExponent(currency) === 0 ? WHOLE : WITH_DECIMALS;
  for (const line of lines) {
    const inLine = new Set<number>();
    for (const [text] of normalizePrinted(line).matchAll(token)) {
      const amount = readPrintedAmount(text, notation);
      const minor = amount && toMinorUnits(amount, currency);
      if (minor !== undefined && minor !== 0) inLine.add(Math.abs(minor));
    }
    for (const minor of inLine) counts.set(minor, (counts.get(minor) ?? 0) + 1);
  }
  return counts;
}

const WITH_DECIMALS = /(?<![\d.,/:-])\d[\d.,']*[.,]\d{2,3}(?![\d/:%]|[.,]\d|-\d)/g;
const WHOLE =
  /(?<![\d.,/:#-])\d{1,3}(?:[,.']\d{3})+(?![\d/:%-])|(?<![\d.,/:#-])[1-9]\d{1,6}(?![\d/:%.,年月日時分号番点個년월일-])/g;
