import { dateRoleOf } from 'printed-text/date-words';
import { leadsToPaper } from 'printed-text/paper-heading';
import { normalizePrinted } from 'printed-text/plain-text';
import { addDays, type CalendarDate } from '../ground/calendar-date.ts';
import { findPrintedDates, type PrintedDate } from './printed-date.ts';
import type { PrintedLine } from './printed-line.ts';

/** What the rows around a date say of it, whatever words stand before it. */
export interface RowContext {
  /** The row begins with it and bills something, as others do: a night, a visit, a call. */
  readonly isBilled: boolean;
  /** The row is about a permit, such as that of a till: when it was granted, and how long it is valid. */
  readonly isPermit: boolean;
  /** The row ends with the first day of a stretch of time that goes on in the next one: "from 21 May to". */
  readonly opensRange: boolean;
  /** The row above does, and this one begins with the last day. */
  readonly closesRange: boolean;
  /** The row may be the heading of the paper with its day: no price follows. */
  readonly mayBeHeading: boolean;
  /** The row above, where it leads to a paper that is referred to: "zu unserer". */
  readonly leadIn?: string;
}

/** A list has more rows than one. */
const FEWEST_ROWS = 2;
/** A permit is valid for longer than an offer is. */
const LONG_DAYS = 300;
/** How many rows below the day of a permit its last day stands. */
const NEXT_ROWS = 2;

/** With decimals, groups of digits or a sign: no number of a till. */
const AMOUNT_AT_END =
  /(?:(?:^|[^\d/.-])-?\d[\d.,'’ ]*[.,'’ ]\d{2,3}|\p{Sc} ?-?\d+)[^\d\p{L}]{0,3}\p{L}{0,3}[^\d\p{L}]{0,2}$|\d[^\d\p{L}]{0,2}(?:\p{Sc}|円|元|원)$/u;
const WORD = /\p{L}{2}/u;

/** What the rows say of the dates in them, in the order given. */
export function contextsOfRows(rows: readonly (readonly PrintedLine[])[], thisYear: number): readonly RowContext[] {
  const read = rows.map((row) => {
    const text = normalizePrinted(row.map((line) => line.text).join(' '));
    return { text, dates: /\d/.test(text) ? findPrintedDates(text, thisYear) : [] };
  });
  const billed = read.map(billsDay);
  const isList = billed.filter(Boolean).length >= FEWEST_ROWS;
  return read.map((row, index) => ({
    isBilled: isList && billed[index] === true,
    isPermit: isOfPermit(row, read[index - 1], read.slice(index, index + NEXT_ROWS + 1)),
    opensRange: goesOn(row, read[index + 1]),
    closesRange: goesOn(read[index - 1], row),
    mayBeHeading: !hasPriceBehind(row),
    ...leadInOf(read[index - 1]),
  }));
}

const leadInOf = (above: ReadRow | undefined): Pick<RowContext, 'leadIn'> =>
  above && leadsToPaper(above.text) ? { leadIn: above.text } : {};

/** Lists of papers to pay give the amount behind the day of each. */
function hasPriceBehind({ text, dates }: ReadRow): boolean {
  const last = dates.at(-1);
  return last !== undefined && AMOUNT_AT_END.test(text.slice(last.index + last.text.length));
}

/** A day and "to" at the end of a row, and another day at the beginning of the next one. */
function goesOn(row: ReadRow | undefined, next: ReadRow | undefined): boolean {
  const last = row?.dates.at(-1);
  return (
    last !== undefined && next?.dates[0]?.index === 0 && TO.test(row?.text.slice(last.index + last.text.length) ?? '')
  );
}

/** Words of more than one letter: a dash may end any row. */
const TO =
  /^\s*(?:to|until|thru|through|bis(?: zum)?|au|al|até(?: ao)?|fino al|hasta el|t\/m|tot(?: en met)?|til|till|až|do|по|до)\s*$/iu;

interface ReadRow {
  readonly text: string;
  readonly dates: readonly PrintedDate[];
}

/** A date, words, and an amount at the end. */
function billsDay({ text, dates: [first, ...others] }: ReadRow): boolean {
  if (!first || others.length > 0 || WORD.test(text.slice(0, first.index))) return false;
  const behind = text.slice(first.index + first.text.length).replace(/\d{1,2}:\d{2}(?::\d{2})?/g, ' ');
  const amount = AMOUNT_AT_END.exec(behind);
  return amount !== null && WORD.test(behind.slice(0, amount.index));
}

/** "Date Issued" below the number of a permit, or above a last day that is far. */
function isOfPermit(row: ReadRow, above: ReadRow | undefined, below: readonly ReadRow[]): boolean {
  const [date] = row.dates;
  if (!date) return false;
  const role = dateRoleOf(row.text.slice(0, date.index));
  if (role !== 'document' || !ISSUED.test(row.text)) return false;
  if (above !== undefined && above.dates.length === 0 && PERMIT.test(above.text)) return true;
  return below.some(({ text, dates }) => {
    const last = dates.find((one) => one.index > 0 && dateRoleOf(text.slice(0, one.index)) === 'void');
    return last !== undefined && isLongAfter(daysOf(date), daysOf(last));
  });
}

const ISSUED = /issue|emis|emit|emiss|expedi|ausgest|deliv|otorg|выдан|发证|發證/i;
const PERMIT = /(?<!\p{L})(?:ptu|permit|accred|acredit|licen[cs]e|lizenz|permiso|autoriza|resoluci[oó]n|habilita)/iu;

const daysOf = ({ byOrder }: PrintedDate): CalendarDate[] => Object.values(byOrder);
const isLongAfter = (days: readonly CalendarDate[], others: readonly CalendarDate[]): boolean =>
  days.every((day) => others.every((other) => other > addDays(day, LONG_DAYS)));
