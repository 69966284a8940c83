import { asDigits } from 'printed-text/digits';
import { monthOfDamagedName, monthOfName } from 'printed-text/month-names';

/** Year, month and day as they stand in a match; the fields are not checked yet. */
export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** One way in which dates are printed, or in which the recogniser damages them. */
export interface DatePattern {
  /** Sticky flags are the caller's; the pattern is global. */
  readonly pattern: RegExp;
  /** How surely a match is a date, 0 … 1. */
  readonly quality: number;
  /** Whether day and month could be the other way round. */
  readonly isAmbiguous: boolean;
  /** Whether a separator was lost or misread, so that the text has to be written anew. */
  readonly isDamaged?: boolean;
  read(match: RegExpExecArray): DateParts | undefined;
}

const digits = (text = ''): number => Number(asDigits(text));
const year = (text = ''): number => {
  const value = digits(text);
  return text.length > 2 ? value : value <= 60 ? 2000 + value : 1900 + value;
};

const yearFirst = ([, y, m, d]: RegExpExecArray): DateParts => ({ year: year(y), month: digits(m), day: digits(d) });
const dayFirst = ([, d, m, y]: RegExpExecArray): DateParts => ({ year: year(y), month: digits(m), day: digits(d) });
const named = (word: string | undefined, y: string | undefined, d: string | undefined, mayBeDamaged = false) => {
  const month = monthOfName(word ?? '') ?? (mayBeDamaged ? monthOfDamagedName(word ?? '') : undefined);
  return month === undefined ? undefined : { year: year(y), month, day: digits(d) };
};

const SEPARATOR = '\\s?[/\\-.,_~]\\s?';
const DIGITS = '[\\dOolI|]{1,2}';
const DAY = '(0[1-9]|[12]\\d|3[01])';
const MONTH = '(0[1-9]|1[0-2])';
const YEAR = '((?:19|20)\\d{2})';
// A separator that was lost, or read as a one, a dot or a blank.
const LOST = '\\s?[/\\-.,1|lI ]?\\s?';
const KEPT = '[/\\-]';
const END = '(?!\\d(?!\\d?:))';
const NOT_INSIDE = '(?<![\\d.,/\\-])';

const whole = (source: string, quality: number, isAmbiguous: boolean, read: DatePattern['read']): DatePattern => ({
  pattern: new RegExp(source, 'g'),
  quality,
  isAmbiguous,
  read,
});
const damaged = (source: string, quality: number, read: DatePattern['read'], isAmbiguous = true): DatePattern => ({
  ...whole(source, quality, isAmbiguous, read),
  isDamaged: true,
});

/** In the order in which they are tried; a stretch of text belongs to the first pattern that takes it. */
export const datePatterns: readonly DatePattern[] = [
  whole(`(?<!\\d)${YEAR}${SEPARATOR}(\\d{1,2})${SEPARATOR}(\\d{1,2})(?!\\d{3})`, 1, false, yearFirst),
  whole(`${YEAR}\\s?[年년]\\s?(\\d{1,2})\\s?[月월]\\s?(\\d{1,2})\\s?[日일]?`, 1, false, yearFirst),
  whole(`(?<![\\d.,/])(${DIGITS})${SEPARATOR}(${DIGITS})${SEPARATOR}((?:19|20)[\\dOo]{2})${END}`, 1, true, dayFirst),
  whole(`(?<![\\d.,/])(${DIGITS})${SEPARATOR}(${DIGITS})${SEPARATOR}((?:19|20)[\\dOo]{2})`, 0.9, true, dayFirst),
  whole(
    `(?<!\\d)([\\dOolI|]{1,2})(?:st|nd|rd|th|\\.|er)?[\\s\\-/.,']{0,3}(?:de\\s+)?([A-Za-z0À-ž]{2,10})\\.?[\\s\\-/.,']{0,3}(?:de\\s+)?(${YEAR.slice(1, -1)}|\\d{2})${END}`,
    1,
    false,
    (match) => named(match[2], match[3], match[1], /[\d\s.][/\-.\s][A-Za-z0]/.test(match[0])),
  ),
  whole(
    `([A-Za-zÀ-ž]{3,10})\\.?[\\s\\-/.]{0,3}(\\d{1,2})(?:st|nd|rd|th)?[\\s,.\\-/']{1,3}${YEAR}${END}`,
    1,
    false,
    ([, month, day, y]) => named(month, y, day),
  ),
  whole(
    `${NOT_INSIDE}(\\d{1,2})\\s?([/\\-])\\s?(\\d{1,2})\\s?\\2\\s?(\\d{2})(?!\\d|[.,/\\-]\\d)`,
    0.85,
    true,
    ([, d, , m, y]) => ({ year: year(y), month: digits(m), day: digits(d) }),
  ),
  whole(`${NOT_INSIDE}(\\d{1,2})\\s?\\.\\s?(\\d{1,2})\\s?\\.\\s?(\\d{2})(?!\\d|[.,/\\-]\\d)`, 0.7, true, dayFirst),
  whole(
    `${NOT_INSIDE}(\\d{2})\\s?[/\\-.]\\s?(\\d{1,2})\\s?[/\\-.]\\s?(\\d{2})(?!\\d|[.,/\\-]\\d)`,
    0.5,
    false,
    yearFirst,
  ),
  whole(
    `${NOT_INSIDE}(\\d{1,2})\\s?[/\\-]\\s?(\\d{1,2})\\s?[/\\-]\\s?(\\d{2})(?=\\d{1,2}:\\d{2})`,
    0.8,
    true,
    dayFirst,
  ),
  damaged(`${NOT_INSIDE}([0-3]?\\d)\\s?[/\\-]\\s?([01]?\\d)\\s${YEAR}(?!\\d)`, 0.6, dayFirst),
  damaged(`${NOT_INSIDE}([0-3]?\\d)\\s([01]?\\d)\\s?[/\\-]\\s?${YEAR}(?!\\d)`, 0.55, dayFirst),
  damaged(`${NOT_INSIDE}${DAY}${LOST}${MONTH}${KEPT}${YEAR}(?![\\d\\-/](?!\\d?:))`, 0.75, dayFirst),
  damaged(`${NOT_INSIDE}${DAY}${KEPT}${MONTH}${LOST}${YEAR}(?![\\d\\-/](?!\\d?:))`, 0.75, dayFirst),
  damaged(`${NOT_INSIDE}${DAY}${LOST}${MONTH}${KEPT}(\\d{2})(?![\\d\\-/](?!\\d?:))`, 0.5, dayFirst),
  damaged(`${NOT_INSIDE}${DAY}${KEPT}${MONTH}${LOST}(\\d{2})(?![\\d\\-/](?!\\d?:))`, 0.5, dayFirst),
  damaged(`${NOT_INSIDE}([1-9])${KEPT}${MONTH}${LOST}${YEAR}(?![\\d\\-/](?!\\d?:))`, 0.6, dayFirst),
  damaged(`${NOT_INSIDE}${DAY}${LOST}([1-9])${KEPT}${YEAR}(?![\\d\\-/](?!\\d?:))`, 0.55, dayFirst),
  damaged(`${NOT_INSIDE}${DAY}${KEPT}([1-9])${LOST}${YEAR}(?![\\d\\-/](?!\\d?:))`, 0.6, dayFirst),
  damaged(`(?<!\\d)(20[0-3]\\d)${KEPT}${MONTH}${LOST}${DAY}${END}`, 0.7, yearFirst, false),
  damaged(`(?<!\\d)(20[0-3]\\d)${LOST}${MONTH}${KEPT}${DAY}${END}`, 0.7, yearFirst, false),
  damaged(`(?<![\\d.,])(20\\d{2})${MONTH}${DAY}${END}`, 0.55, yearFirst, false),
  damaged(
    `(?<![\\d.,])([12]\\d|3[01]|0?[1-9])\\s?[/\\-.1|lI7]?\\s?${MONTH}\\s?[/\\-.1|lI7]?\\s?(20[0-3]\\d)${END}`,
    0.5,
    dayFirst,
  ),
  damaged(`(?<![\\d.,])${DAY}\\s${MONTH}\\s(20[0-3]\\d|\\d{2})(?!\\d)`, 0.45, dayFirst),
  damaged(`${NOT_INSIDE}([0-3]?\\d)[/\\-]\\s?([01]?\\d)\\s?[/\\-]?\\s?(\\d{2})(?=\\s|$|[A-Za-z])`, 0.4, dayFirst),
];
