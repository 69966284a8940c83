import { areLookAlikeDigits } from 'printed-text/look-alikes';
import { addDays, addYears, type CalendarDate } from '../ground/calendar-date.ts';
import type { CountryEvidence } from './country-evidence.ts';
import { type ChosenOrder, orderOfCountry } from './date-order.ts';
import type { PrintedField } from './expense-fields.ts';
import { onlyOrderOf, type PrintedDate } from './printed-date.ts';
import type { Reason } from './structured-expense.ts';

/** Receipts older than this are more likely misread than late. */
const OLDEST_YEARS = 10;
/** Of a printed date; see {@link PrintedDate}. */
const SURE_QUALITY = 0.6;
/** Of a value, in percent. Of the dates on receipts, one in a hundred is read less surely, and half of these wrong. */
const LEGIBLE = 75;
/** Weight of a country that is beyond doubt: two marks of it, or more. */
const SETTLED = 4;

/** After tomorrow: a receipt may be dropped where it is still the day before. */
export const isFuture = (date: CalendarDate, today: CalendarDate): boolean => date > addDays(today, 1);

/** In the future, or so old that it was more likely misread. */
export function doubtOf(date: CalendarDate, today: CalendarDate): Reason | undefined {
  const why = isFuture(date, today)
    ? 'lies in the future'
    : date < addYears(today, -OLDEST_YEARS)
      ? `is more than ${OLDEST_YEARS} years back`
      : undefined;
  return why === undefined
    ? undefined
    : {
        code: 'DateImplausibleError',
        message: `the date was read as ${date}, which ${why} (today is ${today}); drop a picture that shows the right one plainly`,
      };
}

/** The only date there is says when to pay, or until when something is valid. */
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
  const usual = orderOfCountry(country.country);
  const only = onlyOrderOf(printed);
  if (usual !== 'DMY' || only !== 'MDY' || order !== 'MDY') return undefined;
  return unreadable(`the date "${printed.text}" is not as ${country.country} writes dates; drop a sharper picture`);
}

const unreadable = (message: string): Reason => ({ code: 'DateUnreadableError', message });

function isTwin(one: string, other: string): boolean {
  const differences = [...one].flatMap((sign, index) => {
    const its = other.charAt(index);
    return sign === its ? [] : [areLookAlikeDigits(sign, its)];
  });
  return differences.length === 1 && differences[0] === true;
}
