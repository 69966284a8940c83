import { normalizePrinted } from 'printed-text/plain-text';
import { placesInPrint } from '../ground/currency.ts';
import { formatMoney, type Money } from '../ground/money.ts';
import type { PrintedLine } from './printed-line.ts';
import type { Reason } from './structured-expense.ts';

/** A line that ends so near the picture's right edge, as a share of its width, may go on beyond it. */
const EDGE = 0.008;
/** The number that a line ends with, and its decimals, if any: a point may be the last that is seen. */
const LAST_NUMBER = /(?<number>\d[\d.,' ]*?)(?:[.,](?<decimals>\d{0,2}))?$/u;

/**
 * Why a total may lack its last digits: it ends at the picture's right edge and shows fewer decimals than its currency has.
 * A picture that ends amid the digits takes the same ones from all amounts, so that they still add up.
 */
export function doubtOfCutAtEdge(lines: readonly PrintedLine[], total: Money): Reason | undefined {
  const places = placesInPrint(total.currency);
  if (places === 0) return undefined;
  const isCut = lines.some(({ text, box }) => {
    if (!box || box.left + box.width < 1 - EDGE) return false;
    const { number = '', decimals = '' } = LAST_NUMBER.exec(normalizePrinted(text).trim())?.groups ?? {};
    if (number === '' || decimals.length >= places) return false;
    return minorOf(number, decimals, places) === Math.abs(total.amountMinor);
  });
  if (!isCut) return undefined;
  return {
    code: 'TotalUnreadableError',
    message: `the total was read as ${formatMoney(total)}, but the paper is cut off at its digits; drop a picture that shows all of the paper, or state the total in a correction`,
  };
}

const minorOf = (number: string, decimals: string, places: number): number =>
  Number(number.replace(/\D/g, '') + decimals.padEnd(places, '0'));
