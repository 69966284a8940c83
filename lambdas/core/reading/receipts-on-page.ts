import { readPrintedAmount } from 'printed-text/amounts';
import { foldPrinted } from 'printed-text/letters';
import { roleOfLabel } from './label-role.ts';
import { isTotal } from './label-words.ts';
import type { LineBox, PrintedLine } from './printed-line.ts';
import { readTimesOfDay } from './read-times-of-day.ts';
import { readSlipRows, type SlipRow } from './slip-rows.ts';

/** A part of a page that is a receipt of its own, with its total as printed. */
export interface PageReceipt {
  readonly total: string;
}

const LEAST_BELOW = 4;
/** An invoice has columns as well. */
const LEAST_BESIDE = 5;
const LEAST_OF_ANOTHER_ORDER = 6;
const MINUTES_APART = 10;
const MOST_TOTALS = 10;
/** In widths of the page. */
const NARROWEST_COLUMN = 0.25;
const MOST_ACROSS = 0.25;
const MOST_APART_AT_TOP = 0.25;

/**
 * The receipts that lie on one page, below each other or side by side; one or none where nothing says that there are
 * several. Each has a total and a day of its own, and what else tells two purchases apart is weighed: the number of the
 * document under the same words, the time, the total, goods, a name above it. A card's slip, a copy and a slip to pay with
 * have the day of the receipt; sections of an invoice come to a total of all of them.
 *
 * @param lines Of one page.
 * @param rows Its rows.
 * @param thisYear Two-digit years are read as the latest year up to the one after this.
 */
export function receiptsOnPage(
  lines: readonly PrintedLine[],
  rows: readonly SlipRow[],
  thisYear: number,
): PageReceipt[] {
  return (columnsOf(lines, thisYear) ?? [rows]).flatMap(splitBelow);
}

function splitBelow(rows: readonly SlipRow[]): PageReceipt[] {
  const cuts = rows.flatMap((row, index) => {
    const [upper, lower] = [rows.slice(0, index + 1), rows.slice(index + 1)];
    if (!isReceipt(upper) || !isReceipt(lower)) return [];
    return [{ upper, lower, gap: (lower[0]?.top ?? 0) - (row.bottom ?? 0) }];
  });
  const least = ({ upper, lower }: (typeof cuts)[number]) =>
    dayComesFirst(upper) === dayComesFirst(lower) ? LEAST_BELOW : LEAST_OF_ANOTHER_ORDER;
  const [cut] = cuts.filter((one) => differencesOf(one.upper, one.lower) >= least(one)).sort((a, b) => b.gap - a.gap);
  if (cut) return [...splitBelow(cut.upper), ...splitBelow(cut.lower)];
  const total = rows.findLast((row) => row.total !== undefined)?.total;
  return total === undefined ? [] : [{ total }];
}

const totalsOf = (rows: readonly SlipRow[]): string[] => rows.flatMap(({ total }) => total ?? []);
const daysOf = (rows: readonly SlipRow[]): string[] => rows.flatMap(({ days }) => days);
const isReceipt = (rows: readonly SlipRow[]): boolean => totalsOf(rows).length > 0 && daysOf(rows).length > 0;
const dayComesFirst = (rows: readonly SlipRow[]): boolean =>
  rows.findIndex(({ days }) => days.length > 0) < rows.findIndex(({ total }) => total !== undefined);

/** How much says that two parts are two purchases; 0 where they are surely one. */
function differencesOf(one: readonly SlipRow[], other: readonly SlipRow[]): number {
  if (sharesNumber(one, other) || comesToOneTotal(one, other)) return 0;
  const otherDay = !daysOf(one).some((day) => daysOf(other).includes(day));
  const otherNumber = hasOtherNumber(one, other);
  const otherTime = hasOtherTime(one, other);
  if (!otherDay && !(otherNumber && otherTime)) return 0;
  const amounts = [one, other].map((rows) => totalsOf(rows).flatMap(thousandthsOf));
  return (
    (otherDay ? 2 : 0) +
    (otherNumber ? 2 : 0) +
    (otherTime ? 1 : 0) +
    (amounts[0]?.some((amount) => amounts[1]?.includes(amount)) ? 0 : 1) +
    (one.some(({ isGoods }) => isGoods) && other.some(({ isGoods }) => isGoods) ? 1 : 0) +
    (other[0]?.isName ? 1 : 0)
  );
}

const squash = (text: string): string => foldPrinted(text).replace(/[^\p{L}\p{N}]/gu, '');

/** Whether one part names the number of the other: a receipt and the slip to pay it with. */
function sharesNumber(one: readonly SlipRow[], other: readonly SlipRow[]): boolean {
  const isNamed = (rows: readonly SlipRow[], by: readonly SlipRow[]) =>
    rows.some(({ number }) => {
      const value = squash(number?.value ?? '');
      return value.length > 2 && by.some(({ text }) => squash(text).includes(value));
    });
  return isNamed(one, other) || isNamed(other, one);
}

function hasOtherNumber(one: readonly SlipRow[], other: readonly SlipRow[]): boolean {
  const numbers = (rows: readonly SlipRow[]) => rows.flatMap(({ number }) => number ?? []);
  return numbers(one).some(({ label, value }) =>
    numbers(other).some((number) => number.label === label && squash(number.value) !== squash(value)),
  );
}

function hasOtherTime(one: readonly SlipRow[], other: readonly SlipRow[]): boolean {
  const minutes = (rows: readonly SlipRow[]) =>
    readTimesOfDay(rows.map(({ text }) => text)).map((time) => {
      const [hour = 0, minute = 0] = time.split(':').map(Number);
      return hour * 60 + minute;
    });
  const [first, second] = [minutes(one), minutes(other)];
  const isNear = (time: number) => second.some((another) => Math.abs(time - another) <= MINUTES_APART);
  return first.length > 0 && second.length > 0 && !first.some(isNear);
}

/** Hundredths, or whatever the places are: only to be added up. */
function thousandthsOf(total: string): number[] {
  const amount = readPrintedAmount(total);
  return amount ? [Math.round(Number(amount.decimal) * 1000)] : [];
}

/** Whether a total of both is printed: sections of a bill, each with its own. */
function comesToOneTotal(one: readonly SlipRow[], other: readonly SlipRow[]): boolean {
  const first = new Set(totalsOf(one).flatMap(thousandthsOf));
  const second = new Set(totalsOf(other).flatMap(thousandthsOf));
  const all = new Set([...first, ...second]);
  if (all.size > MOST_TOTALS) return true;
  const sums = sumsOf(second);
  return sumsOf(first).some((a) => sums.some((b) => all.has(a + b)));
}

/** Every sum of some of the values. */
function sumsOf(values: ReadonlySet<number>): number[] {
  const sums: number[] = [];
  for (const value of values) sums.push(value, ...sums.map((sum) => sum + value));
  return sums;
}

/** The page as two columns, where each of them is a receipt. */
function columnsOf(lines: readonly PrintedLine[], thisYear: number): SlipRow[][] | undefined {
  const placed = lines.flatMap((line) => (line.box ? [{ ...line, box: line.box }] : []));
  for (const edge of columnEdges(placed)) {
    const left = placed.filter(({ box }) => rightOf(box) <= edge);
    const right = placed.filter(({ box }) => box.left >= edge);
    if (placed.length - left.length - right.length > MOST_ACROSS * placed.length) continue;
    const [one, other] = [readSlipRows(left, thisYear), readSlipRows(right, thisYear)];
    const isLevel = Math.abs((one[0]?.top ?? 0) - (other[0]?.top ?? 0)) < MOST_APART_AT_TOP;
    if (!isLevel || !isReceipt(one) || !isReceipt(other)) continue;
    if (dayComesFirst(one) === dayComesFirst(other) && differencesOf(one, other) >= LEAST_BESIDE) return [one, other];
  }
  return undefined;
}

const rightOf = ({ left, width }: LineBox): number => left + width;

/** Left edges of lines that may begin a second column: words for a total stand on both sides of them. */
function columnEdges(lines: readonly (PrintedLine & { readonly box: LineBox })[]): number[] {
  const saysTotal = (text: string) => isTotal(roleOfLabel(text.replace(/\d.*$/, '')));
  const lefts = lines.filter(({ text }) => saysTotal(text)).map(({ box }) => box.left);
  const [first, last] = [Math.min(...lefts), Math.max(...lefts)];
  if (!(last - first >= NARROWEST_COLUMN)) return [];
  const edges = lines.map(({ box }) => box.left).filter((left) => left > first && left <= last);
  return [...new Set(edges)].sort((a, b) => a - b);
}
