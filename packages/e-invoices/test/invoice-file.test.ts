import { AFRelationship, PDFDocument } from '@cantoo/pdf-lib';
import { carriesInvoice, readInvoiceFile } from 'e-invoices/invoice-file';
import { describe, expect, it } from 'vitest';
import { asCii, asUbl, PLAIN } from './samples.ts';

const XML = asCii(PLAIN);
const OLD = asCii({ ...PLAIN, number: 'OLD' });

async function aPdf(...files: readonly (readonly [name: string, content: string])[]): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  pdf.addPage();
  for (const [name, content] of files) await pdf.attach(Buffer.from(content), name);
  return pdf.save();
}

const utf16 = (text: string): Buffer =>
  Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text.replace('UTF-8', 'UTF-16'), 'utf16le')]);

describe('a file that carries an invoice', () => {
  it.each<[string, () => Promise<Uint8Array>, string | undefined]>([
    ['XML', async () => Buffer.from(XML), undefined],
    ['XML behind blanks, without a declaration', async () => Buffer.from(XML.replace(/^<\?.*?\?>/, '\n  ')), undefined],
    ['XML behind a byte order mark', async () => Buffer.from(`\ufeff${XML}`), undefined],
    ['XML in UTF-16', async () => utf16(XML), undefined],
    ['a PDF', () => aPdf(['factur-x.xml', XML]), 'factur-x.xml'],
    ['a PDF whose file has no ending', () => aPdf(['factur-x', XML]), 'factur-x'],
    ['a PDF whose file is named as text', () => aPdf(['invoice.txt', XML]), 'invoice.txt'],
    ['a PDF whose other file is older', () => aPdf(['a.xml', OLD], ['factur-x.xml', XML]), 'factur-x.xml'],
    ['a PDF that has it twice', () => aPdf(['a.xml', XML], ['b.xml', XML]), 'a.xml'],
    ['a PDF whose first file is broken', () => aPdf(['factur-x.xml', '<broken'], ['copy.xml', XML]), 'copy.xml'],
  ])('is %s', async (_, make, file) => {
    const bytes = await make();

    expect(await carriesInvoice(bytes)).toBe(true);
    const read = await readInvoiceFile(bytes);
    expect(read?.files).toEqual(file === undefined ? undefined : [file]);
    expect(read?.invoices.map(({ number }) => number)).toEqual([PLAIN.number]);
  });

  it('is one of several, each once, where no name tells the invoice of a PDF', async () => {
    const ubl = asUbl({ ...PLAIN, withTax: '147.560' }).replaceAll('DE999999990', 'DE 999 999 990');
    const read = await readInvoiceFile(await aPdf(['c.txt', ubl], ['a.xml', XML], ['b.xml', OLD]));

    expect(read?.files).toEqual(['a.xml', 'b.xml']);
    expect(read?.invoices.map(({ number }) => number)).toEqual([PLAIN.number, 'OLD']);
  });

  it('is each of several with a name of the standards, where they differ', async () => {
    const read = await readInvoiceFile(
      await aPdf(['factur-x.xml', XML], ['xrechnung.xml', OLD], ['a.xml', asCii({ ...PLAIN, number: 'NO' })]),
    );

    expect(read?.files).toEqual(['factur-x.xml', 'xrechnung.xml']);
    expect(read?.invoices.map(({ number }) => number)).toEqual([PLAIN.number, 'OLD']);
  });

  it('is not what is attached as a supplement to it', async () => {
    const pdf = await PDFDocument.create();
    pdf.addPage();
    await pdf.attach(Buffer.from(XML), 'a.xml', { afRelationship: AFRelationship.Alternative });
    await pdf.attach(Buffer.from(OLD), 'last-year.xml', { afRelationship: AFRelationship.Supplement });

    expect((await readInvoiceFile(await pdf.save()))?.files).toEqual(['a.xml']);
  });

  it.each<[string, () => Promise<Uint8Array>]>([
    ['a PDF without files', () => aPdf()],
    ['a PDF with an order', () => aPdf(['order-x.xml', XML])],
    ['a PDF with an order without an ending', () => aPdf(['order-x', XML])],
    ['a PDF with text that only begins as XML', () => aPdf(['page.html', '<html>&nbsp;'])],
    ['a PDF with other XML', () => aPdf(['notes.xml', '<notes/>'])],
    ['a picture', async () => Buffer.from('\x89PNG\r\n\x1a\n<svg', 'latin1')],
    ['nothing', async () => Buffer.alloc(0)],
    ['text', async () => Buffer.from('milk < bread')],
  ])('is not %s', async (_, make) => {
    const bytes = await make();

    expect(await carriesInvoice(bytes)).toBe(false);
    expect(await readInvoiceFile(bytes)).toBeUndefined();
  });

  it.each([
    ['other XML', '<?xml version="1.0"?><notes/>', 'UnknownInvoiceFormatError'],
    ['broken XML', '<Invoice', 'MalformedInvoiceError'],
    ['an envelope', '-----BEGIN PKCS7-----\nMIIG', 'EnvelopedInvoiceError'],
  ])('is told of where nothing else can be read of it: %s', async (_, text, code) => {
    const bytes = Buffer.from(text);

    expect(await carriesInvoice(bytes)).toBe(true);
    await expect(readInvoiceFile(bytes)).rejects.toMatchObject({ code });
  });
});
