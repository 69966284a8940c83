import { gregorianDay } from './calendars.ts';
import { DAY, type DateForm, END, everyOrder, form, readNumeric, START, SURE_YEAR } from './date-forms.ts';
import { asDigits, ONE_LIKE } from './digits.ts';
import { monthOfDamagedName } from './month-names.ts';
import { dayOfPrinted } from './printed-years.ts';

type Read = DateForm['read'];

const damaged = (source: string, quality: number, read: Read = readNumeric): DateForm =>
  form(source, quality, read, { isDamaged: true });

const number = (text: string | undefined): number => Number(asDigits(text ?? ''));

const readYearFirst: Read = ([, year, month, day]) =>
  everyOrder(gregorianDay(number(year), number(month), number(day)));
const readDayFirst: Read = (match, latest) => {
  const { DMY } = readNumeric(match, latest);
  return DMY ? { DMY } : {};
};
const readDamagedName: Read = ([, day, , month, year = ''], latest) => {
  const named = monthOfDamagedName(month ?? '');
  return everyOrder(named === undefined ? undefined : dayOfPrinted(year, named, number(day), latest));
};

const D = '(0[1-9]|[12]\\d|3[01])';
const M = '(0[1-9]|1[0-2])';
const Y = '(20[0-3]\\d)';
const EITHER = '(0[1-9]|1[0-2]|[12]\\d|3[01])';
// A separator that was lost, or read as a one, a dot or a blank.
const LOST = ' ?[/\\-.,1|lI ]? ?';
const GONE = ` ?[1${ONE_LIKE}]? ?`;
const KEPT = '[/\\-]';
const CLOSED = '(?![\\d\\-/](?!\\d?:))';

/** Forms in which a separator was lost or misread, the surer ones first. */
export const damagedForms: readonly DateForm[] = [
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
    ([, year, one, other, day]) => everyOrder(gregorianDay(number(year), number(one ?? other), number(day))),
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
