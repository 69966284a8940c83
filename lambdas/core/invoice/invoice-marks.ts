import type { Invoice } from 'e-invoices/invoice';
import { plainMark } from '../reading/purchase-marks.ts';
import type { InvoiceMarks } from '../reading/structured-expense.ts';

/** A seller has a VAT number and one of its own country, and a file may state either. */
const MOST_IDS = 2;
/** What a document is known by goes into the transaction that books it. */
const MOST_MARKS = 16;
/** A mark is part of a sort key, which holds 1,024 bytes. */
const MOST_SIGNS = 200;

/**
 * By what the invoices of a file are known, whatever their day and total: each tax number of the seller with the number of the
 * invoice. An invoice without either has none.
 */
export function marksOfInvoices(invoices: readonly Invoice[]): InvoiceMarks {
  const own = invoices.flatMap((invoice) => marks(invoice, invoice.number === undefined ? [] : [invoice.number]));
  const prepaid = invoices.flatMap((invoice) =>
    /[1-9]/.test(invoice.totals.prepaid ?? '') ? marks(invoice, invoice.precedingNumbers) : [],
  );
  return { own: some(own), prepaid: some(prepaid.filter((mark) => !own.includes(mark))) };
}

const marks = ({ seller }: Invoice, numbers: readonly string[]): string[] =>
  seller.taxIds
    .map(plainMark)
    .filter((id) => id !== '')
    .slice(0, MOST_IDS)
    .flatMap((id) => numbers.map((number) => `${id}#${number.replace(/\s/g, '').toUpperCase()}`.slice(0, MOST_SIGNS)));

const some = (all: readonly string[]): readonly string[] => [...new Set(all)].slice(0, MOST_MARKS);
