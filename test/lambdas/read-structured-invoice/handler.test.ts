import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import { describe, expect, it } from 'vitest';
import type { StoredAnalysis } from '../../../lambdas/core/reading/analysis.ts';
import { createHandler } from '../../../lambdas/read-structured-invoice/handler.ts';
import { readPrint } from '../../../lambdas/read-structured-invoice/print-lines.ts';

const sample = (file: string): Promise<Buffer> =>
  readFile(new URL(`../../../events/samples/receipts/${file}`, import.meta.url));

/** What *Read Structured Invoice* stores for a file. */
async function read(bytes: Uint8Array, invoices = 1): Promise<StoredAnalysis> {
  const written = new Map<string, StoredAnalysis>();
  const handler = createHandler({
    readObject: async () => bytes,
    readPrint,
    writeArtifact: async (key, value) => void written.set(key, value),
  });
  expect(await handler({ documentId: 'doc', bucket: 'b', key: 'k', versionId: 'v' })).toEqual({
    pages: 0,
    invoices,
  });
  expect([...written.keys()]).toEqual(['artifacts/analysis/doc.json']);
  return written.get('artifacts/analysis/doc.json') as StoredAnalysis;
}

describe('Read Structured Invoice', () => {
  it('stores the data inside a PDF, where each value comes from, and the lines that it prints', async () => {
    const { pages, documents, stated } = await read(await sample('16-software-invoice.pdf'));

    expect(pages).toBe(0);
    expect(stated).toMatchObject({ file: 'factur-x.xml', invoices: [{ format: 'CII', totals: { withTax: '59.50' } }] });
    expect(stated?.sources).toContainEqual({
      invoice: 1,
      fact: 'total',
      value: '59.50',
      term: 'BT-112',
      element: 'ram:GrandTotalAmount',
    });
    const lines = documents.flatMap(({ Blocks = [] }) => Blocks);
    expect(lines.map(({ Text }) => Text)).toEqual(
      expect.arrayContaining(['Isarblick Software GmbH', 'Rechnung IS-2026-1184', 'Rechnungsbetrag', '59,50 €']),
    );
    const [total, amount] = ['Rechnungsbetrag', '59,50 €'].map(
      (text) => lines.find(({ Text }) => Text === text)?.Geometry?.BoundingBox,
    );
    expect(amount?.Left).toBeGreaterThan((total?.Left ?? 1) + (total?.Width ?? 0));
    expect(amount?.Top).toBeCloseTo(total?.Top ?? 0, 2);
  });

  it('stores whom it is of and for, beside what it comes to', async () => {
    const { stated } = await read(await sample('16-software-invoice.pdf'));
    const [invoice] = stated?.invoices ?? [];

    expect(stated?.sources).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ fact: 'sellerTaxId', term: 'BT-31', value: invoice?.seller.taxIds.join(', ') }),
        expect.objectContaining({ fact: 'buyer', term: 'BT-44', value: invoice?.buyer.name }),
      ]),
    );
  });

  it('stores both invoices of a PDF that has two, and names their files', async () => {
    const one = (await sample('17-hotel-credit-note.xml')).toString();
    const [number = ''] = /<cbc:ID>[^<]+/.exec(one) ?? [];
    const pdf = new PDFDocument();
    pdf.file(Buffer.from(one), { name: 'a.xml' });
    pdf.file(Buffer.from(one.replace(number, `${number}-2`)), { name: 'b' });
    pdf.end();

    const { stated } = await read(await buffer(pdf), 2);

    expect(stated?.file).toBe('a.xml, b');
    expect(new Set(stated?.invoices.map((invoice) => invoice.number)).size).toBe(2);
  });

  it('stores an XML invoice without a print', async () => {
    const { documents, stated } = await read(await sample('17-hotel-credit-note.xml'));

    expect(documents).toEqual([]);
    expect(stated).not.toHaveProperty('file');
    expect(stated?.invoices).toMatchObject([{ format: 'UBL', kind: 'credit-note' }]);
  });

  it.each([
    ['other XML', '<?xml version="1.0"?><notes/>', 'UnsupportedFormatError', /"notes".*drop the invoice itself/],
    ['broken XML', '<Invoice', 'InvoiceInvalidError', /cannot be read as an invoice/],
    [
      'a document type',
      '<?xml version="1.0"?><!DOCTYPE a><a/>',
      'InvoiceInvalidError',
      /^(?!.*ask the sender.*ask the sender).*document type; ask the sender/,
    ],
    ['an envelope', '-----BEGIN PKCS7-----\nMIIG', 'UnsupportedFormatError', /\.p7m.*drop it again/],
    ['a PDF without data', '%PDF-1.7', 'UnsupportedFormatError', /drop it again/],
  ])('says of %s what to do', async (_, text, name, message) => {
    await expect(read(Buffer.from(text))).rejects.toMatchObject({ name, message: expect.stringMatching(message) });
  });
});

describe('the lines of a print', () => {
  it.each([
    ['what is no PDF', '%PDF-1.7 and nothing'],
    ['nothing', ''],
  ])('are none for %s', async (_, text) => {
    expect((await readPrint(Buffer.from(text))).Blocks).toEqual([]);
  });
});
