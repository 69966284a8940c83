import { PDFDocument } from '@cantoo/pdf-lib';
import Big from 'big.js';
import { findEmbeddedInvoices } from 'e-invoices/embedded';
import type { Invoice } from 'e-invoices/invoice';
import { readInvoices } from 'e-invoices/read-invoices';
import { violationsOf } from 'e-invoices/rules';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aDrawnInvoice, categoryOf, type DrawnInvoice } from './drawn-invoice.ts';
import { type WriterFormat, writePdf, writeXml } from './independent-writer.ts';

const KINDS: Readonly<Record<string, Invoice['kind']>> = {
  '380': 'invoice',
  '326': 'invoice',
  '261': 'self-billed',
  '381': 'credit-note',
  '384': 'correction',
  '389': 'self-billed',
};

/** What the reader has to give for it, whatever the format. */
const expected = (drawn: DrawnInvoice, format: WriterFormat): Partial<Invoice> => ({
  typeCode: drawn.typeCode,
  number: drawn.number,
  kind: KINDS[drawn.typeCode] ?? 'invoice',
  issueDate: '2026-11-03',
  // The writer leaves out the day of a credit note in UBL, and in CII what an invoice refers to.
  ...(!(format === 'UBL' && /^(?:381|261)$/.test(drawn.typeCode)) && { dueDate: '2026-12-03' }),
  precedingNumbers: format === 'UBL' ? ['BEFORE-1'] : [],
  deliveryDate: '2026-10-30',
  currency: drawn.currency,
  ...(drawn.reported && { taxCurrency: drawn.reported.currency }),
  seller: {
    name: 'Brenner Heiztechnik GmbH',
    tradingName: 'Brenner Heiztechnik GmbH at work',
    taxIds: ['DE136695976'],
    address: { lines: ['Ofenweg 4'], postCode: '12345', city: 'Musterstadt', country: 'DE' },
  },
  lines: drawn.lines.map((line, index) => ({
    id: String(index + 1),
    description: `${line.name}, ${line.description}`,
    quantity: line.quantity,
    unit: 'KGM',
    unitPrice: line.price,
    baseQuantity: line.baseQuantity,
    netAmount: line.net,
    taxCategory: categoryOf(line.rate),
    taxRate: line.rate,
    allowances: line.charges.map(({ isCharge, amount, reason }) => ({ isCharge, amount, reason })),
  })),
  allowances: drawn.charges.map(({ isCharge, amount, reason, rate }) => ({ isCharge, amount, reason, taxRate: rate })),
  taxes: drawn.taxes.map(({ rate, basis, amount }) => ({ category: categoryOf(rate), rate, basis, amount })),
  totals: drawn.totals,
  computed: [],
});

const read = (xml: string | Uint8Array): Invoice => {
  const [invoice, ...others] = readInvoices(Buffer.from(xml as string));
  if (!invoice || others.length > 0) throw new Error('expected one invoice');
  return invoice;
};

/** Amounts that no rule holds: of a unit, of a line before its sum, and in the currency of the tax report. */
const isFree = (name: string, context: string, attributes: string, drawn: DrawnInvoice): boolean =>
  name === 'ChargeAmount' ||
  name === 'PriceAmount' ||
  (drawn.reported !== undefined && attributes.includes(`"${drawn.reported.currency}"`)) ||
  (context === 'line' && name !== 'LineTotalAmount' && name !== 'LineExtensionAmount');

/** The document once for each amount that a rule holds, with that amount changed. */
function withOneChanged(xml: string, drawn: DrawnInvoice, by: number): readonly { what: string; xml: string }[] {
  const places = drawn.currency === 'JPY' ? 0 : 2;
  const elements = /<(\/?)\w+:(IncludedSupplyChainTradeLineItem|InvoiceLine|CreditNoteLine|\w*Amount)([^>]*)>([^<]*)/g;
  let context = 'document';
  return [...xml.matchAll(elements)].flatMap(
    ({ 0: whole, 1: end, 2: name = '', 3: attributes = '', 4: amount = '', index }) => {
      if (!name.endsWith('Amount')) context = end === '/' ? 'document' : 'line';
      if (!name.endsWith('Amount') || end === '/' || isFree(name, context, attributes, drawn)) return [];
      const changed = new Big(amount).plus(new Big(by).div(10 ** places)).toFixed(places);
      const at = index + whole.length - amount.length;
      return [{ what: `${name} ${amount}`, xml: `${xml.slice(0, at)}${changed}${xml.slice(at + amount.length)}` }];
    },
  );
}

const FORMATS: readonly WriterFormat[] = ['CII', 'UBL'];

describe.each(FORMATS)('an invoice that another library writes as %s', (format) => {
  it('is read back exactly, and adds up', async () => {
    await fc.assert(
      fc.asyncProperty(aDrawnInvoice, async (drawn) => {
        const found = read(await writeXml(drawn, format));

        expect(found).toMatchObject(expected(drawn, format));
        expect(violationsOf(found)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('does not add up where any one amount is another', async () => {
    const aChange = fc.integer({ min: -1_000_000, max: 1_000_000 }).filter((by) => Math.abs(by) > 1);
    await fc.assert(
      fc.asyncProperty(aDrawnInvoice, aChange, async (drawn, by) => {
        const changes = withOneChanged(await writeXml(drawn, format), drawn, by);
        const unnoticed = changes.filter(({ xml }) => violationsOf(read(xml)).length === 0);

        expect(changes.length).toBeGreaterThan(drawn.lines.length + 8);
        expect(unnoticed.map(({ what }) => what)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

describe('an invoice that another library puts into a PDF', () => {
  it.each([
    ['Factur-X-Minimum', 'MINIMUM'],
    ['Factur-X-Basic WL', 'BASIC WL'],
    ['Factur-X-Basic', 'BASIC'],
    ['Factur-X-EN16931', 'EN 16931'],
    ['Factur-X-Extended', 'EXTENDED'],
    ['Factur-X-XRechnung', 'XRECHNUNG'],
  ])('is found and read: %s', async (format, profile) => {
    const page = await PDFDocument.create();
    page.addPage();
    const blank = await page.save();
    await fc.assert(
      fc.asyncProperty(aDrawnInvoice, async (drawn) => {
        const [file, ...others] = await findEmbeddedInvoices(await writePdf(drawn, format, blank));
        const { withoutTax, tax, withTax, due } = drawn.totals;

        expect(others).toEqual([]);
        expect(read(file?.bytes ?? '')).toMatchObject({
          profile,
          number: drawn.number,
          currency: drawn.currency,
          totals: { withoutTax, tax, withTax, due },
        });
      }),
      { numRuns: 2 },
    );
  });
});
