import { dateRoleOf, isNoPurchase, isNumberLabel } from 'printed-text/date-words';
import type { Day } from 'printed-text/dates';
import { squashLetters } from 'printed-text/letters';
import { headingBefore, leadsToDay, leadsToPaper } from 'printed-text/paper-heading';
import type { Cell, PageLayout, Row } from '../layout/page-layout.ts';
import { type DateSighting, findDates } from './dates.ts';

/** A date of the page and what speaks for it being the day of purchase. */
export interface ChosenDate {
  readonly text: string;
  readonly row: Row;
  /** The cell it stands in; undefined when it runs over several. */
  readonly cell: Cell | undefined;
  readonly start: number;
  readonly end: number;
  /** How surely the text is a date, 0 … 1; see {@link DateSighting}. */
  readonly quality: number;
  /** The text before it, which may be its label. */
  readonly labelText: string;
  readonly score: number;
  /** 0 … 1. */
  readonly confidence: number;
}

interface PlacedDate extends DateSighting {
  readonly row: Row;
  readonly cell: Cell | undefined;
  readonly source: string;
}

const DATE_WORD = /date|tarikh|datum|fecha|data(?!base)|dato|tanggal|日期|日付|날짜|datetime|tkh|dated|dte$/;
const DOCUMENT_WORD = /invoice|inv|bill|receipt|rechnung|facture|factura|fattura|fatura|tax/;
const TIME = /\d{1,2}:\d{2}/;
const TIME_OF_DAY = /\b\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s?(?:am|pm)?\b/i;
const OLD_YEARS = 15;
const VERY_OLD_YEARS = 25;

/**
 * The dates of a page, the most likely day of purchase first. Repeats of a day count once and strengthen it.
 *
 * @param thisYear Later years are implausible.
 */
export function rankDates(layout: PageLayout, thisYear: number): ChosenDate[] {
  const placed = layout.rows.flatMap(datesOfRow);
  const isDayFirst = prefersDayFirst(placed);
  const byDay = new Map<string, { chosen: ChosenDate; count: number }>();
  for (const date of placed) {
    const reading = date.readings.find((one) => one.isDayFirst === isDayFirst) ?? date.readings[0];
    if (!reading) continue;
    const chosen = toChosen(date, scoreDate(date, reading, layout, thisYear));
    const key = [reading.year, reading.month, reading.day].join('-');
    const known = byDay.get(key);
    const count = (known?.count ?? 0) + 1;
    byDay.set(key, { chosen: known && known.chosen.score >= chosen.score ? known.chosen : chosen, count });
  }
  return [...byDay.values()]
    .map(({ chosen, count }) => ({ ...chosen, score: chosen.score + 0.6 * Math.min(2, count - 1) }))
    .sort((a, b) => b.score - a.score);
}

function datesOfRow(row: Row): PlacedDate[] {
  const inCells = row.cells.flatMap((cell) =>
    findDates(cell.text).map((date): PlacedDate => ({ ...date, row, cell, source: cell.text })),
  );
  if (row.cells.length < 2) return inCells;
  const seen = new Set(inCells.map(({ text }) => text.replace(/\s/g, '')));
  const acrossCells = findDates(row.text)
    .filter(({ text, quality }) => !seen.has(text.replace(/\s/g, '')) && (quality >= 0.85 || /[/\-.]/.test(text)))
    .map((date): PlacedDate => ({ ...date, row, cell: undefined, source: row.text }));
  return [...inCells, ...acrossCells];
}

/** Dates that can be read in one way only tell the order of the others; day first unless they say otherwise. */
function prefersDayFirst(dates: readonly PlacedDate[]): boolean {
  const votes = dates.reduce((sum, { text, readings }) => {
    if (readings.length !== 1 || !/^\d{1,2}[/\-.]\d{1,2}[/\-.]/.test(text)) return sum;
    return sum + (readings[0]?.isDayFirst ? 1 : -1);
  }, 0);
  return votes >= 0;
}

function scoreDate(date: PlacedDate, reading: Day, layout: PageLayout, thisYear: number): number {
  const { row, source, quality } = date;
  const labelling = labelScore(date, layout);
  const isEvent = labelling <= EVENT;
  const hasTime = !isEvent && TIME.test(row.text.replace(date.text, ' '));
  const hasTimeInside = !isEvent && TIME_OF_DAY.test(source.replace(date.text, ' '));
  const isUnsupported = quality < 0.7 && labelling <= 0 && !hasTime;
  const confidence = date.cell?.confidence ?? Math.min(...row.cells.map((cell) => cell.confidence));
  return (
    3 * quality +
    labelling +
    (hasTime || hasTimeInside ? 1 : 0) -
    (reading.year > thisYear || reading.year < 2000 ? 2 : 0) -
    (reading.year < thisYear - VERY_OLD_YEARS ? 1 : 0) -
    (reading.year < thisYear - OLD_YEARS ? 0.8 : 0) -
    (isUnsupported ? 1 : 0) +
    4 * (confidence - 0.9) -
    (0.5 * row.index) / Math.max(1, layout.rows.length)
  );
}

/** What the words before, around and above a date say. */
function labelScore(date: PlacedDate, layout: PageLayout): number {
  const before = labelBefore(date);
  const above = labelAbove(date, layout.rows[date.row.index - 1]);
  const letters = squashLetters(before);
  // A sentence or a heading that goes on from the row above.
  const isContinued = (before === '' && leadsToDay(above)) || leadsToPaper(above);
  const words = isContinued ? `${above} ${before}`.trim() : before;
  const role = dateRoleOf(words, date.source.slice(date.end));
  if (isNoPurchase(role) || (date.quality < SURE_QUALITY && isNumberLabel(before))) return NO_PURCHASE;
  if (isHeading(date, words)) return HEADING;
  const ofOther = role && OF_OTHER[role];
  if (ofOther !== undefined) return ofOther;
  if (DATE_WORD.test(letters)) return DOCUMENT_WORD.test(letters) ? 2.5 : 2;
  if (DATE_WORD.test(squashLetters(date.row.text)) && !isOfOther(date.row.text)) return 1.2;
  if (role !== undefined) return role === 'document' ? 1 : 2;
  // What has digits of its own is no label of a date below.
  const isLabel = before === '' && squashLetters(above).length < LONGEST_LABEL && !/\d{2}/.test(above);
  const roleAbove = isLabel ? dateRoleOf(above) : undefined;
  if (isNoPurchase(roleAbove)) return NO_PURCHASE;
  if (roleAbove === 'event') return EVENT;
  const isAbove = DATE_WORD.test(squashLetters(above)) && squashLetters(above).length < 24 && !isOfOther(above);
  return isAbove ? 0.8 : 0;
}

/** Whether the words name the paper and no price follows in the row, as in a list of papers. */
function isHeading({ row, text }: PlacedDate, words: string): boolean {
  const behind = row.text.slice(row.text.lastIndexOf(text) + text.length);
  return headingBefore(words) !== undefined && !PRICE.test(behind);
}

const PRICE = /\d[.,]\d{2}(?!\d)/;
/** The day in the heading that names the paper: "Handelsrechnung Nr. 471102 vom". */
const HEADING = 4.5;
const NO_PURCHASE = -4.5;
/** Below, separators were lost. */
const SURE_QUALITY = 0.7;
/** On that day what is sold takes place, whatever time stands beside it. */
const EVENT = -3;
/** What words take from a date that is the day of something else, the least for the day of an order. */
const OF_OTHER: Readonly<Record<string, number>> = { order: -1.5, print: -2, other: -2.5, event: EVENT };
const LONGEST_LABEL = 50;

/** The text above: of several cells the one in the column of the date. */
function labelAbove({ cell }: PlacedDate, above: Row | undefined): string {
  if (!above || !cell || above.cells.length < 2) return above?.text ?? '';
  return above.cells.find(({ left, right }) => left < cell.right && right > cell.left)?.text ?? '';
}

function isOfOther(text: string): boolean {
  const role = dateRoleOf(text);
  return isNoPurchase(role) || (role !== undefined && role in OF_OTHER);
}

function labelBefore({ source, start, row, cell }: PlacedDate): string {
  const inside = source.slice(0, start).trim();
  if (inside !== '' || !cell) return inside;
  // A date is no label of the next one.
  return row.cells
    .slice(0, row.cells.indexOf(cell))
    .map(({ text }) => text)
    .filter((text) => /\p{L}/u.test(text))
    .join(' ');
}

function toChosen(date: PlacedDate, score: number): ChosenDate {
  const { text, row, cell, start, end, quality } = date;
  const read = cell?.confidence ?? Math.min(...row.cells.map(({ confidence }) => confidence));
  return {
    text,
    row,
    cell,
    start,
    end,
    quality,
    labelText: labelBefore(date),
    score,
    confidence: read * (0.6 + 0.4 * quality),
  };
}
