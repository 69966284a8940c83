import { findDates } from 'printed-text/dates';
import { foldPrinted } from 'printed-text/letters';
import { normalizePrinted } from 'printed-text/plain-text';
import { isName } from './header-name.ts';
import { type PrintedLine, rowsOfLines } from './printed-line.ts';
import { type PurchaseMarks, plainMark } from './purchase-marks.ts';
import { readTaxIds } from './read-tax-ids.ts';
import { readTimesOfDay } from './read-times-of-day.ts';

const MOST_NUMBERS = 40;
const MOST_SIGNS = 24;
const HEAD_LINES = 8;
const LATEST_YEAR = 2099;

/** The marks of the purchase that the lines tell of; each list is short, whatever is printed. */
export function readPurchaseMarks(lines: readonly PrintedLine[]): PurchaseMarks {
  const rows = rowsOfLines(lines).map((cells) => cells.map(({ text }) => text).join('  '));
  return {
    timesOfDay: readTimesOfDay(rows),
    taxIds: readTaxIds(rows),
    numbers: readNumbers(lines),
    head: readHead(lines),
  };
}

const AMOUNT = /\d[\d.,' ]*[.,]\s?\d{1,3}(?![\d.,]*\d)/g;
const TIME = /\d{1,2}:\d{2}(?::\d{2})?/g;
const NUMBER = /[A-Z0-9]+(?:[-/_#][A-Z0-9]+)*/gi;

function readNumbers(lines: readonly PrintedLine[]): string[] {
  const numbers = lines.flatMap(({ text }) => {
    if (!/\d/.test(text)) return [];
    const plain = withoutDates(normalizePrinted(text)).replace(AMOUNT, ' ').replace(TIME, ' ');
    return (plain.match(NUMBER) ?? []).map(plainMark);
  });
  const long = numbers.filter((number) => number.length <= MOST_SIGNS && (number.match(/\d/g)?.length ?? 0) >= 4);
  return [...new Set(long)].slice(0, MOST_NUMBERS);
}

const withoutDates = (text: string): string =>
  findDates(text, LATEST_YEAR)
    .filter(({ isDamaged }) => !isDamaged)
    .reduce((rest, { start, end }) => `${rest.slice(0, start)}${' '.repeat(end - start)}${rest.slice(end)}`, text);

function readHead(lines: readonly PrintedLine[]): string[] {
  const names = lines
    .slice(0, HEAD_LINES)
    .filter(({ text }) => isName(text))
    .map(({ text }) =>
      foldPrinted(text)
        .replace(/[^\p{L}\p{N}]/gu, '')
        .slice(0, MOST_SIGNS),
    );
  return [...new Set(names)].filter((name) => name.length >= 3);
}
