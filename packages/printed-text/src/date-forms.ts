import type { Day } from './calendars.ts';
import { asDigits, DIGIT_LIKE, ZERO_LIKE } from './digits.ts';
import { calendarOfMark, ERA_MARK } from './eras.ts';
import { dayOfEra, dayOfPrinted } from './printed-years.ts';

export type { Day, OtherDay } from './calendars.ts';

/** Order in which a date is written in numbers. */
export type DateOrder = 'DMY' | 'MDY' | 'YMD';

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

type Read = DateForm['read'];

const number = (text: string | undefined): number => Number(asDigits(text ?? ''));

/** One day, whatever the order; none where the calendar has no such day. */
export const everyOrder = (day: Day | undefined): DayByOrder => (day ? { DMY: day, MDY: day, YMD: day } : {});

const YEAR = `(?:19|2[0${ZERO_LIKE}]|25|1[34])[\\d${ZERO_LIKE}]{2}`;
export const SURE_YEAR = '(?:19|20)\\d{2}';
const LONG_YEAR = '(?:19|20|25|1[34])\\d{2}';
export const DAY = `[${DIGIT_LIKE}]{1,2}`;
const SEPARATOR = ' ?[/\\-.,_~] ?';
/** Not inside a longer number; a time may be glued on behind. */
export const START = '(?<![\\d./,-])';
export const END = '(?!\\d(?!\\d?:))(?![/.-]\\d)';

export const form = (source: string, quality: number, read: Read, kind: Partial<DateForm> = {}): DateForm => ({
  pattern: new RegExp(source, 'giu'),
  quality,
  isSelfEvident: false,
  isDamaged: false,
  read,
  ...kind,
});
const selfEvident = (source: string, read: Read, quality = 1): DateForm =>
  form(source, quality, read, { isSelfEvident: true });

const readYearFirst: Read = ([, year = '', month, day], latest) =>
  everyOrder(dayOfPrinted(year, number(month), number(day), latest));

/** Day first and month first, as far as there are such days. */
export const readNumeric: Read = ([, first, second, year = ''], latest) => {
  const dayFirst = dayOfPrinted(year, number(second), number(first), latest);
  const monthFirst = dayOfPrinted(year, number(first), number(second), latest);
  return { ...(dayFirst && { DMY: dayFirst }), ...(monthFirst && { MDY: monthFirst }) };
};

/** "5.3.2024" is day first all over the world, as long as that is a day. */
const readFourDigitYear: Read = (match, latest) => {
  const [, first = '', one, second = '', other, last = ''] = match;
  const byOrder = readNumeric([match[0], first, second, last], latest);
  return one?.trim() === '.' && other?.trim() === '.' && byOrder.DMY ? { DMY: byOrder.DMY } : byOrder;
};

/** "24/03/05" is a year first only where people write so; "32/03/05" cannot be anything else. */
const readTwoDigitYear: Read = (match, latest) => {
  const [, first = '', , second = '', last = ''] = match;
  const yearFirst = dayOfPrinted(first.padStart(2, '0'), number(second), number(last), latest);
  const byOrder = readNumeric([match[0], first, second, last], latest);
  return yearFirst && first.length === 2 ? { ...byOrder, YMD: plain(yearFirst) } : byOrder;
};

/** Two digits in front are a year of ours, or no date. */
const plain = ({ year, month, day }: Day): Day => ({ year, month, day });

/** A mark for the way of counting stands before the year. */
const readMarkFirst: Read = ([, mark = '', year = '', month, day], latest) => {
  const calendar = calendarOfMark(mark, year.length);
  const first = year === '元' ? '1' : year;
  return everyOrder(calendar && dayOfEra(calendar, first, number(month), number(day), latest));
};

const inEra = (mark: string, year: string, month: string, day: string, latest: number): Day | undefined => {
  const calendar = calendarOfMark(mark, year.length);
  return calendar && dayOfEra(calendar, year, number(month), number(day), latest);
};

/** ... or around a date whose year stands behind. */
const readMarkAround: Read = ([, mark, first = '', second = '', year = '', behind], latest) => {
  const said = mark ?? behind;
  if (said === undefined) return {};
  const dayFirst = inEra(said, year, second, first, latest);
  const monthFirst = inEra(said, year, first, second, latest);
  return { ...(dayFirst && { DMY: dayFirst }), ...(monthFirst && { MDY: monthFirst }) };
};

const MARKED: readonly DateForm[] = [
  selfEvident(
    `(?<![\\p{L}\\d])(${ERA_MARK}) ?(\\d{1,4}|元) ?[年년] ?(\\d{1,2}) ?[月월] ?(\\d{1,2})(?: ?[日일])?`,
    readMarkFirst,
  ),
  selfEvident(
    `(?<![\\p{L}\\d])(${ERA_MARK}) ?(\\d{1,4})${SEPARATOR}(\\d{1,2})${SEPARATOR}(\\d{1,2})${END}`,
    readMarkFirst,
    0.9,
  ),
  form(
    `(?<![\\p{L}\\d])(${ERA_MARK}) ?(\\d{1,2})${SEPARATOR}(\\d{1,2})${SEPARATOR}(\\d{2,4})${END}`,
    0.9,
    readMarkAround,
  ),
  form(
    `${START}()?(\\d{1,2})${SEPARATOR}(\\d{1,2})${SEPARATOR}(\\d{1,4})\\.? ?(${ERA_MARK})`,
    0.9,
    ([all = '', , first = '', second = '', year = '', behind = ''], latest) =>
      readMarkAround([all, behind, first, second, year], latest),
  ),
  selfEvident(
    `${START}(\\d{3,4})${SEPARATOR}(\\d{1,2})${SEPARATOR}(\\d{1,2})\\.? ?(${ERA_MARK})`,
    ([all = '', year = '', month = '', day = '', mark = ''], latest) =>
      readMarkFirst([all, mark, year, month, day], latest),
  ),
];

/** A year of ours that is further back is unlikely to be meant where the emperor's is near. */
const LONG_AGO = 10;

function dayOfShortYear(year: string, month: number, day: number, latest: number): Day | undefined {
  const ours = dayOfEra('gregorian', year, month, day, latest);
  const emperors = dayOfEra('reiwa', year, month, day, latest);
  if (!ours || !emperors || ours.year >= latest - LONG_AGO || emperors.year > latest) return ours;
  return { ...ours, otherwise: [{ ...emperors, countries: ['JP'], isLikely: true }] };
}

const ASIAN: readonly DateForm[] = [
  selfEvident(`(${LONG_YEAR}) ?[年년] ?(\\d{1,2}) ?[月월] ?(\\d{1,2})(?: ?[日일])?`, readYearFirst),
  // One digit is a year of the emperor's, two are the end of ours or, where that is long ago, his, three are of the Republic of China.
  selfEvident(
    '(?<!\\d)(\\d{1,3}) ?[年년] ?(\\d{1,2}) ?[月월] ?(\\d{1,2}) ?[日일]',
    ([, year = '', month, day], latest) => {
      if (year.length === 2) return everyOrder(dayOfShortYear(year, number(month), number(day), latest));
      const calendar = year.length === 1 ? 'reiwa' : 'minguo';
      return everyOrder(dayOfEra(calendar, year, number(month), number(day), latest));
    },
    0.8,
  ),
];

const ROMANS = 'i ii iii iv v vi vii viii ix x xi xii'.split(' ');

const WORDED: readonly DateForm[] = [
  selfEvident(
    `(?<!\\d)(${DAY}) ?,? ?(?:tháng|thang|thg|th)\\.? ?(\\d{1,2})[ ,]{0,2}(?:năm |nam )?(${YEAR})${END}`,
    ([, day, month, year = ''], latest) => everyOrder(dayOfPrinted(year, number(month), number(day), latest)),
  ),
  // 2026 оны 11-р сарын 12
  selfEvident(`(${SURE_YEAR}) ?оны ?(\\d{1,2})(?:-?р)? ?сарын ?(\\d{1,2})`, readYearFirst),
  // 12.XI.2026, but not "1 x 10 kg"
  selfEvident(
    `${START}(\\d{1,2})(?! ?x \\d{2}(?!\\d))([ .\\-/]{1,2})([ivx]{1,4})\\2(${YEAR}|\\d{2})${END}`,
    ([, day, , roman = '', year = ''], latest) =>
      everyOrder(dayOfPrinted(year, ROMANS.indexOf(roman.toLowerCase()) + 1, number(day), latest)),
    0.9,
  ),
];

/** Three digits in front count the years of the Republic of China, where people count so. */
const readMinguo: Read = ([, year = '', month, day], latest) => {
  const read = dayOfEra('minguo', year, number(month), number(day), latest);
  return everyOrder(read && read.year <= latest ? read : undefined);
};

/** The surer forms, in the order in which they are tried: a stretch of text belongs to the first that takes it. */
export const plainForms: readonly DateForm[] = [
  ...MARKED,
  ...ASIAN,
  ...WORDED,
  selfEvident(`${START}(${SURE_YEAR})${SEPARATOR}(\\d{1,2})${SEPARATOR}(\\d{1,2})${END}`, readYearFirst),
  selfEvident(
    `${START}((?:25|1[34])\\d{2}) ?([/.-]) ?(\\d{1,2}) ?\\2 ?(\\d{1,2})${END}`,
    ([all = '', year = '', , month = '', day = ''], latest) => readYearFirst([all, year, month, day], latest),
  ),
  form(`${START}(${DAY})(${SEPARATOR})(${DAY})(${SEPARATOR})(${YEAR})${END}`, 1, readFourDigitYear),
];

/** Those that are tried behind the dates whose month is a word. */
export const furtherForms: readonly DateForm[] = [
  form(`${START}(\\d{1,2}) ?([/\\-']) ?(\\d{1,2}) ?\\2 ?(\\d{2})${END}`, 0.85, readTwoDigitYear),
  // "03.11. 18:20" has a time, and no year
  form(`${START}(\\d{1,2}) ?(\\.) ?(\\d{1,2}) ?\\2(?! \\d{2}[:h]\\d{2}(?!\\d)) ?(\\d{2})${END}`, 0.7, readTwoDigitYear),
  // More digits behind the year, or a number before the first.
  form(`(?<![\\d.,/])(${DAY})(${SEPARATOR})(${DAY})(${SEPARATOR})((?:19|20)[\\dOo]{2})`, 0.9, readFourDigitYear),
  selfEvident(`(?<!\\d)(${SURE_YEAR})${SEPARATOR}(\\d{1,2})${SEPARATOR}(\\d{1,2})(?!\\d{3})`, readYearFirst, 0.9),
  // 115/11/12; that it is a date is for others to say
  selfEvident(
    `${START}(1[0-4]\\d)([/.-])(\\d{1,2})\\2(\\d{1,2})${END}`,
    ([all = '', year = '', , month = '', day = ''], latest) => readMinguo([all, year, month, day], latest),
    0.5,
  ),
  form(`(?<![\\d.,] ?)(0[1-9]|[12]\\d|3[01]) (0[1-9]|[12]\\d|3[01]) (${SURE_YEAR})(?! ?\\d)`, 0.6, readNumeric),
];
