import { normalizePrinted } from 'printed-text/plain-text';
import { placesInPrint } from '../ground/currency.ts';
import { formatMoney, type Money } from '../ground/money.ts';
import type { DigitsDoubt } from './digits-beside.ts';
import type { PrintedField } from './expense-fields.ts';
import { roleOfLabel } from './label-role.ts';
import { isTotal } from './label-words.ts';
import { type PrintedLine, rowsOfLines } from './printed-line.ts';

const PLACES = 2;
/** In widths of a character of the whole part: smaller cents stand directly behind it. */
const GLUED = 1;
const SMALLER = 0.8;

const WHOLE = /^(?:\p{Sc}|\p{L}{1,3}\.?)? ?(?<number>\d{1,3}(?:[., ']?\d{3})*)$/u;
const PAIR = /^(?<pair>\d{2})(?: ?\p{Sc})?$/u;
/** Heads a column of cents, folded. */
const HEAD_OF_CENTS =
  /^(?:p|pence|c|ct|cts|cents?|centimes?|centimos|centavos|rp|gr|ore|øre|öre|paise|sen|kop|коп|h|hal)\.?$/iu;

/** Whole units and the cell behind them that may hold their cents. */
interface Pair {
  readonly whole: string;
  readonly cents: string;
  readonly isGlued: boolean;
  readonly saysTotal: boolean;
}

/**
 * Why a total is in doubt that was read in one of two columns of a ruled form, one for pounds and one for pence, or that
 * has smaller cents behind it which were read apart: the cents may be taken for the amount, or be lost.
 *
 * @param prints The fields that hold the total.
 */
export function doubtOfCentsBeside(
  lines: readonly PrintedLine[],
  prints: readonly PrintedField[],
  total: Money,
): DigitsDoubt | undefined {
  if (placesInPrint(total.currency) !== PLACES) return undefined;
  const pairs = rowsOfLines(lines).flatMap(pairOf);
  const isColumn =
    pairs.some(({ cents }) => cents.startsWith('0')) ||
    (pairs.length > 1 && lines.some(({ text }) => HEAD_OF_CENTS.test(normalizePrinted(text).trim())));
  const numbers = new Set(prints.map(({ text }) => digitsOf(text)));
  const holding = pairs.filter(
    ({ whole, cents, isGlued }) => (isColumn || isGlued) && (numbers.has(digitsOf(whole)) || numbers.has(cents)),
  );
  const pair = holding.find(({ saysTotal }) => saysTotal) ?? holding.at(-1);
  if (!pair) return undefined;
  const instead = `${digitsOf(pair.whole)}.${pair.cents}`;
  const message = `the total was read as ${formatMoney(total)}, but its digits stand beside others, as in ${instead}; drop a sharper picture, or state the total in a correction`;
  return { reason: { code: 'TotalUnreadableError', message }, instead };
}

const digitsOf = (text: string): string => normalizePrinted(text).replace(/\D/g, '');

/** The last two cells of a row, where they are whole units and two digits. */
function pairOf(cells: readonly PrintedLine[]): Pair[] {
  const [before, last] = cells.slice(-2);
  const whole = before && WHOLE.exec(normalizePrinted(before.text).trim())?.groups?.['number'];
  const cents = last && PAIR.exec(normalizePrinted(last.text).trim())?.groups?.['pair'];
  if (!before || !last || !whole || !cents) return [];
  const label = cells.slice(0, -2).map(({ text }) => text);
  return [{ whole, cents, isGlued: isGlued(before, last), saysTotal: isTotal(roleOfLabel(label.join(' '))) }];
}

function isGlued(before: PrintedLine, cents: PrintedLine): boolean {
  if (!before.box || !cents.box) return false;
  const gap = cents.box.left - before.box.left - before.box.width;
  return cents.box.height < SMALLER * before.box.height && gap < (GLUED * before.box.width) / before.text.length;
}
