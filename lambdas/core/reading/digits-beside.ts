import { normalizePrinted } from 'printed-text/plain-text';
import { formatMoney, type Money } from '../ground/money.ts';
import type { PrintedField } from './expense-fields.ts';
import { roleOfLabel } from './label-role.ts';
import { isTotal } from './label-words.ts';
import { type PrintedLine, rowsOfLines } from './printed-line.ts';
import type { Reason } from './structured-expense.ts';

/** Why a total's digits are in doubt, and what they may be instead, as printed. */
export interface DigitsDoubt {
  readonly reason: Reason;
  readonly instead: string;
}

/** In widths of a character: one blank, with the margins of both. */
const WORD_GAP = 1.3;

/** A row in which a number stands, and whether digits stand before or behind it as groups of the same number would. */
interface Sighting {
  readonly isTotal: boolean;
  readonly whole?: string;
}

/**
 * Why a total is in doubt though it was read well: directly beside its digits stand others, and together they are groups of
 * a larger amount: "SEK 15", read apart from "905". Beside an amount with decimals that sums give they may be a count.
 *
 * @param prints The fields that hold the total.
 */
export function doubtOfDigitsBeside(
  lines: readonly PrintedLine[],
  prints: readonly PrintedField[],
  total: Money,
  isSummed: boolean,
): DigitsDoubt | undefined {
  const rows = lines.length > 0 ? rowsOfLines(lines).map(textOfRow) : prints.map(textOfField);
  const sightings = [...new Set(prints.map(({ text }) => numberOf(text)))]
    .filter((number) => number !== '' && !(isSummed && /[.,]\d{2}$/.test(number)))
    .flatMap((number) => rows.flatMap((row) => sightingsOf(number, row)));
  const isCut = ({ whole }: Sighting) => whole !== undefined;
  const cut = sightings.find((one) => isCut(one) && (one.isTotal || sightings.every(isCut)));
  if (cut?.whole === undefined) return undefined;
  const message = `the total was read as ${formatMoney(total)}, but its digits stand beside others, as in ${cut.whole}; drop a sharper picture, or state the total in a correction`;
  return { reason: { code: 'TotalUnreadableError', message }, instead: cut.whole };
}

const textOfField = ({ label = '', text }: PrintedField): string => normalizePrinted(`${label} ${text}`);
const numberOf = (text: string): string => /\d(?:[\d.,' ]*\d)?/.exec(normalizePrinted(text))?.[0] ?? '';

/** The cells of a row with a blank between those that stand a word's gap apart, and a tab between others. */
function textOfRow(cells: readonly PrintedLine[]): string {
  return cells
    .map((cell, index) => {
      const before = cells[index - 1];
      return `${before ? (isNear(before, cell) ? ' ' : '\t') : ''}${normalizePrinted(cell.text)}`;
    })
    .join('');
}

function isNear(before: PrintedLine, cell: PrintedLine): boolean {
  if (!before.box || !cell.box) return false;
  const longer = before.text.length > cell.text.length ? before : cell;
  const character = (longer.box?.width ?? 0) / longer.text.length;
  return cell.box.left - before.box.left - before.box.width < WORD_GAP * character;
}

/** The last groups of a number begin with three digits, its first ones hold no decimals. */
const LAST_GROUPS = /^\d{3}(?!\d)/;
const FIRST_GROUPS = /^[1-9]\d{0,2}(?: \d{3})*$/;
const GROUPS_BEFORE = /(?<![^\s\p{L}\p{Sc}(:*=]|\d[.,: /-]?)[1-9]\d{0,2}(?: \d{3})* $/u;
const GROUPS_BEHIND = /^(?: \d{3})+(?:[.,]\d{2})?(?![\d\p{L}]|[.,:/-]\d)/u;

function sightingsOf(number: string, row: string): Sighting[] {
  return placesOf(number, row).map((place): Sighting => {
    const [before, behind] = [row.slice(0, place), row.slice(place + number.length)];
    const head = LAST_GROUPS.test(number) ? (GROUPS_BEFORE.exec(before)?.[0] ?? '') : '';
    const tail = FIRST_GROUPS.test(number) ? (GROUPS_BEHIND.exec(behind)?.[0] ?? '') : '';
    const label = before.slice(0, before.length - head.length).trim();
    const saysTotal = isTotal(roleOfLabel(label));
    return { isTotal: saysTotal, ...(head + tail !== '' && { whole: `${head}${number}${tail}` }) };
  });
}

/** Where a number stands that is no part of a longer one. */
function placesOf(number: string, row: string): number[] {
  const alone = new RegExp(`(?<![\\d]|\\d[.,:/'-])${number.replace(/[.']/g, '\\$&')}(?!\\d|[.,:/']\\d)`, 'g');
  return [...row.matchAll(alone)].map(({ index }) => index);
}
