import type { Invoice } from 'e-invoices/invoice';
import { type InvoiceFact, sourceOf } from 'e-invoices/sources';
import type { ValueSource } from '../reading/analysis.ts';

/** What is booked or shown, as the data states it. */
const FACTS: Partial<Record<InvoiceFact, (invoice: Invoice) => string | undefined>> = {
  number: ({ number }) => number,
  type: ({ typeCode }) => typeCode,
  date: ({ issueDate }) => issueDate,
  dueDate: ({ dueDate }) => dueDate,
  currency: ({ currency }) => currency,
  seller: ({ seller }) => seller.name ?? seller.tradingName,
  lines: ({ lines }) => (lines.length > 0 ? String(lines.length) : undefined),
  withoutTax: ({ totals }) => totals.withoutTax,
  tax: ({ totals }) => totals.tax,
  total: ({ totals }) => totals.withTax,
  due: ({ totals }) => totals.due,
};

/** Where each value of the invoices comes from: the term of EN 16931 and the element of the file. */
export const sourcesOf = (invoices: readonly Invoice[]): ValueSource[] =>
  invoices.flatMap((invoice, index) =>
    Object.entries(FACTS).flatMap(([fact, statedIn]): ValueSource[] => {
      const value = statedIn(invoice);
      return value === undefined
        ? []
        : [{ invoice: index + 1, fact, value, ...sourceOf(invoice, fact as InvoiceFact) }];
    }),
  );
