import { PDFDocument } from '@cantoo/pdf-lib';
import fc from 'fast-check';
import PdfKit from 'pdfkit';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { ByteSource } from '../../../../lambdas/core/pages/byte-source.ts';
import { countPages } from '../../../../lambdas/core/pages/count-pages.ts';
import type { PageCount } from '../../../../lambdas/core/pages/page-count.ts';
import { type PdfForm, pdfOfPages, withPagesAdded } from '../../../support/pdf-of-pages.ts';

/** The file, and how much of it was read. */
function asSource(bytes: Buffer): ByteSource & { readBytes: number } {
  return {
    size: bytes.length,
    readBytes: 0,
    async read(start, end) {
      this.readBytes += Math.min(end, bytes.length) - start;
      return bytes.subarray(start, end);
    },
  };
}

const count = (bytes: Buffer, most = 50): Promise<PageCount> => countPages(asSource(bytes), most);
const pagesOf = async (bytes: Buffer, most = 50): Promise<number> => (await count(bytes, most)).pages;

async function byPdfKit(pages: number, options: PDFKit.PDFDocumentOptions = {}): Promise<Buffer> {
  const pdf = new PdfKit({ autoFirstPage: false, ...options });
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  const isDone = new Promise((resolve) => pdf.on('end', resolve));
  for (let page = 1; page <= pages; page++) pdf.addPage().text(`Page ${page}`);
  pdf.end();
  await isDone;
  return Buffer.concat(chunks);
}

async function byPdfLib(pages: number, useObjectStreams: boolean): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  for (let page = 1; page <= pages; page++) pdf.addPage();
  return Buffer.from(await pdf.save({ useObjectStreams }));
}

describe('the pages of a PDF', () => {
  it.each([1, 3, 60])('are counted as others write it: %i', async (pages) => {
    expect(await count(await byPdfKit(pages))).toEqual({ pages });
    expect(await count(await byPdfLib(pages, false))).toEqual({ pages });
    expect(await count(await byPdfLib(pages, true))).toEqual({ pages });
  });

  it('are counted where only its contents are encrypted, with a password or without', async () => {
    expect(await pagesOf(await byPdfKit(60, { userPassword: 'secret' }))).toBe(60);
    expect(await pagesOf(await byPdfKit(60, { ownerPassword: 'secret', pdfVersion: '1.7' }))).toBe(60);
  });

  const form: fc.Arbitrary<PdfForm> = fc.record(
    {
      isPacked: fc.boolean(),
      perNode: fc.integer({ min: 1, max: 20 }),
      before: fc.integer({ min: 0, max: 900 }),
      scanBytes: fc.integer({ min: 0, max: 300 }),
    },
    { requiredKeys: [] },
  );

  it('are counted in whatever form they are written', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 120 }), form, async (pages, how) => {
        expect(await count(pdfOfPages(pages, how))).toEqual({ pages });
      }),
      { numRuns: 60 },
    );
  });

  it('are counted wherever the part ends that is read of an object first, between the numbers of a reference too', async () => {
    for (let kids = 60; kids <= 140; kids++) {
      expect(await count(pdfOfPages(kids, { isPacked: true, perNode: 2 }))).toEqual({ pages: kids });
      expect(await count(pdfOfPages(kids))).toEqual({ pages: kids });
    }
  });

  it('are found to be more than are read unasked, whatever the file says of their number', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 51, max: 120 }),
        form,
        fc.option(fc.integer({ min: -5, max: 50 })),
        async (pages, how, said) => {
          expect(await pagesOf(pdfOfPages(pages, { ...how, count: said }))).toBeGreaterThan(50);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('are as many as it says where it says more than it has: who reads it may bill them', async () => {
    expect(await count(pdfOfPages(2, { count: 200 }))).toEqual({ pages: 200 });
  });

  it('are those of its last save', async () => {
    const twice = withPagesAdded(withPagesAdded(await pdfOfPages(3), 3, 4), 3, 57);

    expect(await count(withPagesAdded(pdfOfPages(3), 3, 4))).toEqual({ pages: 7 });
    expect(await count(twice)).toEqual({ pages: 60 });
    expect(await count(withPagesAdded(pdfOfPages(3, { isPacked: true }), 3, 57))).toEqual({ pages: 60 });
  });

  it('are told by a small part of a large file', async () => {
    const source = asSource(pdfOfPages(3000, { perNode: 30, scanBytes: 2000 }));

    expect(await countPages(source, 50)).toEqual({ pages: 3000 });
    expect(source.readBytes).toBeLessThan(source.size / 20);
  });

  it.each([
    ['without its end', (pdf: Buffer) => pdf.subarray(0, pdf.length - 200)],
    [
      'with its objects elsewhere',
      (pdf: Buffer) => Buffer.concat([pdf.subarray(0, 9), Buffer.alloc(7), pdf.subarray(9)]),
    ],
    ['of nothing but a header', () => Buffer.from('%PDF-1.7\n')],
    [
      'with a node that stands in itself',
      () => Buffer.from(pdfOfPages(1).toString('latin1').replace('/Kids [3 0 R', '/Kids [2 0 R'), 'latin1'),
    ],
    [
      'whose saves follow each other in a circle',
      () => Buffer.from(pdfOfPages(3).toString('latin1').replace('/Root 1 0 R', '/Prev 1 0 R'), 'latin1'),
    ],
  ])('cannot be told of a file %s', async (_which, damage) => {
    await expect(count(damage(pdfOfPages(60)))).rejects.toMatchObject({ name: 'UncountableError' });
  });

  it('are told, or said to be unknown, whatever is damaged', async () => {
    const whole = [pdfOfPages(5, { perNode: 2 }), pdfOfPages(5, { isPacked: true })];
    const damage = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 0, max: 255 })), {
      minLength: 1,
      maxLength: 5,
    });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...whole), damage, async (pdf, changes) => {
        const bytes = Buffer.from(pdf);
        for (const [place, byte] of changes) bytes[Math.floor(place * (bytes.length - 1))] = byte;
        const counted = await count(bytes).catch((error: Error) => error.name);
        expect(typeof counted === 'string' ? counted : counted.pages).toSatisfy(
          (told) => told === 'UncountableError' || Number.isInteger(told),
        );
      }),
      { numRuns: 300 },
    );
  });
});

/** A TIFF of empty pages in either order of bytes. */
function tiffOfPages(pages: number, isLittle: boolean): Buffer {
  const one = 2 + 12 + 4;
  const bytes = Buffer.alloc(8 + pages * one);
  const two = (value: number, at: number) =>
    isLittle ? bytes.writeUInt16LE(value, at) : bytes.writeUInt16BE(value, at);
  const four = (value: number, at: number) =>
    isLittle ? bytes.writeUInt32LE(value, at) : bytes.writeUInt32BE(value, at);
  bytes.write(isLittle ? 'II' : 'MM');
  two(42, 2);
  four(8, 4);
  for (let page = 0; page < pages; page++) {
    two(1, 8 + page * one);
    four(page + 1 < pages ? 8 + (page + 1) * one : 0, 8 + page * one + 14);
  }
  return bytes;
}

describe('the pages of a TIFF', () => {
  it('are its directories', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 200 }), fc.boolean(), async (pages, isLittle) => {
        expect(await count(tiffOfPages(pages, isLittle))).toEqual({ pages });
      }),
    );
  });

  it('are as many as sharp writes', async () => {
    const create = { width: 20, height: 20 * 60, pageHeight: 20, channels: 3, background: '#fff' } as const;

    expect(await count(await sharp({ create }).tiff().toBuffer())).toEqual({ pages: 60 });
  });

  it('end where a directory leads back, or out of the file', async () => {
    const circle = tiffOfPages(5, true);
    circle.writeUInt32LE(8, 8 + 4 * 18 + 14);

    expect(await count(circle)).toEqual({ pages: 5 });
    expect(await count(tiffOfPages(5, true).subarray(0, 8 + 3 * 18))).toEqual({ pages: 3 });
  });

  it('are not counted beyond what is ever read', async () => {
    expect(await count(tiffOfPages(4000, false))).toEqual({ pages: 3001, isLeast: true });
  });
});

describe('a picture, and anything else', () => {
  it('is one page', async () => {
    const create = { width: 20, height: 20, channels: 3, background: '#fff' } as const;

    expect(await count(await sharp({ create }).jpeg().toBuffer())).toEqual({ pages: 1 });
    expect(await count(Buffer.from('hello'))).toEqual({ pages: 1 });
    expect(await count(Buffer.alloc(0))).toEqual({ pages: 1 });
  });
});
