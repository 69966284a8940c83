import { areLookAlikeDigits } from 'printed-text/look-alikes';
import { addDays, addYears, type CalendarDate } from '../ground/calendar-date.ts';
import type { CountryEvidence } from './country-evidence.ts';
import { type ChosenOrder, orderOfCountries } from './date-order.ts';
import type { PrintedField } from './expense-fields.ts';
import { onlyOrderOf, otherOrderOf, type PrintedDate } from './printed-date.ts';
import type { Reason } from './structured-expense.ts';

/** Receipts older than this are more likely misread than late. */
const OLDEST_YEARS = 10;
/** Of a printed date; see {@link PrintedDate}. */
const SURE_QUALITY = 0.6;
/** Of a value, in percent. Of the dates on receipts, one in a hundred is read less surely, and half of these wrong. */
const LEGIBLE = 75;
/** Further back, a year may be misread and still be plausible. */
const FAR_DAYS = 425;
/** Of a value, in percent: so sure is what is read well. */
const PLAIN = 90;
/** What is nearly today, ... */
const NEAR_DAYS = 31;
/** ... and what is not. */
const APART_DAYS = 90;
/** Weight of a country that is beyond doubt: two marks of it, or more. */
const SETTLED = 4;

/** After tomorrow: a receipt may be dropped where it is still the day before. */
export const isFuture = (date: CalendarDate, today: CalendarDate): boolean => date > addDays(today, 1);

/** So far back that a misread year may be meant. */
export const isFar = (date: CalendarDate, today: CalendarDate): boolean => date < addDays(today, -FAR_DAYS);

/** Older than what people keep receipts for. */
export const isLongAgo = (date: CalendarDate, today: CalendarDate): boolean => date < addYears(today, -OLDEST_YEARS);

/** In the future, or so old that it may have been misread: the person says whether the document is that old. */
export function doubtOf(date: CalendarDate, today: CalendarDate): Reason | undefined {
  if (isFuture(date, today)) {
    return implausible(
      `the date was read as ${date}, which lies in the future (today is ${today}); drop a picture that shows the right one plainly`,
    );
  }
  if (!isLongAgo(date, today)) return undefined;
  return implausible(
    `the date was read as ${date}, which is more than ${OLDEST_YEARS} years back; if the document is that old, confirm it with date: ${date}`,
  );
}

/** Far back, printed once, unlabelled and not read surely: the year may be misread. */
export function doubtOfDistance(
  date: CalendarDate,
  { isConfirmed, sighting }: { readonly isConfirmed: boolean; readonly sighting: { readonly field: PrintedField } },
  today: CalendarDate,
): Reason | undefined {
  const { legibility = 100 } = sighting.field;
  if (!isFar(date, today) || isConfirmed || legibility >= PLAIN) return undefined;
  return unreadable(
    `the date was read as ${date}, more than a year back, and nothing else confirms it; confirm it with date: ${date}, or drop a sharper picture`,
  );
}

/**
 * Nothing but the person's locale speaks for the order, and the other order gives a day that is much nearer to today: a
 * receipt is mostly dropped within days.
 */
export function doubtOfNearness(
  printed: PrintedDate,
  date: CalendarDate,
  { order, by }: ChosenOrder,
  today: CalendarDate,
): Reason | undefined {
  const other = otherOrderOf(printed, order);
  if (by !== 'locale' || printed.isSelfEvident || other === undefined || other === date) return undefined;
  // A year of two digits in front is rare outside the countries and languages that write so.
  const near = order === 'YMD' ? FAR_DAYS : NEAR_DAYS;
  const isNear = !isFuture(other, today) && other >= addDays(today, -near) && other > date;
  return isNear && date < addDays(today, -APART_DAYS) ? doubtOfMeanings(date, [other]) : undefined;
}

/** The same print means another day in another country, or by another count of the calendar. */
export function doubtOfMeanings(date: CalendarDate, others: readonly CalendarDate[]): Reason | undefined {
  if (others.every((other) => other === date)) return undefined;
  const days = [...new Set([date, ...others])];
  return {
    ...unreadable(`the date may be ${days.join(' or ')}; say which one is right with date: ${date}`),
    between: days,
  };
}

/** The only date there is says when to pay, until when something is valid, or when a form was printed. */
export const doubtOfMeaning = (date: CalendarDate): Reason =>
  unreadable(`only ${date} was found, and it is no day of purchase; drop a picture that shows the date plainly`);

/** Both separators gone, or a year of two digits glued on: right more often than not, which is not enough. */
export function doubtOfRepair({ quality, text }: PrintedDate, date: CalendarDate): Reason | undefined {
  if (quality >= SURE_QUALITY) return undefined;
  return unreadable(`the date was read as ${date} from "${text}"; drop a sharper picture`);
}

/** Hardly legible, and printed nowhere else: a misread digit gives another day that is as good as the right one. */
export function doubtOfReading({ legibility = 100 }: PrintedField, date: CalendarDate): Reason | undefined {
  if (legibility >= LEGIBLE) return undefined;
  const percent = Math.round(legibility);
  return unreadable(
    `the date was read as ${date} with ${percent} % confidence and nothing else confirms it; drop a sharper picture`,
  );
}

/** Printed twice, and read with one digit that looks like another: one of them is wrong. */
export function doubtOfTwin(
  date: CalendarDate,
  ranked: readonly { readonly date: CalendarDate; readonly prints: number; readonly isOther: boolean }[],
): Reason | undefined {
  const twin = ranked.find((other) => !other.isOther && isTwin(date, other.date));
  const own = ranked.find((other) => other.date === date);
  if (twin === undefined || (own?.prints ?? 0) > twin.prints + 1) return undefined;
  return unreadable(
    `the date was read as ${date} and as ${twin.date}; drop a picture that shows the right one plainly`,
  );
}

/** The date can only be month first, and the country of the document writes the day first: a digit may be misread. */
export function doubtOfOrder(
  printed: PrintedDate,
  { order }: ChosenOrder,
  country: CountryEvidence | undefined,
): Reason | undefined {
  if (!country || country.weight < SETTLED) return undefined;
  const usual = orderOfCountries(country.countries);
  const only = onlyOrderOf(printed);
  if (usual !== 'DMY' || only !== 'MDY' || order !== 'MDY') return undefined;
  return unreadable(
    `the date "${printed.text}" is not as ${country.countries.join(' or ')} writes dates; drop a sharper picture`,
  );
}

const implausible = (message: string): Reason => ({ code: 'DateImplausibleError', message });
const unreadable = (message: string): Reason => ({ code: 'DateUnreadableError', message });

function isTwin(one: string, other: string): boolean {
  const differences = [...one].flatMap((sign, index) => {
    const its = other.charAt(index);
    return sign === its ? [] : [areLookAlikeDigits(sign, its)];
  });
  return differences.length === 1 && differences[0] === true;
}
