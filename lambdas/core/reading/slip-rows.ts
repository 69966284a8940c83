import { dateRoleOf } from 'printed-text/date-words';
import { isName } from './header-name.ts';
import { isTotal } from './label-words.ts';
import { findPrintedDates } from './printed-date.ts';
import { type PrintedLine, rowsOfLines } from './printed-line.ts';
import { type MarkedRow, readMarkedRows } from './printed-marks.ts';
import { documentNumberOf, type LabelledNumber } from './read-invoice-number.ts';

/** What one row of a page says that tells one receipt from another. */
export interface SlipRow {
  readonly page: number;
  readonly text: string;
  /** Shares of the page's height; undefined where the answer has no geometry. */
  readonly top?: number;
  readonly bottom?: number;
  /** The amount beside a word for a total, as printed. */
  readonly total?: string;
  /** The day of the document, in each order of day and month that it can be read in. */
  readonly days: readonly string[];
  readonly number?: LabelledNumber;
  /** Stands alone and may be a name. */
  readonly isName: boolean;
  /** An amount beside words that are about no sum: goods. */
  readonly isGoods: boolean;
}

/**
 * The rows of pages, or of a part of one, from top to bottom.
 *
 * @param thisYear Two-digit years are read as the latest year up to the one after this.
 * @param marked The same rows with their amounts.
 */
export function readSlipRows(
  lines: readonly PrintedLine[],
  thisYear: number,
  marked: readonly MarkedRow[] = readMarkedRows([], lines),
): SlipRow[] {
  return rowsOfLines(lines).flatMap((cells, index): SlipRow[] => {
    const row = marked[index];
    if (!row) return [];
    const boxes = cells.flatMap(({ box }) => box ?? []);
    const amount = row.amounts.at(-1)?.text;
    const number = amount === undefined ? documentNumberOf(row.text) : undefined;
    return [
      {
        page: row.page,
        text: row.text,
        ...(boxes.length > 0 && {
          top: Math.min(...boxes.map(({ top }) => top)),
          bottom: Math.max(...boxes.map(({ top, height }) => top + height)),
        }),
        ...(amount !== undefined && isTotal(row.role) && { total: amount }),
        days: amount === undefined ? daysOf(row.text, marked[index - 1]?.text ?? '', thisYear) : [],
        ...(number && { number }),
        isName: cells.length === 1 && amount === undefined && isName(row.text),
        isGoods: amount !== undefined && row.role === undefined && /\p{L}{2}/u.test(row.label),
      },
    ];
  });
}

/** The day that a row tells alone, unless words beside or above it say that it is the day of something else. */
function daysOf(text: string, above: string, thisYear: number): string[] {
  const found = findPrintedDates(text, thisYear).filter(({ isDamaged }) => !isDamaged);
  const [date] = found;
  if (!date || found.length > 1) return [];
  const before = text.slice(0, date.index);
  const own = dateRoleOf(before, text.slice(date.index + date.text.length));
  const role = own ?? (/\p{L}/u.test(before) || /\d/.test(above) ? undefined : dateRoleOf(above));
  const isOfDocument = role === undefined || role === 'document' || role === 'plain';
  return isOfDocument ? Object.values(date.byOrder).flatMap((day) => day ?? []) : [];
}
