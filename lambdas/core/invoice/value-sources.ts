import type { Invoice } from 'e-invoices/invoice';
import { type InvoiceFact, sourceOf } from 'e-invoices/sources';
import type { ValueSource } from '../reading/analysis.ts';

/** What is booked or shown, as the data states it. */
const FACTS: Readonly<Record<InvoiceFact, (invoice: Invoice) => string | undefined>> = {
  number: ({ number }) => number,
  type: ({ typeCode }) => typeCode,
  date: ({ issueDate }) => issueDate,
  dueDate: ({ dueDate }) => dueDate,
  deliveryDate: ({ deliveryDate }) => deliveryDate,
  period: ({ period }) => period && `${period.from ?? ''} to ${period.to ?? ''}`.trim(),
  currency: ({ currency }) => currency,
  seller: ({ seller }) => seller.name ?? seller.tradingName,
  sellerTaxId: ({ seller }) => seller.taxIds.join(', ') || undefined,
  buyer: ({ buyer }) => buyer.name ?? buyer.tradingName,
  lines: ({ lines }) => (lines.length > 0 ? String(lines.length) : undefined),
  withoutTax: ({ totals }) => totals.withoutTax,
  tax: ({ totals }) => totals.tax,
  total: ({ totals }) => totals.withTax,
  prepaid: ({ totals }) => totals.prepaid,
  rounding: ({ totals }) => totals.rounding,
  due: ({ totals }) => totals.due,
};

/** Where each value of the invoices comes from: the term of EN 16931 and the element of the file. */
export const sourcesOf = (invoices: readonly Invoice[]): ValueSource[] =>
  invoices.flatMap((invoice, index) =>
    Object.entries(FACTS).flatMap(([fact, statedIn]): ValueSource[] => {
      const value = statedIn(invoice);
      const source = sourceOf(invoice, fact as InvoiceFact);
      return value === undefined || source === undefined ? [] : [{ invoice: index + 1, fact, value, ...source }];
    }),
  );
