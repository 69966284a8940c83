import { findDates } from '../src/textract/tagger/dates.ts';

/** What is printed on a receipt, in the words of the data set. */
export interface Answers {
  readonly company: string;
  readonly date: string;
  readonly address: string;
  readonly total: string;
}

/** A thing asked of a receipt. */
export type Field = keyof Answers;

/** In the order in which they are reported. */
export const fields: readonly Field[] = ['total', 'date', 'company', 'address'];

/**
 * Whether a value is right: a total to the cent, a date as the same day (read day first), company and address when
 * they are equal or one is inside the other, after dropping all but letters and digits.
 */
export function isRight(field: Field, expected: string, found: string | undefined): boolean {
  if (found === undefined) return false;
  if (field === 'total') return centsOf(found) === centsOf(expected);
  if (field === 'date') return dayOf(found) === dayOf(expected);
  const [a, b] = [bare(expected), bare(found)];
  return a !== '' && b !== '' && (a.includes(b) || b.includes(a));
}

/** `RM 1,234.50` → 123450. The last separator with two digits behind it is the decimal point. */
function centsOf(text: string): number {
  const [, whole = '', fraction = '00'] = /(\d[\d.,' ]*?)(?:[.,](\d{2}))?\D*$/.exec(text) ?? [];
  const cents = Number(whole.replace(/\D/g, '')) * 100 + Number(fraction);
  return /-|\(/.test(text) ? -cents : cents;
}

function dayOf(text: string): string | undefined {
  const reading = findDates(text)[0]?.readings[0];
  return reading && [reading.year, reading.month, reading.day].join('-');
}

const bare = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');
