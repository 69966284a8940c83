import { AFRelationship, PDFDict, PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import { findEmbeddedInvoices } from 'e-invoices/embedded';
import { readInvoices } from 'e-invoices/read-invoices';
import { withoutEmbeddedFiles } from 'e-invoices/without-files';
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
      ['letter.txt', 'Dear <b>'],
      ['scan', '<a/>'],
      ['notes.xml', '<a/>'],
      ['order-x.xml', '<a/>'],
      ['factur-x.xml', asCii(PLAIN)],
    ]);

    expect((await findEmbeddedInvoices(pdf)).map(({ name }) => name)).toEqual(['factur-x.xml', 'notes.xml', 'scan']);
  });

  it.each([
    ['a PDF without files', async () => aPdf([])],
    ['what is no PDF', async () => Buffer.from('%PDF-1.7 /EmbeddedFile and no more')],
  ])('finds none in %s', async (_what, make) => {
    expect(await findEmbeddedInvoices(await make())).toEqual([]);
  });

  it.each(['C:\\invoices\\factur-x.xml', 'FACTUR-X.XML', 'factur-x.xml '])('takes %j for the invoice', async (name) => {
    const files = await findEmbeddedInvoices(
      await aPdf([
        ['other.xml', '<a/>'],
        [name, asCii(PLAIN)],
      ]),
    );

    expect(files.map((file) => file.name)).toEqual([name.trim(), 'other.xml']);
  });

  it('gives a second one where the first cannot be read', async () => {
    const files = await findEmbeddedInvoices(
      await aPdf([
        ['factur-x.xml', '<broken'],
        ['xrechnung.xml', asCii(PLAIN)],
      ]),
    );

    expect(files.map(({ name }) => name)).toEqual(['factur-x.xml', 'xrechnung.xml']);
  });

  it('gives the file that took the place of an earlier one, which is still in the PDF', async () => {
    const pdf = await PDFDocument.load(await aPdf([['factur-x.xml', asCii({ ...PLAIN, number: 'OLD' })]]));
    pdf.catalog.lookup(PDFName.of('Names'), PDFDict).delete(PDFName.of('EmbeddedFiles'));
    pdf.catalog.delete(PDFName.of('AF'));
    await pdf.attach(Buffer.from(asCii({ ...PLAIN, number: 'NEW' })), 'factur-x.xml');

    const files = await findEmbeddedInvoices(await pdf.save({ useObjectStreams: false }));

    expect(files.map(({ bytes }) => readInvoices(bytes)[0]?.number)).toEqual(['NEW']);
  });

  it('finds what a page has pinned to it', async () => {
    const pdf = await PDFDocument.create();
    const file = pdf.context.register(pdf.context.flateStream(asCii(PLAIN), { Type: 'EmbeddedFile' }));
    const specification = pdf.context.obj({ Type: 'Filespec' });
    specification.set(PDFName.of('F'), PDFString.of('factur-x.xml'));
    specification.set(PDFName.of('EF'), pdf.context.obj({ F: file }));
    const note = pdf.context.obj({ Type: 'Annot', Subtype: 'FileAttachment', FS: specification });
    pdf.addPage().node.set(PDFName.of('Annots'), pdf.context.obj([note]));

    expect(await findEmbeddedInvoices(await pdf.save({ useObjectStreams: false }))).toMatchObject([
      { name: 'factur-x.xml' },
    ]);
  });

  it.each(['in branches', 'by name in the tree alone'])('finds what the tree of names lists %s', async (how) => {
    const pdf = await PDFDocument.create();
    pdf.addPage();
    const file = pdf.context.register(pdf.context.flateStream(asCii(PLAIN), { Type: 'EmbeddedFile' }));
    const specification = pdf.context.obj({ EF: { F: file } });
    if (how === 'in branches') specification.set(PDFName.of('UF'), PDFString.of('factur-x.xml'));
    const leaf = pdf.context.obj({});
    leaf.set(PDFName.of('Names'), pdf.context.obj([PDFString.of('factur-x.xml'), specification]));
    const tree = how === 'in branches' ? pdf.context.obj({ Kids: [pdf.context.register(leaf)] }) : leaf;
    pdf.catalog.set(PDFName.of('Names'), pdf.context.obj({ EmbeddedFiles: tree }));

    expect(await findEmbeddedInvoices(await pdf.save())).toMatchObject([{ name: 'factur-x.xml' }]);
  });

  it('takes no file of more than 10 MiB, however well it is packed', async () => {
    const pdf = await aPdf([['factur-x.xml', ' '.repeat(10 * 1024 * 1024 + 1)]]);

    expect(pdf.length).toBeLessThan(100_000);
    expect(await findEmbeddedInvoices(pdf)).toEqual([]);
  });
});

describe('withoutEmbeddedFiles', () => {
  it.each([false, true])('leaves the pages and no file (packed: %s)', async (packed) => {
    const pdf = await aPdf(
      [
        ['factur-x.xml', asCii(PLAIN)],
        ['hours.csv', 'a;b'],
      ],
      { packed },
    );

    const bare = await withoutEmbeddedFiles(pdf);

    expect(await findEmbeddedInvoices(bare)).toEqual([]);
    const opened = await PDFDocument.load(bare);
    expect(opened.getAttachments()).toEqual([]);
    expect(opened.getPages().map((page) => page.getSize())).toEqual(
      (await PDFDocument.load(pdf)).getPages().map((page) => page.getSize()),
    );
    expect(bare.length).toBeLessThan(pdf.length);
  });

  it('gives a PDF without files back as it is', async () => {
    const pdf = await aPdf([]);

    expect(await withoutEmbeddedFiles(pdf)).toBe(pdf);
  });

  it('throws over what cannot be opened', async () => {
    await expect(withoutEmbeddedFiles(Buffer.from('no PDF, but /EmbeddedFile'))).rejects.toThrow();
  });
});
