import type { Invoice } from 'e-invoices/invoice';
import { plainMark } from '../reading/purchase-marks.ts';
import type { InvoiceMarks } from '../reading/structured-expense.ts';

/** What a document is known by goes into the transaction that books it. */
export const MOST_MARKS = 16;
/** A seller has a VAT number and one of its own country, and a file may state either. */
const MOST_IDS = 2;
/** A mark is part of a sort key, which holds 1,024 bytes. */
const MOST_SIGNS = 200;

/**
 * By what the invoices of a file are known, whatever their day and total: each tax number of the seller with the number of the
 * invoice and its year, for many sellers begin anew with each. What is given back may have the number of its invoice and is
 * another one. An invoice without a tax number or a number of its own has no mark.
 */
export function marksOfInvoices(invoices: readonly Invoice[]): InvoiceMarks {
  const own = byId(invoices, (invoice) =>
    invoice.number === undefined ? [] : [`${plainNumber(invoice.number)}${yearOf(invoice)}${kindOf(invoice)}`],
  );
  const prepaid = byId(invoices, (invoice) =>
    /[1-9]/.test(invoice.totals.prepaid ?? '')
      ? [...invoice.precedingNumbers, ...(invoice.prepaidNumbers ?? [])].flatMap((number) =>
          yearsBefore(invoice).map((year) => `${plainNumber(number)}${year}`),
        )
      : [],
  );
  return { own: some(own), prepaid: some(prepaid.filter((mark) => !own.includes(mark))) };
}

/** The first number of every seller before any second one, so that many invoices have a mark each. */
const byId = (invoices: readonly Invoice[], numbersOf: (invoice: Invoice) => readonly string[]): readonly string[] =>
  Array.from({ length: MOST_IDS }, (_, place) => place).flatMap((place) =>
    invoices.flatMap((invoice) => {
      const id = idsOf(invoice)[place];
      return id === undefined ? [] : numbersOf(invoice).map((number) => `${id}#${number}`.slice(0, MOST_SIGNS));
    }),
  );

const idsOf = ({ seller }: Invoice): readonly string[] => [
  ...new Set(seller.taxIds.map((id) => withoutCountry(plainMark(id))).filter((id) => id !== '')),
];

/** Some write a VAT number without the country before it. */
const withoutCountry = (id: string): string => id.replace(/^[A-Z]{2}(?=(?:.*\d){7})/, '');

const plainNumber = (number: string): string => number.replace(/\s/g, '').toUpperCase();
const yearOf = ({ issueDate = '' }: Invoice): string => `#${issueDate.slice(0, 4)}`;
const kindOf = ({ kind, totals }: Invoice): string =>
  kind === 'credit-note' || totals.withTax?.startsWith('-') ? '#CREDIT' : '';

/** What was paid before was asked for in the same year or the one before. */
const yearsBefore = ({ issueDate = '' }: Invoice): readonly string[] => {
  const year = Number(issueDate.slice(0, 4));
  return Number.isInteger(year) && year > 0 ? [`#${year}`, `#${year - 1}`] : [];
};

const some = (all: readonly string[]): readonly string[] => [...new Set(all)].slice(0, MOST_MARKS);
