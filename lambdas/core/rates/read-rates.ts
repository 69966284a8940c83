import { addDays, type CalendarDate } from '../ground/calendar-date.ts';
import { isCurrencyCode } from '../ground/currency.ts';
import type { DayRates } from './day-rates.ts';
import { parseRatesDate } from './rates-date.ts';

/** A file of rates: all of its days, or every mistake in it, named with its line. */
export type ReadRates =
  | { readonly ok: true; readonly days: readonly DayRates[] }
  | { readonly ok: false; readonly mistakes: readonly string[] };

/** Currencies in the bank's history that euro and lira have replaced: their columns are read and not kept. */
const REPLACED = new Set(['CYP', 'EEK', 'GRD', 'LTL', 'LVL', 'MTL', 'ROL', 'SIT', 'SKK', 'TRL']);

/** There is no rate of the euro before its first day. */
const FIRST_DAY = '1999-01-01';

/**
 * Reads the CSV files of the European Central Bank: a header `Date,USD,JPY,…`, then a line a day; `N/A` where a rate is
 * unknown, and a comma at the end or none. A file with a mistake gives no days at all.
 *
 * @param today `YYYY-MM-DD`; a rate of a later day than the one after is a mistake.
 * @see https://www.ecb.europa.eu/stats/policy_and_exchange_rates/euro_reference_exchange_rates/html/index.en.html
 */
export function readRatesFile(bytes: Uint8Array, today: string): ReadRates {
  const text = textOf(bytes);
  if (text === undefined) return { ok: false, mistakes: [EXPECTED_CSV] };
  const lines = text
    .split(/\r\n|\n|\r/)
    .map((line, index) => ({ number: index + 1, cells: cellsOf(line) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  const [header, ...rows] = lines;
  if (header?.cells[0]?.toLowerCase() !== 'date') {
    return { ok: false, mistakes: [`line ${header?.number ?? 1}: ${EXPECTED_CSV}`] };
  }
  const columns = header.cells.slice(1);
  const mistakes = columnMistakes(columns).map((mistake) => `line ${header.number}, ${mistake}`);
  if (rows.length === 0) mistakes.push(`line ${header.number + 1}: expected at least one day with rates, got none`);
  const days = readDays(rows, columns, addDays(today as CalendarDate, 1), mistakes);
  return mistakes.length > 0 ? { ok: false, mistakes } : { ok: true, days };
}

const EXPECTED_CSV =
  'expected a CSV file of the European Central Bank, which begins with "Date,USD,JPY,…"; unpack a ZIP file first';

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** A comma ends each line of the bank's files. */
const cellsOf = (line: string): string[] =>
  line
    .replace(/,\s*$/, '')
    .split(',')
    .map((cell) => cell.trim());

function columnMistakes(columns: readonly string[]): string[] {
  if (columns.length === 0) return ['column 2: expected a currency code such as USD, got none'];
  return columns.flatMap((code, index) => {
    const at = `column ${index + 2}`;
    if (code === 'EUR') return [`${at}: the rates are those of one euro; leave the column EUR out`];
    if (columns.indexOf(code) < index) return [`${at}: ${code} is in column ${columns.indexOf(code) + 2} already`];
    if (isCurrencyCode(code) || REPLACED.has(code)) return [];
    return [`${at}: expected an ISO 4217 currency code such as USD, got ${quoted(code)}`];
  });
}

interface Line {
  readonly number: number;
  readonly cells: readonly string[];
}

function readDays(rows: readonly Line[], columns: readonly string[], latest: string, mistakes: string[]): DayRates[] {
  const lineOf = new Map<string, number>();
  return rows.flatMap(({ number, cells: [day = '', ...cells] }) => {
    const date = parseRatesDate(day);
    const mistake = date ? dateMistake(date, latest, lineOf.get(date)) : `expected ${DATE_FORMS}, got ${quoted(day)}`;
    if (mistake !== undefined) mistakes.push(`line ${number}: ${mistake}`);
    if (cells.length !== columns.length) {
      mistakes.push(`line ${number}: expected ${columns.length} rates as in the header, got ${cells.length}`);
      return [];
    }
    for (const [index, cell] of cells.entries()) {
      if (cell !== NOT_KNOWN && !isRate(cell)) {
        mistakes.push(`line ${number}, ${columns[index]}: expected a rate such as 1.0576, or N/A, got ${quoted(cell)}`);
      }
    }
    if (!date) return [];
    lineOf.set(date, number);
    return [{ date, rates: ratesOf(columns, cells) }];
  });
}

const DATE_FORMS = 'a day such as 2026-11-20 or 20 November 2026';

function dateMistake(date: string, latest: string, earlierLine: number | undefined): string | undefined {
  if (earlierLine !== undefined) return `${date} stands on line ${earlierLine} already`;
  if (date < FIRST_DAY) return `expected a day from ${FIRST_DAY} on, when the euro began, got ${date}`;
  if (date > latest) return `expected no day that is still to come, got ${date}`;
  return undefined;
}

const NOT_KNOWN = 'N/A';

/** Above zero, and short enough that no file can make the arithmetic slow. */
const isRate = (text: string): boolean => /^\d{1,12}(\.\d{1,12})?$/.test(text) && /[1-9]/.test(text);

function ratesOf(columns: readonly string[], cells: readonly string[]): Record<string, string> {
  const pairs = columns.map((code, index) => [code, cells[index] ?? NOT_KNOWN] as const);
  return Object.fromEntries(pairs.filter(([code, rate]) => rate !== NOT_KNOWN && isCurrencyCode(code)));
}

const quoted = (text: string): string => JSON.stringify(text.length > 30 ? `${text.slice(0, 29)}…` : text);
