import { addDays, type CalendarDate, partsOf } from '../ground/calendar-date.ts';
import {
  doubtOf,
  doubtOfDistance,
  doubtOfMeaning,
  doubtOfMeanings,
  doubtOfNearness,
  doubtOfOrder,
  doubtOfReading,
  doubtOfRepair,
  doubtOfTwin,
  isFar,
  isFuture,
  isLongAgo,
} from './date-doubt.ts';
import { type MeaningEvidence, meaningOf, sureDays } from './date-meaning.ts';
import { type ChosenOrder, chooseDateOrder, type DateOrigin } from './date-order.ts';
import { type Sighting, sightDates } from './date-sightings.ts';
import type { PrintedField } from './expense-fields.ts';
import { otherOrderOf, type PrintedDate } from './printed-date.ts';
import type { PrintedLine } from './printed-line.ts';
import { type RankedDay, rankDays } from './rank-days.ts';
import type { Reason } from './structured-expense.ts';

export interface ChosenDate {
  readonly date?: CalendarDate;
  readonly doubt?: Reason;
  readonly because: string;
  /** Every field that holds a date, with the day it was read as, and what else the chosen one may mean. */
  readonly candidates: readonly (readonly [PrintedField, CalendarDate])[];
}

/**
 * Chooses the day of the purchase among all printed dates, by Textract's type, the words before it, a time beside it and
 * repetition. `today` is the day it is for the person.
 *
 * Whatever is doubtful is returned with a doubt; so is no date at all.
 */
export function chooseDate(
  fields: readonly PrintedField[],
  lines: readonly PrintedLine[],
  origin: DateOrigin,
  person: { readonly locale: string; readonly today: CalendarDate },
): ChosenDate {
  const sightings = sightDates(fields, lines, partsOf(person.today).year);
  const printed = sightings.map((sighting) => sighting.printed);
  const order = chooseDateOrder(printed, origin, person.locale);
  const { country } = origin;
  const evidence: MeaningEvidence = {
    order: order.order,
    countries: [...(country?.countries ?? []), ...regionOf(person.locale)],
    surely: sureDays(printed, order.order),
  };
  const ranked = rankDays(sightings, evidence);
  const best = lastOfRows(ranked, person.today) ?? ranked[0];
  const candidates = candidatesOf(sightings, evidence);
  if (!best) {
    const message = 'no date was found; drop a sharper picture';
    return { doubt: { code: 'DateUnreadableError', message }, because: 'no date was found', candidates };
  }
  const { sighting } = best;
  const [near, ...asNear] = nearReadings(sighting.printed, best.date, order, person.today);
  const elsewhere = [
    ...laterRow(best, ranked, person.today),
    ...dayBefore(best, ranked),
    ...headedOtherwise(best, ranked),
    ...listedBeside(best, ranked),
  ];
  const others = [...best.others, ...asNear, ...elsewhere];
  const date = near ?? settle(sighting.printed, best.date, order, person.today);
  const ofPrint = (best.prints < 2 ? doubtOfPrint(sighting, date) : undefined) ?? doubtOfTwin(date, ranked);
  const ofMeanings = doubtOfMeanings(date, others);
  const doubt =
    doubtOf(date, person.today) ??
    (best.isNoPurchase ? doubtOfMeaning(date) : undefined) ??
    (ofPrint || elsewhere.length > 0 ? withoutDays(ofMeanings) : ofMeanings) ??
    ofPrint ??
    doubtOfOrder(sighting.printed, order, country) ??
    doubtOfNearness(sighting.printed, date, order, person.today) ??
    doubtOfDistance(date, best, person.today);
  const by = sighting.printed.isSelfEvident ? 'as printed' : `${order.order} by ${order.by}`;
  const isListed = candidates.some(([, day]) => day === date);
  return {
    date,
    candidates: [
      ...candidates,
      ...(doubt || !isListed ? furtherCandidates(sighting, [date, ...others], candidates) : []),
    ],
    because: `date ${date}: "${sighting.printed.text}", ${by}`,
    ...(doubt && { doubt }),
  };
}

/** Where several prints disagree or one is hardly read, it is not only asked what one of them means. */
function withoutDays(doubt: Reason | undefined): Reason | undefined {
  if (!doubt) return undefined;
  const { between: _, ...rest } = doubt;
  return rest;
}

const doubtOfPrint = ({ printed, field }: Sighting, date: CalendarDate): Reason | undefined =>
  doubtOfRepair(printed, date) ?? doubtOfReading(field, date);

/** The person's own country, where the document's does not tell. */
function regionOf(locale: string): readonly string[] {
  try {
    const { region } = new Intl.Locale(locale).maximize();
    return region === undefined ? [] : [region];
  } catch {
    return [];
  }
}

/** Who leaves pays within days. */
const DAYS_TO_LEAVE = 2;

/** Where only days of what is sold are printed and rows bill some of them, the last one is the nearest to that of the paper. */
function lastOfRows(ranked: readonly RankedDay[], today: CalendarDate): RankedDay | undefined {
  if (!ranked[0]?.isAside) return undefined;
  const last = lastBilled(ranked, today);
  if (!last) return undefined;
  const days = ranked.filter(({ date, isNoPurchase }) => !isNoPurchase && !isFuture(date, today));
  const latest = addDays(last.date, DAYS_TO_LEAVE);
  return days.filter(({ date, isAside }) => isAside && date <= latest).reduce(later, last);
}

/** The last day that a row bills, where an unlabelled day before it was chosen: nobody is billed before. */
function laterRow(best: RankedDay, ranked: readonly RankedDay[], today: CalendarDate): CalendarDate[] {
  const last = best.isAside || best.isStated ? undefined : lastBilled(ranked, today);
  return last && last.date > best.date ? [last.date] : [];
}

/** The day of the order or one that stands alone, where one behind it was chosen that may be when a show or a journey begins. */
function dayBefore(best: RankedDay, ranked: readonly RankedDay[]): CalendarDate[] {
  if (best.isAside || best.isStated) return [];
  return ranked
    .filter(({ isOrder, isAlone }) => (best.isAnnounced && isOrder) || (best.isTitled && isAlone))
    .map(({ date }) => date)
    .filter((date) => date < best.date);
}

/** The other days of a list of which one was chosen. */
const listedBeside = (best: RankedDay, ranked: readonly RankedDay[]): CalendarDate[] =>
  best.isListed ? ranked.filter((day) => day !== best && day.isListed).map(({ date }) => date) : [];

/** The heading of the paper names one day, and the heading of another or words elsewhere name another one. */
function headedOtherwise(best: RankedDay, ranked: readonly RankedDay[]): CalendarDate[] {
  return ranked
    .filter((day) => day !== best && (day.isHeading || (best.isHeading && day.isOfDocument && !day.isNoPurchase)))
    .map(({ date }) => date);
}

const lastBilled = (ranked: readonly RankedDay[], today: CalendarDate): RankedDay | undefined => {
  const [first, ...others] = ranked.filter(({ date, isBilled }) => isBilled && !isFuture(date, today));
  return first && others.reduce(later, first);
};

const later = (one: RankedDay, other: RankedDay): RankedDay => (other.date > one.date ? other : one);

/** The tagged fields that hold a date, the likeliest first, each day once. */
function candidatesOf(
  sightings: readonly Sighting[],
  evidence: MeaningEvidence,
): (readonly [PrintedField, CalendarDate])[] {
  const byDay = new Map<CalendarDate, PrintedField>();
  for (const { field, printed } of [...sightings].sort((a, b) => b.score - a.score)) {
    const date = meaningOf(printed, evidence)?.date;
    if (date !== undefined && field.type !== 'LINE' && !byDay.has(date)) byDay.set(date, field);
  }
  return [...byDay].map(([date, field]) => [field, date] as const);
}

/** What else a doubtful date may mean: the other order, another country's month, another calendar. */
function furtherCandidates(
  { field, printed }: Sighting,
  others: readonly CalendarDate[],
  known: readonly (readonly [PrintedField, CalendarDate])[],
): (readonly [PrintedField, CalendarDate])[] {
  const days = new Set([...others, ...Object.values(printed.byOrder)]);
  return [...days].filter((day) => !known.some(([, date]) => date === day)).map((day) => [field, day] as const);
}

/**
 * Where a year of two digits, in the order of the country, the language or the locale, is long ago, and another order gives
 * days of late, these are meant: the nearest first. The one of long ago stays possible where more than the locale speaks for it.
 */
function nearReadings(
  printed: PrintedDate,
  date: CalendarDate,
  { by }: ChosenOrder,
  today: CalendarDate,
): readonly CalendarDate[] {
  if (by === 'document' || printed.isSelfEvident || !isLongAgo(date, today)) return [];
  const days = new Set(Object.values(printed.byOrder).filter((day) => !isFuture(day, today) && !isFar(day, today)));
  const near = [...days].sort().reverse();
  return near.length > 0 && by !== 'locale' ? [...near, date] : near;
}

/** Where only the locale speaks for the order and it leads into the future, the other order is the right one. */
function settle(printed: PrintedDate, date: CalendarDate, order: ChosenOrder, today: CalendarDate): CalendarDate {
  const other = otherOrderOf(printed, order.order);
  if (order.by !== 'locale' || !isFuture(date, today) || other === undefined || isFuture(other, today)) return date;
  return other;
}
