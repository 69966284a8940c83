import { dateRoleOf } from 'printed-text/date-words';
import type { AmountRow, PlacedAmount } from './amount-rows.ts';
import { findDates } from './dates.ts';
import { isParticulars } from './header-words.ts';

/** Roles of dates that stand on goods: the end of a warranty, a day of packing, a show, a night, a delivery; and of those that words say nothing about. */
const OF_GOODS: readonly (string | undefined)[] = ['void', 'past', 'event', 'other', undefined];
const WORD = /\p{L}{3}|[\u3040-\u9fff\uac00-\ud7af]{2}/u;
/** An amount that may be a time of day as well. */
const MAYBE_TIME = /^(?:[01]?\d|2[0-3])\.[0-5]\d$/;
const CLOCK = /(?<!\d)\d{1,2}:\d{2}(?::\d{2})?(?!\d)(?: ?[ap]m\b)?/gi;

/**
 * Whether a row with a date may be goods: "05/10/2026 Translation 100.00", "Rabies vaccine exp 11/2029 40.00". A date
 * that its words call the document's is none, nor one beside nothing but a number; and "12.11.2026 Anna 14.20" is the head
 * of a receipt unless other rows are dated as well.
 */
export function isDatedGoods(row: AmountRow, price: PlacedAmount, rows: readonly AmountRow[]): boolean {
  const dates = findDates(row.row.text);
  const [first] = dates;
  if (!first) return true;
  const before = row.row.text.slice(0, first.start);
  if (!WORD.test(nameOf(row)) || !OF_GOODS.includes(dateRoleOf(before))) return false;
  if (!MAYBE_TIME.test(price.text)) return true;
  const isAmongDated = rows.some((other) => other !== row && other.money.length > 0 && isDated(other));
  return isAmongDated && !isParticulars(nameOf(row));
}

/** The length of a date, and of the time behind it, that a text begins with. */
export function leadingDate(text: string): number {
  const [first] = findDates(text);
  if (!first || text.slice(0, first.start).trim() !== '') return 0;
  const time = /^[\s,]*\d{1,2}:\d{2}(?::\d{2})?(?!\d)(?: ?[ap]m\b)?/i.exec(text.slice(first.end));
  return first.end + (time?.[0].length ?? 0);
}

const isDated = ({ row }: AmountRow): boolean => findDates(row.text).length > 0;

/** The words of a row beside its dates, times and amounts. */
function nameOf({ labelText }: AmountRow): string {
  const withoutDates = findDates(labelText).reduceRight(
    (text, { start, end }) => `${text.slice(0, start)} ${text.slice(end)}`,
    labelText,
  );
  return withoutDates.replace(CLOCK, ' ');
}
