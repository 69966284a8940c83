import type { Invoice } from 'e-invoices/invoice';
import { readInvoices } from 'e-invoices/read-invoices';
import { type InvoiceFact, type InvoiceSource, sourceOf } from 'e-invoices/sources';
import { describe, expect, it } from 'vitest';
import { asCii, asFatturaPa, asUbl, PLAIN } from './samples.ts';
import { asSimplified } from './simplified-sample.ts';

const FACTS: Readonly<Record<InvoiceFact, (invoice: Invoice) => unknown>> = {
  number: ({ number }) => number,
  type: ({ typeCode }) => typeCode,
  date: ({ issueDate }) => issueDate,
  dueDate: ({ dueDate }) => dueDate,
  deliveryDate: ({ deliveryDate }) => deliveryDate,
  period: ({ period }) => period,
  currency: ({ currency }) => currency,
  seller: ({ seller }) => seller.name,
  sellerTaxId: ({ seller }) => seller.taxIds[0],
  buyer: ({ buyer }) => buyer.name,
  lines: ({ lines }) => lines.map(({ description }) => description),
  withoutTax: ({ totals }) => totals.withoutTax,
  tax: ({ totals }) => totals.tax,
  // What is computed in its place may be the same amount.
  total: ({ totals, computed }) => totals.withTax && [totals.withTax, computed],
  prepaid: ({ totals }) => totals.prepaid,
  rounding: ({ totals }) => totals.rounding,
  due: ({ totals }) => totals.due,
};

// Types that are not what a reader takes where none is stated.
const REDUCED = { ...PLAIN, typeCode: '389', allowance: '0.00' };
const CREDIT = asUbl({ ...PLAIN, typeCode: '381' })
  .replace('TypeCode>381', 'TypeCode>396')
  .replace(
    '<a:TaxTotal>',
    '<a:PaymentMeans><b:PaymentDueDate>2026-12-03</b:PaymentDueDate></a:PaymentMeans><a:TaxTotal>',
  );
const fatturaPa = (withTotal: boolean) =>
  asFatturaPa([{ ...REDUCED, typeCode: '381' }], { withTotal })
    .replace('<DataScadenzaPagamento>', '<ImportoPagamento>147.56</ImportoPagamento><DataScadenzaPagamento>')
    .replace(
      '</DatiGeneraliDocumento>',
      '<Arrotondamento>0.04</Arrotondamento></DatiGeneraliDocumento><DatiDDT><DataDDT>2026-11-02</DataDDT></DatiDDT>',
    );
const SAMPLES: readonly (readonly [string, string])[] = [
  [
    'CII',
    asCii(REDUCED)
      .replace(
        '<ram:ApplicableHeaderTradeDelivery/>',
        '<ram:ApplicableHeaderTradeDelivery><ram:ActualDeliverySupplyChainEvent><ram:OccurrenceDateTime><u:DateTimeString format="102">20261102</u:DateTimeString></ram:OccurrenceDateTime></ram:ActualDeliverySupplyChainEvent></ram:ApplicableHeaderTradeDelivery>',
      )
      .replace(
        '<ram:SpecifiedTradePaymentTerms>',
        '<ram:BillingSpecifiedPeriod><ram:EndDateTime><u:DateTimeString format="102">20261031</u:DateTimeString></ram:EndDateTime></ram:BillingSpecifiedPeriod><ram:SpecifiedTradePaymentTerms>',
      )
      .replace(
        '<ram:DuePayableAmount>',
        '<ram:RoundingAmount>0.04</ram:RoundingAmount><ram:TotalPrepaidAmount>7.60</ram:TotalPrepaidAmount><ram:DuePayableAmount>',
      ),
  ],
  // An amount may tell the currency too.
  [
    'UBL, an invoice',
    asUbl(REDUCED)
      .replaceAll(' currencyID="EUR"', '')
      .replace(
        '<a:TaxTotal>',
        '<a:InvoicePeriod><b:EndDate>2026-10-31</b:EndDate></a:InvoicePeriod><a:Delivery><b:ActualDeliveryDate>2026-11-02</b:ActualDeliveryDate></a:Delivery><a:TaxTotal>',
      )
      .replace(
        '<b:PayableAmount>',
        '<b:PrepaidAmount>7.60</b:PrepaidAmount><b:PayableRoundingAmount>0.04</b:PayableRoundingAmount><b:PayableAmount>',
      ),
  ],
  ['UBL, a credit note', CREDIT.replaceAll(' currencyID="EUR"', '')],
  ['FatturaPA', fatturaPa(true)],
  ['FatturaPA without a total', fatturaPa(false)],
  ['FatturaPA, simplified', asSimplified([{ name: 'Pane', cost: '10.40', rate: '4.00' }], 'TD08')],
];

/** Without the last element of the path, wherever the one above it holds it. */
function without(xml: string, path: string): string {
  const [last = '', above] = path
    .split('/')
    .map((name) => name.replace(/^\w+:/, ''))
    .reverse();
  const element = (name: string) => new RegExp(`<((?:\\w+:)?${name})(?=[ >])[^>]*>[\\s\\S]*?</\\1>`, 'g');
  return above === undefined
    ? xml.replace(element(last), '')
    : xml.replace(element(above), (whole) => whole.replace(element(last), ''));
}

describe.each(SAMPLES)('sourceOf %s', (_name, xml) => {
  const [invoice] = readInvoices(Buffer.from(xml)) as [Invoice];
  const stated = (Object.keys(FACTS) as InvoiceFact[]).filter((fact) => FACTS[fact](invoice) !== undefined);

  it.each(stated)('names the element that %s is read from', (fact) => {
    const { element, term } = sourceOf(invoice, fact) as InvoiceSource;
    const removed = without(xml, element);

    expect(term).toMatch(/^B[TG]-\d+$/);
    expect(removed).not.toBe(xml);
    expect(FACTS[fact](readInvoices(Buffer.from(removed))[0] as Invoice)).not.toEqual(FACTS[fact](invoice));
  });
});

describe('sourceOf', () => {
  it('is held by a sample for every fact', () => {
    const held = SAMPLES.flatMap(([, xml]) => {
      const [invoice] = readInvoices(Buffer.from(xml)) as [Invoice];
      return Object.entries(FACTS).flatMap(([fact, factOf]) => (factOf(invoice) === undefined ? [] : fact));
    });

    expect(new Set(held)).toEqual(new Set(Object.keys(FACTS)));
  });

  it('gives the term and the element', () => {
    expect(sourceOf({ format: 'CII', kind: 'invoice', computed: [] }, 'total')).toEqual({
      term: 'BT-112',
      element: 'ram:GrandTotalAmount',
    });
    expect(sourceOf({ format: 'ZUGFeRD 1', kind: 'invoice', computed: [] }, 'number')?.element).toBe(
      'rsm:HeaderExchangedDocument/ram:ID',
    );
  });

  it('gives none for what a format does not have', () => {
    expect(sourceOf({ format: 'FatturaPA', kind: 'invoice', computed: [] }, 'prepaid')).toBeUndefined();
  });
});
