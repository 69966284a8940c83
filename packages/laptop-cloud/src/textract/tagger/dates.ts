import { type Day, type FoundDate, findDates as findPrintedDates } from 'printed-text/dates';
import { asDigits, ONE_LIKE, ZERO_LIKE } from 'printed-text/digits';
import { plainText } from 'printed-text/plain-text';

/** A date in a text, and the days it may mean. */
export interface DateSighting {
  /** As printed; written anew where a separator was damaged. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** How surely it is a date, 0 … 1. */
  readonly quality: number;
  /** One reading, or two where day and month may be exchanged: day first, then month first. */
  readonly readings: readonly (Day & { readonly isDayFirst: boolean })[];
}

const EARLIEST_YEAR = 1990;
const LATEST_YEAR = 2060;

/** Finds the dates of a text; a stretch of it belongs to at most one. */
export const findDates = (text: string): DateSighting[] =>
  findPrintedDates(text, LATEST_YEAR).flatMap((found) => {
    const readings = readingsOf(found);
    if (readings.length === 0) return [];
    const { start, end, quality } = found;
    const printed = found.isDamaged ? rewritten(found) : tidied(text.slice(start, end));
    return [{ text: printed, start, end, quality, readings }];
  });

function readingsOf({ byOrder: { DMY, MDY, YMD } }: FoundDate): DateSighting['readings'] {
  const dayFirst = DMY ?? (MDY ? undefined : YMD);
  const isOther = MDY && (MDY.month !== dayFirst?.month || MDY.day !== dayFirst.day);
  return [
    ...(dayFirst ? [{ ...dayFirst, isDayFirst: true }] : []),
    ...(isOther ? [{ ...MDY, isDayFirst: false }] : []),
  ].filter(({ year }) => year >= EARLIEST_YEAR && year <= LATEST_YEAR);
}

/** Puts back the separators, in the printed order and with the one that is left. */
function rewritten({ text, isSelfEvident, byOrder: { DMY, MDY } }: FoundDate): string {
  const separator = /[/\-.]/.exec(text)?.[0] ?? (isSelfEvident ? '-' : '/');
  const date = DMY ?? MDY;
  if (!date) return text;
  const pad = (value: number) => String(value).padStart(2, '0');
  const [day, month] = [pad(date.day), pad(date.month)];
  if (isSelfEvident) return [date.year, month, day].join(separator);
  return [...(DMY ? [day, month] : [month, day]), date.year].join(separator);
}

/** Letters that stand for digits, and blanks around separators, are reading errors. */
const tidied = (text: string): string =>
  plainText(text)
    .replace(/\s*([/\-_~])\s*/g, '$1')
    .replace(IN_DATE, asDigits)
    .trim();

const IN_DATE = new RegExp(
  `(?<=[\\d/\\-.])[${ZERO_LIKE}](?=[\\d/\\-.]|$)|(?<=[\\d/\\-.]|^)[${ONE_LIKE}](?=[\\d/\\-.])`,
  'g',
);
