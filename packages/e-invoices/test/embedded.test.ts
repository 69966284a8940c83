import { AFRelationship, PDFDocument } from '@cantoo/pdf-lib';
import { findEmbeddedInvoices } from 'e-invoices/embedded';
import { readInvoices } from 'e-invoices/read-invoices';
import { describe, expect, it } from 'vitest';
import { asCii, PLAIN } from './samples.ts';

async function aPdf(
  files: readonly (readonly [name: string, content: string])[],
  options: { readonly packed?: boolean } = {},
): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  pdf.addPage();
  for (const [name, content] of files) {
    await pdf.attach(Buffer.from(content), name, { afRelationship: AFRelationship.Alternative });
  }
  return pdf.save({ useObjectStreams: options.packed ?? false });
}

describe('findEmbeddedInvoices', () => {
  it.each([
    'factur-x.xml',
    'zugferd-invoice.xml',
    'ZUGFeRD-invoice.xml',
    'xrechnung.xml',
    'rechnung.xml',
  ])('finds %s, also where its objects are packed together', async (name) => {
    for (const packed of [false, true]) {
      const [file] = await findEmbeddedInvoices(await aPdf([[name, asCii(PLAIN)]], { packed }));

      expect(file).toMatchObject({ name, relationship: 'Alternative' });
      expect(readInvoices(file?.bytes ?? new Uint8Array())[0]?.number).toBe('BR-2026/118');
    }
  });

  it('puts the invoice before other files, and takes no order and no table', async () => {
    const pdf = await aPdf([
      ['hours.csv', 'a;b'],
      ['notes.xml', '<a/>'],
      ['order-x.xml', '<a/>'],
      ['factur-x.xml', asCii(PLAIN)],
    ]);

    expect((await findEmbeddedInvoices(pdf)).map(({ name }) => name)).toEqual(['factur-x.xml', 'notes.xml']);
  });

  it.each([
    ['a PDF without files', async () => aPdf([])],
    ['what is no PDF', async () => Buffer.from('%PDF-1.7 /EmbeddedFile and no more')],
  ])('finds none in %s', async (_what, make) => {
    expect(await findEmbeddedInvoices(await make())).toEqual([]);
  });
});
