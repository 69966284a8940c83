import { damagedForms } from './damaged-date-forms.ts';
import { type DateForm, type DayByOrder, everyOrder, furtherForms, plainForms } from './date-forms.ts';
import { plainText } from './plain-text.ts';
import { findWordedDates } from './worded-dates.ts';

export type { DateOrder, Day, DayByOrder, OtherDay } from './date-forms.ts';

/** One date found in a text, with what it means in each order that the calendar allows. */
export interface FoundDate {
  /** As printed, in plain spelling. */
  readonly text: string;
  /** Offsets into the text that was searched. */
  readonly start: number;
  readonly end: number;
  readonly byOrder: DayByOrder;
  /** The form itself names the order: a four-digit year in front, or the month as a word. */
  readonly isSelfEvident: boolean;
  /** A separator was lost or misread, and had to be put back to read it. */
  readonly isDamaged: boolean;
  /** How surely it is a date, 0 to 1. */
  readonly quality: number;
}

/**
 * Finds every date in a text: `12/07/2019`, `2019-07-12`, `12 March 2020`, `Mar 12, 2020`, `12.7.19`, `2024年3月5日`,
 * `令和6年3月5日`, `12 พ.ย. 2569`, `20240305`, and those of which a separator was lost (`25/122017`). A stretch of text belongs to at most one.
 *
 * @param latestYear Two-digit years are read as the latest year up to this.
 */
export function findDates(text: string, latestYear: number): FoundDate[] {
  const plain = plainDigits(plainText(text));
  if (!/\d/.test(plain)) return [];
  const found: FoundDate[] = [];
  for (const form of plainForms) found.push(...datesOfForm(form, plain, latestYear, found));
  found.push(...wordedDates(plain, latestYear, found));
  for (const form of [...furtherForms, ...damagedForms]) found.push(...datesOfForm(form, plain, latestYear, found));
  return found.sort((a, b) => a.start - b.start);
}

const isFreeOf = (taken: readonly FoundDate[], start: number, end: number): boolean =>
  !taken.some((other) => start < other.end && end > other.start);

const wordedDates = (text: string, latestYear: number, taken: readonly FoundDate[]): FoundDate[] =>
  findWordedDates(text, latestYear)
    .filter(({ start, end }) => isFreeOf(taken, start, end))
    .map(({ start, end, day, quality }) => ({
      text: text.slice(start, end).trim(),
      start,
      end,
      byOrder: everyOrder(day),
      isSelfEvident: true,
      isDamaged: false,
      quality,
    }));

/** Digits of every script as ours, and marks that only turn the direction of writing as blanks; the length stays. */
const plainDigits = (text: string): string =>
  text
    .replace(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g, ' ')
    .replace(/\p{Nd}/gu, (digit) => (digit.length > 1 || digit <= '9' ? digit : ourDigit(digit.charCodeAt(0))));

/** The digits of a script stand together, its zero first. */
function ourDigit(code: number): string {
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCharCode(code - value - 1))) value += 1;
  return String(value);
}

function datesOfForm(form: DateForm, text: string, latestYear: number, taken: readonly FoundDate[]): FoundDate[] {
  const { pattern, quality, isSelfEvident, isDamaged } = form;
  const found: FoundDate[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const start = match.index;
    const end = start + match[0].trimEnd().length;
    const byOrder = form.read(match, latestYear);
    if (isFreeOf(taken, start, end) && Object.keys(byOrder).length > 0) {
      found.push({ text: match[0].trim(), start, end, byOrder, isSelfEvident, isDamaged, quality });
    } else {
      // Another date may begin inside what looked like one.
      pattern.lastIndex = start + 1;
    }
  }
  return found;
}
