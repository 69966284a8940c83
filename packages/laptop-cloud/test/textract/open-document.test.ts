import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { openDocument } from '../../src/textract/open-document.ts';
import { drawReceipt } from './support/draw-page.ts';
import { makePdf, makeScannedPdf } from './support/make-pdf.ts';

const blank = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#fff' } });

async function linesOf(content: Buffer, index = 0) {
  const document = await openDocument(content);
  const page = await document.page(index);
  document.close();
  return 'text' in page ? page.text.lines.map(({ text }) => text) : 'a picture';
}

describe('openDocument', () => {
  it('reads a digital PDF by its own text, page by page', async () => {
    const pdf = await makePdf([['Invoice No: 0042', 'Total | $ 12.50'], ['Second page of this invoice']]);

    expect(await linesOf(pdf)).toEqual(['Invoice No: 0042', 'Total', '$ 12.50']);
    expect(await linesOf(pdf, 1)).toEqual(['Second page of this invoice']);
  });

  it('knows where the text of a digital page stands', async () => {
    const document = await openDocument(await makePdf([['Left column', 'Total amount | 12.50']]));

    const page = await document.page(0);

    const lines = 'text' in page ? page.text.lines : [];
    const [left, total, amount] = lines.map(({ box }) => box);
    expect(left?.centreY).toBeLessThan(total?.centreY ?? 0);
    expect(amount?.centreY).toBeCloseTo(total?.centreY ?? 0, 0);
    expect((amount?.centreX ?? 0) - (amount?.width ?? 0) / 2).toBeCloseTo(450, -1);
  });

  it('renders a scanned page', async () => {
    const scan = await makeScannedPdf(await drawReceipt([['SHOP'], ['TOTAL', '1.00']]));

    expect(await linesOf(scan)).toBe('a picture');
  });

  it('gives the pages of a TIFF', async () => {
    const pages = await Promise.all([blank(40, 120), blank(40, 120).negate()].map((page) => page.png().toBuffer()));
    const document = await openDocument(
      await sharp(pages, { join: { animated: true } })
        .tiff()
        .toBuffer(),
    );

    const second = await document.page(1);

    expect(document.pages).toBe(2);
    expect('picture' in second ? [second.picture.height, second.picture.data[0]] : []).toEqual([120, 0]);
  });

  it('fails on an empty file', async () => {
    await expect(openDocument(Buffer.alloc(0))).rejects.toMatchObject({ code: 'BadDocumentException' });
  });

  it('fails on text that is named like a picture', async () => {
    await expect(openDocument(Buffer.from('this is no picture'))).rejects.toMatchObject({
      code: 'UnsupportedDocumentException',
    });
  });

  it('fails on a PDF that asks for a password', async () => {
    const locked = await makePdf([['Secret']], { userPassword: 'open', pdfVersion: '1.7' });

    await expect(openDocument(locked)).rejects.toMatchObject({
      code: 'BadDocumentException',
      message: expect.stringContaining('password'),
    });
  });

  it('fails on a PDF that is cut off', async () => {
    const whole = await makePdf([['Invoice']]);

    await expect(openDocument(whole.subarray(0, 200))).rejects.toMatchObject({ code: 'BadDocumentException' });
  });

  it('fails on a picture that is cut off', async () => {
    const whole = await drawReceipt([['SHOP'], ['TOTAL', '1.00']]);
    const document = await openDocument(whole.subarray(0, whole.length / 2));

    await expect(document.page(0)).rejects.toMatchObject({ code: 'BadDocumentException' });
  });

  it('says that a picture is too large, however large its header says it is', async () => {
    const huge = await blank(2, 2).png().toBuffer();
    huge.writeUInt32BE(17_000, 16);
    huge.writeUInt32BE(17_000, 20);
    huge.writeUInt32BE(crc32(huge.subarray(12, 29)), 29);

    await expect(openDocument(huge)).rejects.toMatchObject({
      code: 'BadDocumentException',
      message: expect.stringContaining('17000 x 17000'),
    });
  });

  it('fails on a picture with a side above 10,000 pixels', async () => {
    const wide = await blank(10_001, 2).png().toBuffer();

    await expect(openDocument(wide)).rejects.toMatchObject({
      code: 'BadDocumentException',
      message: expect.stringContaining('10001'),
    });
  });

  it('fails on a picture of more than 10 MB', async () => {
    const large = Buffer.concat([await blank(4, 4).jpeg().toBuffer(), Buffer.alloc(10 * 1024 * 1024)]);

    await expect(openDocument(large)).rejects.toMatchObject({ code: 'DocumentTooLargeException' });
  });
});
