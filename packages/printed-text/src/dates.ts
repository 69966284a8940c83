import { type DateForm, type DayByOrder, dateForms } from './date-forms.ts';
import { plainText } from './plain-text.ts';

export type { DateOrder, Day, DayByOrder } from './date-forms.ts';

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
 * `令和6年3月5日`, `20240305`, and those of which a separator was lost (`25/122017`). A stretch of text belongs to at most one.
 *
 * @param latestYear Two-digit years are read as the latest year up to this.
 */
export function findDates(text: string, latestYear: number): FoundDate[] {
  const plain = plainText(text);
  if (!/\d/.test(plain)) return [];
  const found: FoundDate[] = [];
  for (const form of dateForms) found.push(...datesOfForm(form, plain, latestYear, found));
  return found.sort((a, b) => a.start - b.start);
}

function datesOfForm(form: DateForm, text: string, latestYear: number, taken: readonly FoundDate[]): FoundDate[] {
  const { pattern, quality, isSelfEvident, isDamaged } = form;
  const found: FoundDate[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const start = match.index;
    const end = start + match[0].trimEnd().length;
    const byOrder = form.read(match, latestYear);
    const isFree = !taken.some((other) => start < other.end && end > other.start);
    if (isFree && Object.keys(byOrder).length > 0) {
      found.push({ text: match[0].trim(), start, end, byOrder, isSelfEvident, isDamaged, quality });
    } else {
      // Another date may begin inside what looked like one.
      pattern.lastIndex = start + 1;
    }
  }
  return found;
}
