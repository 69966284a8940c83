import type { ExpenseDocument } from '@aws-sdk/client-textract';
import type { Invoice } from 'e-invoices/invoice';
import { describe, expect, it } from 'vitest';
import { structureInvoice } from '../../../../lambdas/core/invoice/structure-invoice.ts';
import { sourcesOf } from '../../../../lambdas/core/invoice/value-sources.ts';
import { anInvoice } from './an-invoice.ts';

/** A page of digital text: each row has its cells from left to right. */
function aPrint(...rows: readonly (readonly string[])[]): ExpenseDocument {
  return {
    ExpenseIndex: 1,
    Blocks: rows.flatMap((cells, row) =>
      cells.map((Text, column) => ({
        BlockType: 'LINE' as const,
        Text,
        Confidence: 100,
        Page: 1,
        Geometry: { BoundingBox: { Left: 0.1 + column * 0.5, Top: 0.05 + row * 0.04, Width: 0.25, Height: 0.02 } },
      })),
    ),
  };
}

const HEAD = [
  ['Mill & Daughters'],
  ['Quay 4, 28195 Bremen'],
  ['Rechnung A-17'],
  ['Rechnungsdatum: 12.11.2026'],
] as const;
const ROWS = [
  ['Flour', '40,00 €'],
  ['Carriage', '10,00 €'],
] as const;
const SUMS = [
  ['Nettobetrag', '50,00 €'],
  ['Umsatzsteuer 19 %', '9,50 €'],
  ['Rechnungsbetrag', '59,50 €'],
] as const;

function read(print: ExpenseDocument, over: Partial<Invoice> = {}) {
  const invoices = [anInvoice(over)];
  const stated = { file: 'factur-x.xml', invoices, sources: sourcesOf(invoices) };
  return structureInvoice(stated, [print], { locale: 'de-DE', today: '2026-11-20', currency: 'EUR' });
}

const codes = (...from: Parameters<typeof read>) => read(...from).reasons.map(({ code }) => code);

describe('an invoice with its print', () => {
  it('is booked where both say the same', () => {
    const expense = read(aPrint(...HEAD, ...ROWS, ...SUMS));

    expect(expense).toMatchObject({ status: 'completed', total: { amountMinor: 5950 }, purchasedOn: '2026-11-12' });
    expect(expense.evidence).toContain('the print says the same');
  });

  it.each([
    ['of a scan', aPrint()],
    ['in signs without a meaning', aPrint(['\u0001\u0002\u0003'], ['\u0004\u0005'])],
    ['without an amount', aPrint(['Rechnung'], ['siehe Anlage'])],
  ])('is booked by its data where the print cannot be read: %s', (_, print) => {
    expect(read(print)).toMatchObject({ status: 'completed', total: { amountMinor: 5950 } });
  });

  it('is asked about where the print has another total', () => {
    const print = aPrint(
      ...HEAD,
      ['Flour', '400,00 €'],
      ['Umsatzsteuer 19 %', '76,00 €'],
      ['Rechnungsbetrag', '476,00 €'],
    );
    const { reasons, candidates } = read(print);

    expect(reasons).toEqual([
      {
        code: 'TotalsDisagreeError',
        message: expect.stringContaining('states 59.50 EUR, and its print was read as 476.00 EUR'),
      },
    ]);
    expect(candidates.total.map(({ value }) => value)).toEqual(expect.arrayContaining(['59.50', '476.00']));
  });

  it('is asked about where the data gives back what the print asks for', () => {
    const over = { kind: 'credit-note', typeCode: '381' } as const;

    expect(read(aPrint(...HEAD, ...ROWS, ...SUMS), over).reasons.map(({ code }) => code)).toEqual([
      'TotalsDisagreeError',
    ]);
    expect(read(aPrint(['Gutschrift'], ...HEAD, ...ROWS, ...SUMS), over)).toMatchObject({
      status: 'completed',
      total: { amountMinor: -5950 },
    });
  });

  it('is asked about where files in the PDF hold different invoices', () => {
    const invoices = [anInvoice(), anInvoice({ number: 'A-18' })];
    const stated = { file: 'factur-x.xml, xrechnung.xml', invoices, sources: sourcesOf(invoices) };
    const expense = structureInvoice(stated, [], { locale: 'de-DE', today: '2026-11-20', currency: 'EUR' });

    expect(expense.reasons).toMatchObject([
      { code: 'InvoiceUnclearError', message: expect.stringMatching(/A-17 over 59.50, A-18 over 59.50/) },
    ]);
  });

  it('is asked about where the print has another day', () => {
    const [vendor, street, number] = HEAD;

    expect(codes(aPrint(vendor, street, number, ['Rechnungsdatum: 21.10.2026'], ...ROWS, ...SUMS))).toEqual([
      'DateImplausibleError',
    ]);
  });

  it('is asked about where the print has another currency', () => {
    const inFrancs = [...ROWS, ...SUMS].map(([label, amount]) => [label, amount.replace('€', 'CHF')]);

    expect(codes(aPrint(...HEAD, ...inFrancs))).toContain('CurrencyUnknownError');
  });

  it('is booked where the print ends with what is left to pay', () => {
    const print = aPrint(...HEAD, ...ROWS, ...SUMS, ['Anzahlung', '-20,00 €'], ['Zahlbetrag', '39,50 €']);

    expect(codes(print, { totals: { ...anInvoice().totals, prepaid: '20.00', due: '39.50' } })).toEqual([]);
  });
});

describe('an invoice whose data has no items', () => {
  const MINIMUM: Partial<Invoice> = {
    profile: 'MINIMUM',
    lines: [],
    taxes: [],
    totals: { withoutTax: '50.00', tax: '9.50', withTax: '59.50', due: '59.50' },
  };

  it('takes those of the print, and marks them, where they come to its total', () => {
    const { lineItems, itemsComplete, evidence } = read(aPrint(...HEAD, ...ROWS, ...SUMS), MINIMUM);

    expect(lineItems).toEqual([
      { description: 'Flour', amount: { amountMinor: 4000, currency: 'EUR' }, isFromPrint: true },
      { description: 'Carriage', amount: { amountMinor: 1000, currency: 'EUR' }, isFromPrint: true },
    ]);
    expect(itemsComplete).toBe(true);
    expect(evidence).toContain('2 items are from the print: the data states none');
  });

  it('takes none where they do not', () => {
    expect(read(aPrint(...HEAD, ['Flour', '41,00 €'], ['Carriage', '10,00 €'], ...SUMS), MINIMUM).lineItems).toEqual(
      [],
    );
  });
});

describe('where each value comes from', () => {
  it('is told by term and element', () => {
    expect(sourcesOf([anInvoice()])).toContainEqual({
      invoice: 1,
      fact: 'total',
      value: '59.50',
      term: 'BT-112',
      element: 'cbc:TaxInclusiveAmount',
    });
  });
});
