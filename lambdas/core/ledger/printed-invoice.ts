import type { InvoiceMarks } from '../reading/structured-expense.ts';
import { isAmong } from './compare-numbers.ts';
import type { Likeness } from './likeness.ts';

/** Days apart that an invoice and the receipt of its payment may be; what comes every month is another one. */
const DAYS = 14;
const DAY_MS = 24 * 3600 * 1000;
const FEWEST_SIGNS = 6;
const FEWEST_DIGITS = 4;

/**
 * By what an invoice is known that was read from its print, so that the receipt of its payment, which has its number and another
 * day, is not counted too: merchant, number, total and time. Two marks, of its fortnight and of the next one: papers that
 * are less than a fortnight apart share one, those of two months never. None without a sure merchant or a telling number.
 */
export function marksOfPrint({
  vendor,
  invoiceNumber = '',
  date,
  currency,
  totalMinor,
  taxIds,
}: Likeness): InvoiceMarks {
  const number = invoiceNumber.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase();
  const isTelling = number.length >= FEWEST_SIGNS && (number.match(/\d/g)?.length ?? 0) >= FEWEST_DIGITS;
  if (vendor === undefined || !isTelling || isAmong(invoiceNumber, taxIds)) return { own: [], prepaid: [] };
  const fortnight = Math.floor(Date.parse(date) / (DAYS * DAY_MS));
  return {
    own: [fortnight, fortnight + 1].map((period) => `${vendor}#${number}#${currency}${totalMinor}#${period}`),
    prepaid: [],
  };
}
