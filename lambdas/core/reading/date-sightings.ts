import { type DateRole, dateRoleOf, isAsideRole, isNoPurchase, isNumberLabel } from 'printed-text/date-words';
import { monthsOfName } from 'printed-text/month-names';
import { headingBefore, leadsToDay, type PaperHeading } from 'printed-text/paper-heading';
import { normalizePrinted } from 'printed-text/plain-text';
import { contextsOfRows, type RowContext } from './dated-rows.ts';
import type { PrintedField } from './expense-fields.ts';
import { findPrintedDates, type PrintedDate } from './printed-date.ts';
import { type PrintedLine, rowsOfLines } from './printed-line.ts';

/** A date where it is printed, and what speaks for it being the day of the purchase. */
export interface Sighting {
  readonly field: PrintedField;
  readonly printed: PrintedDate;
  /** Said to be the day of something else, such as the payment's. */
  readonly isOther: boolean;
  /** Surely not the day of the purchase: a due date, an expiry, a form's revision. */
  readonly isNoPurchase: boolean;
  /** On this day what is sold takes place, is billed for, begins or ends; or it goes back to that day, or a permit was granted. */
  readonly isAside: boolean;
  /** A row bills something for this day. */
  readonly isBilled: boolean;
  /** One of several days in a row: "11.09.2024; 14.09.2024". */
  readonly isListed: boolean;
  /** Words say that it is the day of the document, of its print or of the order. */
  readonly isStated: boolean;
  /** Words say that it is the day of the order. */
  readonly isOrder: boolean;
  /** With its month as a word and a time beside it, as shows and journeys are announced. */
  readonly isAnnounced: boolean;
  /** Between words that say nothing of a day and a time, as the title of a film stands before when it begins. */
  readonly isTitled: boolean;
  /** Words or a time beside it say that it is the day of the document. */
  readonly isLabelled: boolean;
  /** Words say so. */
  readonly isOfDocument: boolean;
  /** The heading that it ends, which names the paper: "Handelsrechnung Nr. 471102 vom". */
  readonly heading?: PaperHeading;
  readonly score: number;
}

/** How likely a field of this type, or a line that was not tagged, holds the day of the purchase. */
const TYPE_WEIGHT: Readonly<Record<string, number>> = { INVOICE_RECEIPT_DATE: 3, ORDER_DATE: 1.5, LINE: -1 };
/** What the words before a date say. */
const ROLE_WEIGHT: Readonly<Record<DateRole, number>> = {
  document: 2,
  plain: 1.5,
  order: -1.5,
  print: -2,
  other: -2.5,
  event: -3,
  past: -4.5,
  due: -4.5,
  void: -4.5,
};
/** A row that bills a day, and the first and the last of a stretch of time; ... */
const ASIDE_WEIGHT = -2.5;
/** ... and the day from which something is valid for a year or more, which may be that of the document. */
const PERMIT_WEIGHT = -2;
/** What the heading of the paper adds for the day in it. */
const HEADING_WEIGHT = 4;
const STATED: ReadonlySet<DateRole> = new Set(['document', 'plain', 'order', 'print']);
const OF_DOCUMENT: ReadonlySet<DateRole> = new Set(['document', 'plain']);
/** Bills begin with their own date; what is printed on later pages is about payment more often. */
const PER_PAGE = 0.2;
const MOST_PAGES_COUNTED = 5;

const TIME = /\b\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?\s?(?:am|pm|uhr)?\b/i;
/** What stands between the first and the last day of a stretch of time. */
const RANGE =
  /^\s*(?:[-–~～/]|to|until|thru|through|bis(?: (?:zum|einschl\.?|einschließlich))?|jusqu['’]au|au|fino al|hasta el|al|a|até(?: ao)?|t\/m|tot(?: en met)?|do|til|till|až|по|до|から|至|부터)\s*$/iu;
/** ... before what is a date, too, and no time or number. */
const BEGINS_RANGE =
  /^\s*(?:[-–~～]|to|until|thru|through|bis(?: (?:zum|einschl\.?|einschließlich))?|jusqu['’]au|au|fino al|hasta el|al|até(?: ao)?|t\/m|tot(?: en met)?|do|til|till|až|по|до|から|至|부터)\s*\d{1,4}(?:[./-]\d|\.?\s?\p{L}{3})/iu;

/** The first day before the last one, whose year it shares: "20 Oct - 19 Nov 2026", "20.10. - 19.11.2026". */
const FIRST_OF_RANGE =
  /(?<![\d.,/:-])(?:\d{1,2}(?:st|nd|rd|th)?\.? ?(?<behind>\p{L}{3,})\.?|(?<before>\p{L}{3,})\.? \d{1,2}|\d{1,2}([./])\d{1,2}\.?)(?:,? \d{1,2}[:.]\d{2})? ?[-–—~] ?$/u;

function endsRange(before: string): boolean {
  const first = FIRST_OF_RANGE.exec(before);
  const name = first?.groups?.behind ?? first?.groups?.before;
  return first !== null && (name === undefined || monthsOfName(name).length > 0);
}

/** Every date of the tagged fields and of the lines of the page; lines tell of dates that were not tagged, and of labels. */
export function sightDates(
  fields: readonly PrintedField[],
  lines: readonly PrintedLine[],
  thisYear: number,
): readonly Sighting[] {
  const ofFields = fields.flatMap((field) => sight(field, thisYear, NO_ROW));
  const rows = rowsOfLines(lines);
  const contexts = contextsOfRows(rows, thisYear);
  const ofLines = rows.flatMap((row, index) =>
    lineFields(row, lines).flatMap((field) => sight(field, thisYear, contexts[index] ?? NO_ROW)),
  );
  return ownHeadings([...ofFields, ...ofLines]);
}

/** Below the heading of a credit note or a correction, that of an invoice names the one it is about. */
function ownHeadings(sightings: readonly Sighting[]): readonly Sighting[] {
  if (!sightings.some(({ heading }) => heading?.isCredit)) return sightings;
  return sightings.map((sighting): Sighting => {
    const { heading, ...rest } = sighting;
    if (heading === undefined || heading.isCredit) return sighting;
    const score = sighting.score - HEADING_WEIGHT - ROLE_WEIGHT.document + ROLE_WEIGHT.other;
    return { ...rest, isOther: true, isStated: false, isLabelled: false, isOfDocument: false, score };
  });
}

const NO_ROW: RowContext = {
  isBilled: false,
  isPermit: false,
  opensRange: false,
  closesRange: false,
  mayBeHeading: false,
};

function sight(
  field: PrintedField,
  thisYear: number,
  { isBilled, isPermit, opensRange, closesRange, mayBeHeading, leadIn }: RowContext,
): Sighting[] {
  const text = normalizePrinted(field.text);
  const found = findPrintedDates(field.text, thisYear);
  const headings = found.map(({ index }) =>
    mayBeHeading && leadIn === undefined ? headingAt(field, text, index) : undefined,
  );
  return found.flatMap((printed, index, all) => {
    const previous = all[index - 1];
    const next = all[index + 1];
    const before = text.slice(previous ? previous.index + previous.text.length : 0, printed.index);
    const heading = headings[index];
    // "Faktura nr 12/05/2024 z dnia 31.05.2024"
    const isNumber =
      printed.isDamaged ||
      field.type === 'INVOICE_RECEIPT_ID' ||
      headings.slice(index + 1).some((one) => one !== undefined);
    if (isNumber && isNumberLabel(before.trim() === '' ? (field.label ?? '') : before)) return [];
    const end = printed.index + printed.text.length;
    const behind = text.slice(end, next?.index);
    const own = dateRoleOf(previous || leadIn === undefined ? before : `${leadIn} ${before}`, behind);
    const beside = index === 0 ? dateRoleOf(behindDate(field.label ?? '', thisYear)) : undefined;
    const role = heading ? 'document' : (own ?? beside);
    const isDayOfList =
      isListed(printed, previous && { before, printed: previous }) ||
      (next !== undefined && isListed(next, { before: text.slice(end, next.index), printed }));
    const isRange =
      (previous !== undefined && RANGE.test(before)) ||
      endsRange(before) ||
      BEGINS_RANGE.test(text.slice(end)) ||
      (opensRange && next === undefined) ||
      (closesRange && index === 0 && printed.index === 0) ||
      isDayOfList;
    const isOfOtherType = field.type.endsWith('DATE') && !(field.type in TYPE_WEIGHT);
    const hasTime = !isAsideRole(role) && TIME.test(text.replace(printed.text, ' '));
    const isAside = isRange || isBilled || isPermit || isAsideRole(role);
    const isOtherDay = role !== undefined && !OF_DOCUMENT.has(role);
    // "Order No. 12 | Dated"
    const isOfOther = own === 'plain' && beside !== undefined && !OF_DOCUMENT.has(beside);
    const score =
      3 * printed.quality +
      (TYPE_WEIGHT[field.type] ?? (field.type.endsWith('DATE') ? -2 : 0)) +
      weightOf(role, isRange || isBilled ? ASIDE_WEIGHT : isPermit ? PERMIT_WEIGHT : 0) -
      (field.type === 'DUE_DATE' ? 2 : 0) +
      (heading ? HEADING_WEIGHT : 0) +
      (hasTime ? 1 : 0) +
      (field.confidence - 90) / 50 -
      index * 0.1 -
      PER_PAGE * Math.min(MOST_PAGES_COUNTED, field.page - 1);
    return {
      field,
      printed,
      isOther: isAside || isOtherDay || isOfOther || isOfOtherType,
      isNoPurchase: field.type === 'DUE_DATE' || isNoPurchase(role),
      isAside,
      isBilled,
      isListed: isDayOfList,
      isStated: !isAside && role !== undefined && STATED.has(role),
      isOrder: !isAside && role === 'order',
      isAnnounced: hasTime && /\p{L}{3}/u.test(printed.text),
      isTitled: hasTime && role === undefined && /\p{L}{3}/u.test(before),
      isLabelled: !isAside && (role === undefined ? hasTime : OF_DOCUMENT.has(role)),
      isOfDocument: !isAside && !isOfOther && role !== undefined && OF_DOCUMENT.has(role),
      score,
      ...(heading && { heading }),
    };
  });
}

/** The words of a label that no day stands before: what is said of that one says nothing of the next. */
function behindDate(label: string, thisYear: number): string {
  const last = /\d/.test(label) ? findPrintedDates(label, thisYear).at(-1) : undefined;
  return last ? normalizePrinted(label).slice(last.index + last.text.length) : label;
}

/** What names the paper before a day, in the words of its own line or also in those to its left or above; no reference to another paper. */
function headingAt({ label }: PrintedField, text: string, index: number): PaperHeading | undefined {
  const words = text.slice(0, index);
  const joined = label === undefined ? words : `${label} ${words}`;
  return isNoPurchase(dateRoleOf(joined)) ? undefined : (headingBefore(words) ?? headingBefore(joined));
}

/** "11.09.2024; 14.09.2024 and 19.09.2024": days of what is sold, one after the other. */
const BETWEEN_DAYS = /^\s*(?:[;,&+]|und|and|et|y|e|en|i|og|och|sowie)\s*$/iu;

function isListed(
  printed: PrintedDate,
  previous: { readonly before: string; readonly printed: PrintedDate } | undefined,
): boolean {
  return previous !== undefined && BETWEEN_DAYS.test(previous.before) && previous.printed.text !== printed.text;
}

/** Whatever a row that bills a day or names a permit says more of it, it is not the day of the document. */
function weightOf(role: DateRole | undefined, aside: number): number {
  const weight = role === undefined ? 0 : ROLE_WEIGHT[role];
  return aside < 0 ? Math.min(0, weight) + aside : weight;
}

/** The lines of a row as fields: the label of one that begins with its date stands to its left, or else right above. */
function lineFields(row: readonly PrintedLine[], lines: readonly PrintedLine[]): PrintedField[] {
  return row.map((line, index): PrintedField => {
    const label = row[index - 1]?.text ?? labelAbove(line, lines);
    const { text, page, confidence } = line;
    return { type: 'LINE', text, confidence: Math.min(90, confidence), page, groups: [], ...(label && { label }) };
  });
}

/** How many heights of a line the one above may be away. */
const FARTHEST = 3;

function labelAbove({ box, page, text }: PrintedLine, lines: readonly PrintedLine[]): string | undefined {
  // Words before the date are its label.
  if (!box || /^\s*\p{L}{4}/u.test(text)) return undefined;
  const above = lines
    .filter(
      (other) =>
        other.page === page &&
        other.box !== undefined &&
        other.box.top < box.top - box.height / 2 &&
        other.box.top > box.top - FARTHEST * box.height &&
        other.box.left < box.left + box.width &&
        other.box.left + other.box.width > box.left,
    )
    .sort((a, b) => (b.box?.top ?? 0) - (a.box?.top ?? 0))[0];
  // What has digits of its own is no label, unless it is a sentence or a heading that goes on.
  return above && (!/\d{2}/.test(above.text) || leadsToDay(above.text)) ? above.text : undefined;
}
