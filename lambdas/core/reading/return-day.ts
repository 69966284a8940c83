import { findDates } from 'printed-text/dates';
import { foldPrinted } from 'printed-text/letters';
import { normalizePrinted, onOneLine } from 'printed-text/plain-text';
import { BRING_BACK, HAND_OUT, HIRE_WORDS, HIRE_WORDS_JOINED } from './hire-words.ts';

/** What a line that may be a refund's title is instead: the label of the day on which something comes back. */
export type ReturnDay = 'label' | 'maybe';

/** Says of a line that begins with a word for bringing back whether it is the label of a day. */
export type ReturnDays = (index: number) => ReturnDay | undefined;

/**
 * Looks for the label of a day among the lines of a paper: "Return date 02/11/2026", "Rückgabe" over "02.11.2026 17:00",
 * while another date stands elsewhere. Where the paper is of hire it is that label; elsewhere it may be. The day alone on the
 * paper, as in "RETURN 2026-11-02", is when the refund was made. "Rückgabe" beside a place is a label where a hire
 * says when it began.
 *
 * @param lines Of the whole document, from top to bottom.
 */
export function findReturnDays(lines: readonly string[]): ReturnDays {
  const days = lines.map(dayOf);
  const isHire = lines.some((line) => HIRE.test(fold(line)));
  const isBegun =
    isHire && lines.some((line, index) => OUT.test(fold(line)) && dayAt(index, days, lines) !== undefined);
  return (index) => {
    const line = lines[index] ?? '';
    if (!LABEL.test(fold(line)) || ORNAMENT.test(line)) return undefined;
    const own = dayAt(index, days, lines);
    if (own === undefined) return isBegun ? 'label' : isHire ? 'maybe' : undefined;
    const others = days.filter((day, place) => day?.date !== undefined && place !== own.place);
    // A slip of a firm of hire has its own date under the title.
    if (isHire && others.length > 0) return own.place === index || isBegun ? 'label' : 'maybe';
    return others.some((day) => own.date === undefined || day?.date !== own.date) ? 'maybe' : undefined;
  };
}

interface PrintedDay {
  /** As printed; absent where a time stands alone. */
  readonly date?: string;
  /** Whether nothing else stands in the line. */
  readonly isAlone: boolean;
}

/** The day in the line itself, or in one of its own below it. */
function dayAt(index: number, days: readonly (PrintedDay | undefined)[], lines: readonly string[]) {
  const own = days[index];
  if (own) return { ...own, place: index };
  const below = days[index + 1];
  return below?.isAlone && !/\d/.test(lines[index] ?? '') ? { ...below, place: index + 1 } : undefined;
}

function dayOf(line: string): PrintedDay | undefined {
  const text = normalizePrinted(line);
  const [found] = findDates(text, LATEST_YEAR).filter(({ isDamaged }) => !isDamaged);
  const rest = found ? text.slice(0, found.start) + text.slice(found.end) : text;
  if (!found && !TIME.test(text)) return undefined;
  const isAlone = !/[\p{L}\p{M}]/u.test(rest.replace(TIME, ' '));
  return { isAlone, ...(found && { date: text.slice(found.start, found.end) }) };
}

const LATEST_YEAR = 2099;
const TIME = /(?<![\d.,:])\d{1,2}[:.h]\d{2}(?::\d{2})?(?![\d.,:])(?: ?(?:uhr|hrs?|h|kl|[ap]\.?m\.?)(?!\p{L}))?/iu;
/** A slip's title has a number, or is set off. */
const ORNAMENT = /[*=#<>【]|\bn(?:[or]|um)?[.:°º] ?\d/i;

const fold = (text: string): string => onOneLine(foldPrinted(text)).replaceAll('’', "'");
const words = (patterns: readonly string[]): string =>
  `(?<![\\p{L}\\p{M}'])(?:${patterns.map((text) => foldPrinted(text).replaceAll('~', '\\p{L}*')).join('|')})(?![\\p{L}\\p{M}])`;
const HIRE = new RegExp(`${words(HIRE_WORDS)}|${HIRE_WORDS_JOINED.join('|')}`, 'u');
const OUT = new RegExp(`^\\W*${words(HAND_OUT)}`, 'u');
/** Nothing before the word, and behind it at most what a day's label adds to it. */
const LABEL = new RegExp(
  `^[^\\p{L}]*(?:(?:date|day|data|datum|dato|fecha|jour|due|time|uhrzeit)[^\\p{L}]+(?:(?:de|di|da|der|of|for|van|til)[^\\p{L}]+)?)?${words(BRING_BACK)}`,
  'u',
);
