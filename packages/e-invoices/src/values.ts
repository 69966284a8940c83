import Big from 'big.js';
import { EInvoiceError } from './errors.ts';
import type { Day, Decimal } from './invoice.ts';

/**
 * A number of `xs:decimal`, without an exponent.
 *
 * @throws EInvoiceError `MalformedInvoiceError` for anything else: an amount is never guessed.
 */
export function decimalOf(text: string | undefined, what: string): Decimal | undefined {
  if (text === undefined) return undefined;
  if (!/^[+-]?(?:\d{1,24}(?:\.\d{0,24})?|\.\d{1,24})$/.test(text)) {
    throw new EInvoiceError('MalformedInvoiceError', `expected a number such as 12.50 in ${what}, got "${text}"`);
  }
  return text
    .replace(/^\+/, '')
    .replace(/\.$/, '')
    .replace(/^(-?)0*(?=\d)/, '$1')
    .replace(/^(-?)\./, '$10.');
}

/** Behind the day a time, as `T10:00:00` or `100000`, and a zone, as `Z`, `+01:00` or `+01`. */
const DAY = /^(\d{4})(-?)(\d{2})\2(\d{2})(?:[T ][\d:.]+|\d{4}|\d{6})?(?:Z|[+-]\d{2}(?::?\d{2})?)?$/;

/**
 * A day of the calendar: `2026-03-09`, `20260309`, with or without a time or a time zone behind it.
 *
 * @throws EInvoiceError `MalformedInvoiceError` for anything else.
 */
export function dayOf(text: string | undefined, what: string): Day | undefined {
  if (text === undefined) return undefined;
  const [, year = '', , month = '', day = ''] = DAY.exec(text) ?? [];
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const isDay = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day) && Number(year) > 0;
  if (!isDay) {
    throw new EInvoiceError('MalformedInvoiceError', `expected a day such as 2026-03-09 in ${what}, got "${text}"`);
  }
  return `${year}-${month}-${day}`;
}

/** A day that no money hangs on: one that cannot be read is left out. */
export function dayOrNone(text: string | undefined): Day | undefined {
  try {
    return dayOf(text, 'a day');
  } catch (error) {
    if (error instanceof EInvoiceError) return undefined;
    throw error;
  }
}

/** Exact; what is missing counts as nothing. */
export const sum = (values: readonly (Decimal | undefined)[]): Big =>
  values.reduce((all, value) => all.plus(value ?? 0), new Big(0));

/** With two places at least, as amounts are written. */
export function amountOf(value: Big): Decimal {
  const plain = value.toFixed();
  const places = plain.split('.', 2)[1]?.length ?? 0;
  return places < 2 ? value.toFixed(2) : plain;
}
