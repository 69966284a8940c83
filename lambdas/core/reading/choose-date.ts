import { normalizePrinted } from 'printed-text/plain-text';
import { type CalendarDate, partsOf } from '../ground/calendar-date.ts';
import type { CountryEvidence } from './country-evidence.ts';
import {
  doubtOf,
  doubtOfMeaning,
  doubtOfOrder,
  doubtOfReading,
  doubtOfRepair,
  doubtOfTwin,
  isFuture,
} from './date-doubt.ts';
import { type ChosenOrder, chooseDateOrder } from './date-order.ts';
import type { PrintedField } from './expense-fields.ts';
import { type DateOrder, dayIn, findPrintedDates, type PrintedDate } from './printed-date.ts';
import type { Reason } from './structured-expense.ts';

export interface ChosenDate {
  readonly date?: CalendarDate;
  readonly doubt?: Reason;
  readonly because: string;
  /** Every field that holds a date, with the day it was read as. */
  readonly candidates: readonly (readonly [PrintedField, CalendarDate])[];
}

/** How likely a field of this type, or a line that was not tagged, holds the day of the purchase. */
const TYPE_WEIGHT: Readonly<Record<string, number>> = { INVOICE_RECEIPT_DATE: 3, ORDER_DATE: 1.5, LINE: -1 };

const DATE_WORDS =
  /\b(?:date|dated|tarikh|tkh|datum|fecha|data|dato|p[äa]iv[äa]ys|tanggal|tarih|дата)\b|日期|日付|날짜|วันที่/iu;
const DOCUMENT_WORDS =
  /\b(?:invoice|inv|bill|receipt|statement|tax|rechnung\w*|facture|factura|fattura|faktura|transaction|sale)\b/iu;
/** Dates of something else than the purchase. */
const OTHER_WORDS =
  /\b(?:due|expir\w*|exp|valid|until|f[aä]llig\w*|vencim\w*|scaden\w*|[eé]ch[eé]ance|deliver\w*|liefer\w*|livraison|since|effective|birth|dob|period|from|order\w*|bestell\w*|booking|wef|start|end|promo\w*|returns?|exchange|warrant\w*|before|service)\b/iu;
const NO_PURCHASE_WORDS =
  /\b(?:due|limite?|expir\w*|exp|valid|until|f[aä]llig\w*|zahlbar|vencim\w*|vence|vervaldatum|f[oö]rfall\w*|scaden\w*|[eé]ch[eé]ance|birth|dob|warrant\w*)\b/iu;
const TIME = /\b\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?\s?(?:am|pm|uhr)?\b/i;

interface Sighting {
  readonly field: PrintedField;
  readonly printed: PrintedDate;
  /** Said to be the day of something else, such as the payment's. */
  readonly isOther: boolean;
  /** Surely not the day of the purchase: a due date, an expiry. */
  readonly isNoPurchase: boolean;
  readonly score: number;
}

/**
 * Chooses the day of the purchase among all printed dates, by Textract's type, the words before it, a time beside it and
 * repetition. `today` is the day it is for the person.
 *
 * A date after tomorrow or more than ten years back is returned with a doubt; so is no date at all.
 */
export function chooseDate(
  fields: readonly PrintedField[],
  lines: readonly string[],
  country: CountryEvidence | undefined,
  person: { readonly locale: string; readonly today: CalendarDate },
): ChosenDate {
  const sightings = [...fields, ...lines.map(lineAsField)].flatMap((field) => sight(field, partsOf(person.today).year));
  const order = chooseDateOrder(
    sightings.map(({ printed }) => printed),
    country,
    person.locale,
  );
  const ranked = rank(sightings, order.order);
  const [best] = ranked;
  const candidates = candidatesOf(sightings, order.order);
  if (!best) {
    const message = 'no date was found; drop a sharper picture';
    return { doubt: { code: 'DateUnreadableError', message }, because: 'no date was found', candidates };
  }
  const date = settle(best.sighting.printed, best.date, order, person.today);
  const doubt =
    doubtOf(date, person.today) ??
    (best.sighting.isNoPurchase ? doubtOfMeaning(date) : undefined) ??
    (best.prints < 2 ? doubtOfPrint(best.sighting, date) : undefined) ??
    doubtOfTwin(date, ranked) ??
    doubtOfOrder(best.sighting.printed, order, country);
  const by = best.sighting.printed.isSelfEvident ? 'as printed' : `${order.order} by ${order.by}`;
  return { date, candidates, because: `date ${date}: "${best.sighting.printed.text}", ${by}`, ...(doubt && { doubt }) };
}

const doubtOfPrint = ({ printed, field }: Sighting, date: CalendarDate): Reason | undefined =>
  doubtOfRepair(printed, date) ?? doubtOfReading(field, date);

/** A line outside the tagged fields: it may hold the date that the analysis did not tag. */
function lineAsField(text: string): PrintedField {
  return { type: 'LINE', text, confidence: 90, page: 1, groups: [] };
}

function sight(field: PrintedField, thisYear: number): Sighting[] {
  const text = normalizePrinted(field.text);
  return findPrintedDates(field.text, thisYear).map((printed, index, all) => {
    const previous = all[index - 1];
    const before = text.slice(previous ? previous.index + previous.text.length : 0, printed.index);
    const label = `${index === 0 ? (field.label ?? '') : ''} ${before}`;
    const isOther = OTHER_WORDS.test(label) || (field.type.endsWith('DATE') && !(field.type in TYPE_WEIGHT));
    const isNoPurchase = field.type === 'DUE_DATE' || NO_PURCHASE_WORDS.test(label);
    const score =
      3 * printed.quality +
      (TYPE_WEIGHT[field.type] ?? (field.type.endsWith('DATE') ? -2 : 0)) +
      (DATE_WORDS.test(label) ? 1.5 : 0) +
      (DOCUMENT_WORDS.test(label) ? 0.5 : 0) -
      (OTHER_WORDS.test(label) ? 2.5 : 0) -
      (isNoPurchase ? 2 : 0) +
      (TIME.test(text.replace(printed.text, ' ')) ? 1 : 0) +
      (field.confidence - 90) / 50 -
      index * 0.1;
    return { field, printed, isOther, isNoPurchase, score };
  });
}

/** Best first; each further print of a day adds a little, a line that repeats a field adds nothing of its own. */
function rank(sightings: readonly Sighting[], order: DateOrder) {
  const byDay = new Map<CalendarDate, { sighting: Sighting; prints: number }>();
  for (const sighting of sightings) {
    const date = dayIn(sighting.printed, order);
    if (date === undefined) continue;
    const known = byDay.get(date);
    const prints = (known?.prints ?? 0) + (sighting.field.type === 'LINE' ? 0 : 1);
    const best = known && known.sighting.score >= sighting.score ? known.sighting : sighting;
    byDay.set(date, { sighting: best, prints });
  }
  return [...byDay]
    .map(([date, { sighting, prints }]) => ({
      date,
      sighting,
      prints,
      isOther: sighting.isOther,
      score: sighting.score + 0.6 * Math.min(2, Math.max(0, prints - 1)),
    }))
    .sort((a, b) => b.score - a.score);
}

/** The tagged fields that hold a date, the likeliest first, each day once. */
function candidatesOf(sightings: readonly Sighting[], order: DateOrder): (readonly [PrintedField, CalendarDate])[] {
  const byDay = new Map<CalendarDate, PrintedField>();
  for (const { field, printed } of [...sightings].sort((a, b) => b.score - a.score)) {
    const date = dayIn(printed, order);
    if (date !== undefined && field.type !== 'LINE' && !byDay.has(date)) byDay.set(date, field);
  }
  return [...byDay].map(([date, field]) => [field, date] as const);
}

/** Where only the locale speaks for the order and it leads into the future, the other order is the right one. */
function settle(printed: PrintedDate, date: CalendarDate, order: ChosenOrder, today: CalendarDate): CalendarDate {
  const other = printed.byOrder[order.order === 'MDY' ? 'DMY' : 'MDY'];
  if (order.by !== 'locale' || !isFuture(date, today) || other === undefined || isFuture(other, today)) return date;
  return other;
}
