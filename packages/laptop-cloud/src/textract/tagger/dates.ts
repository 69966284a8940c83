import { plainText } from 'printed-text/plain-text';
import { type DateParts, type DatePattern, datePatterns } from './date-patterns.ts';

/** A date in a text, and the days it may mean. */
export interface DateSighting {
  /** As printed; written anew where a separator was damaged. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** How surely it is a date, 0 … 1. */
  readonly quality: number;
  /** One reading, or two where day and month may be exchanged: day first, then month first. */
  readonly readings: readonly (DateParts & { readonly isDayFirst: boolean })[];
}

const EARLIEST_YEAR = 1990;
const LATEST_YEAR = 2060;

/** Finds the dates of a text; a stretch of it belongs to at most one. */
export function findDates(text: string): DateSighting[] {
  const plain = plainText(text);
  const found: DateSighting[] = [];
  for (const pattern of datePatterns) {
    pattern.pattern.lastIndex = 0;
    for (let match = pattern.pattern.exec(plain); match; match = pattern.pattern.exec(plain)) {
      const date = toDate(match, pattern, text);
      if (date && !found.some(({ start, end }) => date.start < end && date.end > start)) found.push(date);
      // Another date may begin inside what looked like one.
      else pattern.pattern.lastIndex = match.index + 1;
    }
  }
  return found;
}

function toDate(match: RegExpExecArray, pattern: DatePattern, text: string): DateSighting | undefined {
  const parts = pattern.read(match);
  if (!parts) return undefined;
  const exchanged = { ...parts, month: parts.day, day: parts.month };
  const readings = [
    ...(exists(parts) ? [{ ...parts, isDayFirst: true }] : []),
    ...(pattern.isAmbiguous && parts.day !== parts.month && exists(exchanged)
      ? [{ ...exchanged, isDayFirst: false }]
      : []),
  ];
  const [first] = readings;
  if (!first) return undefined;
  const start = match.index;
  const end = match.index + match[0].length;
  const printed = pattern.isDamaged ? rewritten(match[0], parts) : tidied(text.slice(start, end));
  return { text: printed, start, end, quality: pattern.quality, readings };
}

function exists({ year, month, day }: DateParts): boolean {
  if (year < EARLIEST_YEAR || year > LATEST_YEAR || month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Puts back the separators, in the printed order and with the one that is left. */
function rewritten(text: string, { year, month, day }: DateParts): string {
  const separator = /[/\-.]/.exec(text)?.[0] ?? (/^20\d{2}/.test(text) ? '-' : '/');
  const pad = (value: number) => String(value).padStart(2, '0');
  const parts = /^(?:19|20)\d{2}/.test(text) ? [year, pad(month), pad(day)] : [pad(day), pad(month), year];
  return parts.join(separator);
}

/** Letters that stand for digits, and blanks around separators, are reading errors. */
const tidied = (text: string): string =>
  plainText(text)
    .replace(/\s*([/\-_~])\s*/g, '$1')
    .replace(/(?<=[\d/\-.])[Oo](?=[\d/\-.]|$)/g, '0')
    .replace(/(?<=[\d/\-.]|^)[lI|](?=[\d/\-.])/g, '1')
    .trim();
