import { asDigits } from 'printed-text/digits';
import { monthOfDamagedName, monthOfName } from 'printed-text/month-names';
import { normalizePrinted } from 'printed-text/plain-text';
import { type CalendarDate, calendarDateOf } from '../ground/calendar-date.ts';

/** Order in which a date is written in numbers. */
export type DateOrder = 'DMY' | 'MDY' | 'YMD';

/** One date found in a text, with what it means in each order that the calendar allows. */
export interface PrintedDate {
  readonly text: string;
  /** Where it starts in the normalised text. */
  readonly index: number;
  readonly byOrder: Readonly<Partial<Record<DateOrder, CalendarDate>>>;
  /** The form itself names the order: a four-digit year in front, or the month as a word. */
  readonly isSelfEvident: boolean;
  /** 1 for a date as printed; less when a separator had to be restored. */
  readonly quality: number;
}

/**
 * Finds every date in a text: `12/07/2019`, `2019-07-12`, `12 March 2020`, `Mar 12, 2020`, `12.7.19`, `2024年3月5日`,
 * `令和6年3月5日`, `20240305`, and dates of which one separator was lost (`25/122017`).
 *
 * @param thisYear Two-digit years are read as the latest year up to the one after this.
 */
export function findPrintedDates(text: string, thisYear: number): PrintedDate[] {
  const normalized = normalizePrinted(text);
  const found: PrintedDate[] = [];
  const taken: [number, number][] = [];
  for (const form of FORMS) {
    for (const match of normalized.matchAll(form.pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (taken.some(([from, to]) => start < to && end > from)) continue;
      const byOrder = form.read(match, thisYear);
      if (Object.keys(byOrder).length === 0) continue;
      taken.push([start, end]);
      found.push({
        text: match[0].trim(),
        index: start,
        byOrder,
        isSelfEvident: form.selfEvident,
        quality: form.quality,
      });
    }
  }
  return found.sort((a, b) => a.index - b.index);
}

/** The orders that an otherwise ambiguous date rules in, when there is exactly one: 31/12 can only be day first. */
export function onlyOrderOf(date: PrintedDate): DateOrder | undefined {
  const orders = Object.keys(date.byOrder) as DateOrder[];
  return !date.isSelfEvident && date.quality === 1 && orders.length === 1 ? orders[0] : undefined;
}

/** The day that the date means in an order, or in the only order that is possible. */
export function dayIn(date: PrintedDate, order: DateOrder): CalendarDate | undefined {
  const { DMY, MDY, YMD } = date.byOrder;
  return date.byOrder[order] ?? DMY ?? MDY ?? YMD;
}

interface Form {
  readonly pattern: RegExp;
  readonly quality: number;
  readonly selfEvident: boolean;
  readonly read: (match: RegExpMatchArray, thisYear: number) => PrintedDate['byOrder'];
}

const number = (text: string | undefined): number => Number(asDigits(text ?? ''));

function everyOrder(date: CalendarDate | undefined): PrintedDate['byOrder'] {
  return date ? { DMY: date, MDY: date, YMD: date } : {};
}

function numeric(first: number, second: number, year: number): PrintedDate['byOrder'] {
  const dayFirst = calendarDateOf(year, second, first);
  const monthFirst = calendarDateOf(year, first, second);
  return { ...(dayFirst && { DMY: dayFirst }), ...(monthFirst && { MDY: monthFirst }) };
}

/** Four digits as printed (a Thai year is 543 ahead), two digits as the latest year that may be meant. */
function yearOf(text: string | undefined, thisYear: number): number {
  const year = number(text);
  if ((text ?? '').length > 2) return year > 2400 && year < 2700 ? year - 543 : year;
  const century = Math.floor((thisYear + 1) / 100) * 100;
  return century + year > thisYear + 1 ? century - 100 + year : century + year;
}

const named = (day: number, month: number | undefined, year: number) =>
  everyOrder(month === undefined ? undefined : calendarDateOf(year, month, day));

const YEAR = '(?:19|2[0Oo]|25)[\\dOo]{2}';
const DAY = '[\\dOolI|]{1,2}';
const SEPARATOR = ' ?[/\\-.,_~] ?';
const WORD = '[\\p{L}\\p{M}]{3,12}\\.?';
/** Not inside a longer number; a time may be glued on behind. */
const START = '(?<![\\d./,-])';
const END = '(?!\\d(?!\\d?:))(?![/.-]\\d)';
const form = (source: string, read: Form['read'], quality = 1, selfEvident = false): Form => ({
  pattern: new RegExp(source, 'giu'),
  quality,
  selfEvident,
  read,
});

/** The surer forms first: a later one does not read what an earlier one took. */
const FORMS: readonly Form[] = [
  form(
    '令和 ?(\\d{1,2}|元)年 ?(\\d{1,2})月 ?(\\d{1,2})日',
    ([, era, month, day]) =>
      everyOrder(calendarDateOf(2018 + (era === '元' ? 1 : number(era)), number(month), number(day))),
    1,
    true,
  ),
  form(
    '民國 ?(\\d{2,3}) ?年 ?(\\d{1,2}) ?月 ?(\\d{1,2}) ?日',
    ([, year, month, day]) => everyOrder(calendarDateOf(1911 + number(year), number(month), number(day))),
    1,
    true,
  ),
  form(
    '((?:19|20)\\d{2}) ?[年년] ?(\\d{1,2}) ?[月월] ?(\\d{1,2})',
    ([, year, month, day]) => everyOrder(calendarDateOf(number(year), number(month), number(day))),
    1,
    true,
  ),
  // One digit is a year of the emperor's, two are the end of ours.
  form(
    '(?<![\\d])(\\d{1,2}) ?年 ?(\\d{1,2}) ?月 ?(\\d{1,2}) ?日',
    ([, year = '', month, day]) =>
      everyOrder(calendarDateOf((year.length === 1 ? 2018 : 2000) + number(year), number(month), number(day))),
    0.8,
    true,
  ),
  form(
    `${START}((?:19|20)\\d{2})${SEPARATOR}(\\d{1,2})${SEPARATOR}(\\d{1,2})${END}`,
    ([, year, month, day]) => everyOrder(calendarDateOf(number(year), number(month), number(day))),
    1,
    true,
  ),
  form(`${START}(${DAY})(${SEPARATOR})(${DAY})(${SEPARATOR})(${YEAR})${END}`, readFourDigitYear),
  form(
    `(?<!\\d)(${DAY})(?:st|nd|rd|th|er|º)?[ \\-/.,']{0,3}(?:de |di |of )?(${WORD})[ \\-/.,']{0,3}(?:de |del )?(${YEAR}|\\d{2})${END}`,
    ([, day, month, year], thisYear) => named(number(day), monthOfName(month ?? ''), yearOf(year, thisYear)),
    1,
    true,
  ),
  form(
    `(?<!\\p{L})(${WORD})[ \\-/.]{0,3}(\\d{1,2})(?:st|nd|rd|th)?[ ,.\\-/']{1,3}(${YEAR})${END}`,
    ([, month, day, year], thisYear) => named(number(day), monthOfName(month ?? ''), yearOf(year, thisYear)),
    1,
    true,
  ),
  form(
    `(?<!\\p{L})(${WORD})[ \\-/.]{0,3}(\\d{1,2}),? '(\\d{2})${END}`,
    ([, month, day, year], thisYear) => named(number(day), monthOfName(month ?? ''), yearOf(year, thisYear)),
    1,
    true,
  ),
  // "Sun Jun 23 10:15:22 CEST 2024"
  form(
    `(?<!\\p{L})(${WORD}) (\\d{1,2}),? \\d{1,2}:\\d{2}(?::\\d{2})?(?: [A-Z]{2,5})? (${YEAR})${END}`,
    ([, month, day, year], thisYear) => named(number(day), monthOfName(month ?? ''), yearOf(year, thisYear)),
    1,
    true,
  ),
  form(
    `(?<!\\d)(${DAY}) tháng (\\d{1,2}) năm (${YEAR})${END}`,
    ([, day, month, year], thisYear) => named(number(day), number(month), yearOf(year, thisYear)),
    1,
    true,
  ),
  form(
    `(?<!\\d)(${DAY}):(\\d{2}):(20\\d{2})${END}`,
    ([, first, second, year]) => numeric(number(first), number(second), number(year)),
    0.75,
  ),
  form(
    `(?<!\\d)(\\d{4})[ \\-/.,](${WORD})[ \\-/.,](\\d{1,2})${END}`,
    ([, year, month, day]) => named(number(day), monthOfName(month ?? ''), number(year)),
    1,
    true,
  ),
  form(`${START}(\\d{1,2}) ?([/\\-.']) ?(\\d{1,2}) ?\\2 ?(\\d{2})${END}`, readTwoDigitYear),
  form(
    `${START}(20\\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])${END}`,
    ([, year, month, day]) => everyOrder(calendarDateOf(number(year), number(month), number(day))),
    0.6,
    true,
  ),
  form(
    `${START}(\\d{1,2}) ?([/-]) ?([\\p{L}\\d]{3,4}) ?\\2 ?(20\\d{2}|\\d{2})${END}`,
    ([, day, , month, year], thisYear) => named(number(day), monthOfDamagedName(month ?? ''), yearOf(year, thisYear)),
    0.7,
    true,
  ),
  form(
    `${START}(\\d{1,2}) ?([/-]) ?(\\p{L}{2}) ?\\2 ?(20\\d{2})${END}`,
    ([, day, , month, year]) => named(number(day), monthOfDamagedName(month ?? ''), number(year)),
    0.5,
    true,
  ),
  ...lostSeparators(),
];

/** "5.3.2024" is day first all over the world, as long as that is a day. */
function readFourDigitYear([, first, one, second, other, last]: RegExpMatchArray, thisYear: number) {
  const byOrder = numeric(number(first), number(second), yearOf(last, thisYear));
  return one?.trim() === '.' && other?.trim() === '.' && byOrder.DMY ? { DMY: byOrder.DMY } : byOrder;
}

function readTwoDigitYear([, first, , second, last]: RegExpMatchArray, thisYear: number): PrintedDate['byOrder'] {
  const yearFirst = calendarDateOf(yearOf(first?.padStart(2, '0'), thisYear), number(second), number(last));
  const byOrder = numeric(number(first), number(second), yearOf(last, thisYear));
  // "24/03/05" is a year first only where people write so; "32/03/05" cannot be anything else.
  return yearFirst && (first ?? '').length === 2 ? { ...byOrder, YMD: yearFirst } : byOrder;
}

/** One separator missing, blank, or read as 1, l or I, the other one intact; or both gone. */
function lostSeparators(): Form[] {
  const first = '(0[1-9]|[12]\\d|3[01])';
  const second = '(0[1-9]|1[0-2]|[12]\\d|3[01])';
  const whole = '[/\\-.]';
  const gap = ' ?[1lI|]? ?';
  const year = '(20\\d{2})';
  const read: Form['read'] = ([, a, b, last], thisYear) => numeric(number(a), number(b), yearOf(last, thisYear));
  return [
    form(`${START}${first}${gap}${second}${whole}${year}${END}`, read, 0.75),
    form(`${START}${first}${whole}${second}${gap}${year}${END}`, read, 0.75),
    form(`${START}${first}${gap}${second}${gap}${year}${END}`, read, 0.5),
    form(`${START}${first}${whole}${second}${gap}(\\d{2})${END}`, read, 0.5),
  ];
}
