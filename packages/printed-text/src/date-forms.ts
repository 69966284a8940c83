import { asDigits, DIGIT_LIKE, ONE_LIKE, ZERO_LIKE } from './digits.ts';
import { monthOfDamagedName, monthOfName } from './month-names.ts';

/** Order in which a date is written in numbers. */
export type DateOrder = 'DMY' | 'MDY' | 'YMD';

/** A day of the calendar. */
export interface Day {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

/** What a date means in each order that the calendar allows. */
export type DayByOrder = Readonly<Partial<Record<DateOrder, Day>>>;

/** One way in which dates are printed, or in which readers of print damage them. */
export interface DateForm {
  readonly pattern: RegExp;
  /** How surely a match is a date, 0 to 1. */
  readonly quality: number;
  /** The form itself names the order: a four-digit year in front, or the month as a word. */
  readonly isSelfEvident: boolean;
  /** A separator was lost or misread. */
  readonly isDamaged: boolean;
  read(match: RegExpMatchArray, latestYear: number): DayByOrder;
}

const number = (text: string | undefined): number => Number(asDigits(text ?? ''));

/** The day in every order; none where the calendar has no such day. */
function everyOrder(year: number, month: number | undefined, day: number): DayByOrder {
  const date = month === undefined ? undefined : dayOf(year, month, day);
  return date ? { DMY: date, MDY: date, YMD: date } : {};
}

function dayOf(year: number, month: number, day: number): Day | undefined {
  if (!(year >= 1900 && year <= 2199 && month >= 1 && month <= 12 && day >= 1)) return undefined;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate() ? { year, month, day } : undefined;
}

function numeric(first: number, second: number, year: number): DayByOrder {
  const dayFirst = dayOf(year, second, first);
  const monthFirst = dayOf(year, first, second);
  return { ...(dayFirst && { DMY: dayFirst }), ...(monthFirst && { MDY: monthFirst }) };
}

/** Four digits as printed (a Thai year is 543 ahead), two digits as the latest year that may be meant. */
function yearOf(text: string | undefined, latestYear: number): number {
  const year = number(text);
  if ((text ?? '').length > 2) return year > 2400 && year < 2700 ? year - 543 : year;
  const century = Math.floor(latestYear / 100) * 100;
  return century + year > latestYear ? century - 100 + year : century + year;
}

const YEAR = `(?:19|2[0${ZERO_LIKE}]|25)[\\d${ZERO_LIKE}]{2}`;
const SURE_YEAR = '(?:19|20)\\d{2}';
const DAY = `[${DIGIT_LIKE}]{1,2}`;
const SEPARATOR = ' ?[/\\-.,_~] ?';
const WORD = '[\\p{L}\\p{M}0]{3,12}\\.?';
const ORDINAL = '(?:st|nd|rd|th|er|º|o)?';
/** Not inside a longer number; a time may be glued on behind. */
const START = '(?<![\\d./,-])';
const END = '(?!\\d(?!\\d?:))(?![/.-]\\d)';

type Read = DateForm['read'];
const form = (source: string, quality: number, read: Read, kind: Partial<DateForm> = {}): DateForm => ({
  pattern: new RegExp(source, 'giu'),
  quality,
  isSelfEvident: false,
  isDamaged: false,
  read,
  ...kind,
});
const selfEvident = (source: string, read: Read, quality = 1): DateForm =>
  form(source, quality, read, { isSelfEvident: true });
const damaged = (source: string, quality: number, read: Read = readNumeric): DateForm =>
  form(source, quality, read, { isDamaged: true });

const readYearFirst: Read = ([, year, month, day]) => everyOrder(number(year), number(month), number(day));
const readNumeric: Read = ([, first, second, year], latest) =>
  numeric(number(first), number(second), yearOf(year, latest));
const readDayFirst: Read = (match, latest) => {
  const { DMY } = readNumeric(match, latest);
  return DMY ? { DMY } : {};
};
const readNamed: Read = ([, day, month, year], latest) =>
  everyOrder(yearOf(year, latest), monthOfName(month ?? ''), number(day));
const readMonthFirst: Read = ([, month, day, year], latest) =>
  everyOrder(yearOf(year, latest), monthOfName(month ?? ''), number(day));
const readDamagedName: Read = ([, day, , month, year], latest) =>
  everyOrder(yearOf(year, latest), monthOfDamagedName(month ?? ''), number(day));

/** "5.3.2024" is day first all over the world, as long as that is a day. */
const readFourDigitYear: Read = ([, first, one, second, other, last], latest) => {
  const byOrder = numeric(number(first), number(second), yearOf(last, latest));
  return one?.trim() === '.' && other?.trim() === '.' && byOrder.DMY ? { DMY: byOrder.DMY } : byOrder;
};

/** "24/03/05" is a year first only where people write so; "32/03/05" cannot be anything else. */
const readTwoDigitYear: Read = ([, first = '', , second, last], latest) => {
  const yearFirst = dayOf(yearOf(first.padStart(2, '0'), latest), number(second), number(last));
  const byOrder = numeric(number(first), number(second), yearOf(last, latest));
  return yearFirst && first.length === 2 ? { ...byOrder, YMD: yearFirst } : byOrder;
};

const ASIAN: readonly DateForm[] = [
  selfEvident('令和 ?(\\d{1,2}|元)年 ?(\\d{1,2})月 ?(\\d{1,2})日', ([, era, month, day]) =>
    everyOrder(2018 + (era === '元' ? 1 : number(era)), number(month), number(day)),
  ),
  selfEvident('民國 ?(\\d{2,3}) ?年 ?(\\d{1,2}) ?月 ?(\\d{1,2}) ?日', ([, year, month, day]) =>
    everyOrder(1911 + number(year), number(month), number(day)),
  ),
  selfEvident(`(${SURE_YEAR}) ?[年년] ?(\\d{1,2}) ?[月월] ?(\\d{1,2})(?: ?[日일])?`, readYearFirst),
  // One digit is a year of the emperor's, two are the end of ours.
  selfEvident(
    '(?<![\\d])(\\d{1,2}) ?年 ?(\\d{1,2}) ?月 ?(\\d{1,2}) ?日',
    ([, year = '', month, day]) =>
      everyOrder((year.length === 1 ? 2018 : 2000) + number(year), number(month), number(day)),
    0.8,
  ),
];

const NAMED: readonly DateForm[] = [
  selfEvident(
    `(?<!\\d)(${DAY})${ORDINAL}[ \\-/.,']{0,3}(?:de |di |of )?(${WORD})[ \\-/.,']{0,3}(?:de |del )?(${YEAR}|\\d{2})${END}`,
    readNamed,
  ),
  selfEvident(
    `(?<!\\p{L})(${WORD})[ \\-/.]{0,3}(\\d{1,2})(?:st|nd|rd|th)?[ ,.\\-/']{1,3}(${YEAR})${END}`,
    readMonthFirst,
  ),
  selfEvident(`(?<!\\p{L})(${WORD})[ \\-/.]{0,3}(\\d{1,2}),? '(\\d{2})${END}`, readMonthFirst),
  // "Sun Jun 23 10:15:22 CEST 2024"
  selfEvident(
    `(?<!\\p{L})(${WORD}) (\\d{1,2}),? \\d{1,2}:\\d{2}(?::\\d{2})?(?: [A-Z]{2,5})? (${YEAR})${END}`,
    readMonthFirst,
  ),
  selfEvident(`(?<!\\d)(${DAY}) tháng (\\d{1,2}) năm (${YEAR})${END}`, ([, day, month, year], latest) =>
    everyOrder(yearOf(year, latest), number(month), number(day)),
  ),
  selfEvident(`(?<!\\d)(\\d{4})[ \\-/.,](${WORD})[ \\-/.,](\\d{1,2})${END}`, ([, year, month, day]) =>
    everyOrder(number(year), monthOfName(month ?? ''), number(day)),
  ),
];

const D = '(0[1-9]|[12]\\d|3[01])';
const M = '(0[1-9]|1[0-2])';
const Y = '(20[0-3]\\d)';
const EITHER = '(0[1-9]|1[0-2]|[12]\\d|3[01])';
// A separator that was lost, or read as a one, a dot or a blank.
const LOST = ' ?[/\\-.,1|lI ]? ?';
const GONE = ` ?[1${ONE_LIKE}]? ?`;
const KEPT = '[/\\-]';
const CLOSED = '(?![\\d\\-/](?!\\d?:))';

const DAMAGED: readonly DateForm[] = [
  form(`${START}(\\d{1,2}) ?([/-]) ?([\\p{L}\\d]{3,10}) ?\\2 ?(20\\d{2}|\\d{2})${END}`, 0.7, readDamagedName, {
    isSelfEvident: true,
  }),
  form(`${START}(\\d{1,2}) ?([/-]) ?(\\p{L}{2}) ?\\2 ?(20\\d{2})${END}`, 0.5, readDamagedName, { isSelfEvident: true }),
  damaged(`(?<!\\d)(${DAY}):(\\d{2}):(20\\d{2})${END}`, 0.75),
  damaged(`${START}([0-3]?\\d) ?[/\\-] ?([01]?\\d) (${SURE_YEAR})(?!\\d)`, 0.6, readDayFirst),
  damaged(`${START}([0-3]?\\d) ([01]?\\d) ?[/\\-] ?(${SURE_YEAR})(?!\\d)`, 0.55, readDayFirst),
  damaged(`${START}${D}${LOST}${M}${KEPT}(${SURE_YEAR})${CLOSED}`, 0.75, readNumeric),
  damaged(`${START}${D}${KEPT}${M}${LOST}(${SURE_YEAR})${CLOSED}`, 0.75, readNumeric),
  damaged(`${START}${D}${LOST}${M}${KEPT}(\\d{2})${CLOSED}`, 0.5, readNumeric),
  damaged(`${START}${D}${KEPT}${M}${LOST}(\\d{2})${CLOSED}`, 0.5, readNumeric),
  damaged(`${START}([1-9])${KEPT}${M}${LOST}(${SURE_YEAR})${CLOSED}`, 0.6, readNumeric),
  damaged(`${START}${D}${LOST}([1-9])${KEPT}(${SURE_YEAR})${CLOSED}`, 0.55, readNumeric),
  damaged(`${START}${D}${KEPT}([1-9])${LOST}(${SURE_YEAR})${CLOSED}`, 0.6, readNumeric),
  form(
    `(?<!\\d)${Y}(?:${KEPT}${M}${LOST}|${LOST}${M}${KEPT})${D}${END}`,
    0.7,
    ([, year, one, other, day]) => everyOrder(number(year), number(one ?? other), number(day)),
    { isSelfEvident: true, isDamaged: true },
  ),
  form(`${START}(20\\d{2})${M}${D}${END}`, 0.6, readYearFirst, { isSelfEvident: true, isDamaged: true }),
  damaged(`(?<![\\d.,])([12]\\d|3[01]|0?[1-9]) ?[/\\-.1|lI7]? ?${M} ?[/\\-.1|lI7]? ?${Y}${END}`, 0.5, readNumeric),
  // Month first as well, one separator intact or both gone.
  damaged(`${START}${D}${GONE}${EITHER}[/\\-.](20\\d{2})${END}`, 0.75, readNumeric),
  damaged(`${START}${D}[/\\-.]${EITHER}${GONE}(20\\d{2})${END}`, 0.75, readNumeric),
  damaged(`${START}${D}${GONE}${EITHER}${GONE}(20\\d{2})${END}`, 0.5, readNumeric),
  damaged(`${START}${D}[/\\-.]${EITHER}${GONE}(\\d{2})${END}`, 0.5, readNumeric),
  damaged(`(?<![\\d.,])${D} ${M} (20[0-3]\\d|\\d{2})(?!\\d)`, 0.45, readDayFirst),
  damaged(`${START}([0-3]?\\d)[/\\-] ?([01]?\\d) ?[/\\-]? ?(\\d{2})(?=\\s|$|[A-Za-z])`, 0.4, readDayFirst),
];

/** In the order in which they are tried, the surer ones first: a stretch of text belongs to the first that takes it. */
export const dateForms: readonly DateForm[] = [
  ...ASIAN,
  selfEvident(`${START}(${SURE_YEAR})${SEPARATOR}(\\d{1,2})${SEPARATOR}(\\d{1,2})${END}`, readYearFirst),
  form(`${START}(${DAY})(${SEPARATOR})(${DAY})(${SEPARATOR})(${YEAR})${END}`, 1, readFourDigitYear),
  ...NAMED,
  form(`${START}(\\d{1,2}) ?([/\\-']) ?(\\d{1,2}) ?\\2 ?(\\d{2})${END}`, 0.85, readTwoDigitYear),
  form(`${START}(\\d{1,2}) ?(\\.) ?(\\d{1,2}) ?\\2 ?(\\d{2})${END}`, 0.7, readTwoDigitYear),
  // More digits behind the year, or a number before the first.
  form(`(?<![\\d.,/])(${DAY})(${SEPARATOR})(${DAY})(${SEPARATOR})((?:19|20)[\\dOo]{2})`, 0.9, readFourDigitYear),
  selfEvident(`(?<!\\d)(${SURE_YEAR})${SEPARATOR}(\\d{1,2})${SEPARATOR}(\\d{1,2})(?!\\d{3})`, readYearFirst, 0.9),
  ...DAMAGED,
];
