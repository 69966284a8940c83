import { showsCents } from 'printed-text/amount-marks';
import { isAboutVisit } from 'printed-text/aside-words';
import { isTitleOfPaper } from 'printed-text/paper-titles';
import { behindCustomerLabel } from 'printed-text/party-words';
import { onOneLine } from 'printed-text/plain-text';
import type { PrintedField } from './expense-fields.ts';
import { type PrintedLine, rowsOfLines } from './printed-line.ts';

/** How many rows of the first page are looked at. */
const HEADER_ROWS = 8;
/** A line this much higher than the first one is the shop's sign. */
const SIGN_HEIGHT = 1.3;

const NO_NAME = /@|https?:|www\.|[:：]\s*$|^(?:tel|fax|phone|email|date|no)\b\s*[.:]?/i;

/** Whether a text may be a name: it has letters, and is no title, number, address of the web or date. */
export function isName(text: string): boolean {
  const line = onOneLine(text);
  const letters = line.match(/\p{L}/gu)?.length ?? 0;
  const digits = line.match(/\d/g)?.length ?? 0;
  if (letters === 0 || /^#|_\d+$/.test(line) || NO_NAME.test(line)) return false;
  // "7-Eleven" and "99 Speed Mart" are names, "INV-2024-0012" and "12/03/2024 10:15" are none.
  return letters >= digits && (letters > 1 || line.length === 1) && !isHeading(line);
}

const isHeading = (line: string): boolean =>
  isTitleOfPaper(line) || isAboutVisit(line) || behindCustomerLabel(line) !== undefined;

/**
 * The line at the top that is most likely the shop's name, for an answer that names no vendor: the first that may be a
 * name, or one below it that is much higher. Where goods with prices begin, the head ends.
 */
export function headerName(lines: readonly PrintedLine[]): PrintedField | undefined {
  const rows = rowsOfLines(lines.filter(({ page }) => page === lines[0]?.page));
  const end = rows.findIndex((row) => row.some(({ text }) => showsCents(text)));
  // An amount in a row of its own belongs to the row before it.
  const isOwnRow = end > 0 && rows[end]?.every(({ text }) => !/\p{L}{2}/u.test(text));
  const head = rows.slice(0, Math.min(HEADER_ROWS, end < 0 ? HEADER_ROWS : isOwnRow ? end - 1 : end)).flat();
  const [first, ...others] = head.filter(({ text }) => isName(text));
  if (!first) return undefined;
  const higher = others.find(({ box }) => box && first.box && box.height > first.box.height * SIGN_HEIGHT);
  const { text, page, confidence } = higher ?? first;
  return { type: 'LINE', text, confidence: Math.min(50, confidence), page, groups: [] };
}
