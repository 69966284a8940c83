import { describe, expect, it } from 'vitest';
import { drawnPdf } from '../support/drawn-pdf.ts';
import { pageOf, rowsOf } from '../support/pdf-rows.ts';
import { drawText, rawPdf, rawStream } from '../support/raw-pdf.ts';

const receipt =
  drawText('Hillside Garden Centre', 50, 500, 16) + drawText('TOTAL', 50, 400) + drawText('12.00 EUR', 300, 400);
const withLine = async (content: string, resources = '', objects: readonly Buffer[] = []) =>
  (await rowsOf(rawPdf({ content: receipt + content, resources, objects }))).slice(2);

/** Draws each glyph alone, in an order of its own. */
function scatter(page: PDFKit.PDFDocument, text: string, order: (a: number, b: number) => number): void {
  const glyphs = [...text].map((glyph, index) => ({ glyph, x: 50 + page.widthOfString(text.slice(0, index)), index }));
  for (const { glyph, x } of glyphs.sort((a, b) => order(a.index, b.index))) {
    if (glyph !== ' ') page.text(glyph, x, 100, { lineBreak: false });
  }
}

/** Draws words from right to left. */
function fromRight(page: PDFKit.PDFDocument, words: readonly string[], y: number): void {
  let right = 350;
  for (const word of words) {
    page.text(word, right - page.widthOfString(word), y, { lineBreak: false });
    right -= page.widthOfString(`${word} `);
  }
}

describe('a line of a PDF', () => {
  it.each([
    ['from behind', (a: number, b: number) => b - a],
    ['at random', (a: number, b: number) => ((a * 7) % 16) - ((b * 7) % 16)],
    ['in columns', (a: number, b: number) => (a % 4) - (b % 4) || a - b],
  ])('is put together when its glyphs are drawn one by one, %s', async (_how, order) => {
    expect(await rowsOf(await drawnPdf((page) => scatter(page, 'Amount due 45.60', order)))).toEqual([
      'Amount due 45.60',
    ]);
  });

  it('is read from the right in Hebrew and Arabic, figures from the left', async () => {
    const pdf = await drawnPdf((page) => {
      fromRight(page, ['חשבונית', 'מס', '123'], 50);
      fromRight(page, ['סכום', 'לתשלום:', '12.50', '₪'], 80);
      fromRight(page, ['المجموع', '45.00'], 110);
    });

    expect(await rowsOf(pdf)).toEqual(['חשבונית מס 123', 'סכום לתשלום: 12.50 ₪', 'المجموع 45.00']);
  });

  it('says once what is drawn twice for a bold look or a shadow', async () => {
    const twice = (by: number) => drawText('Bill all 5.00', 50, 300) + drawText('Bill all 5.00', 50 + by, 300);

    expect(await withLine(twice(0))).toEqual(['Bill all 5.00']);
    expect(await withLine(twice(0.3))).toEqual(['Bill all 5.00']);
    expect(
      await withLine(`0.7 g ${drawText('Bill all 5.00', 51, 299)} 0 g ${drawText('Bill all 5.00', 50, 300)}`),
    ).toEqual(['Bill all 5.00']);
  });

  it('closes up letters that are set wide, and leaves columns of figures', async () => {
    expect(await withLine(`4 Tc ${drawText('TOTAL DUE', 50, 300)} 0 Tc ${drawText('1 2 3 4 5 6', 50, 260)}`)).toEqual([
      'TOTAL DUE',
      '1 2 3 4 5 6',
    ]);
    expect(await withLine(drawText('T O T A L  D U E', 50, 300))).toEqual(['TOTAL DUE']);
  });

  it('has the letters of a ligature, and a hyphen where one is printed', async () => {
    const names = '/Encoding << /Type /Encoding /Differences [1 /fi /fl] >>';
    const font = `/Font << /F1 5 0 R /F2 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica ${names} >> >>`;
    const line = 'BT /F2 12 Tf 50 300 Td (\\001nal of\\001ce \\002ow) Tj ET';

    expect(await withLine(line, font)).toEqual(['final office flow']);
    expect(await withLine('BT /F1 12 Tf 50 300 Td (INV\\2552026) Tj ET')).toEqual(['INV-2026']);
    const { lines } = await pageOf(rawPdf({ content: receipt + line, resources: font }));
    for (const { text, characters } of lines) expect(text).toHaveLength(characters.length);
  });

  it('marks a currency sign that the font does not name, before and behind an amount', async () => {
    const box = rawStream('', '600 0 0 0 500 700 d1 50 0 450 700 re f');
    const sign = `<< /Type /Font /Subtype /Type3 /FontBBox [0 0 750 750] /FontMatrix [0.001 0 0 0.001 0 0] /CharProcs << /mysign 6 0 R >> /Encoding << /Type /Encoding /Differences [128 /mysign] >> /FirstChar 128 /LastChar 128 /Widths [600] >>`;
    const resources = `/Font << /F1 5 0 R /F2 ${sign} >>`;
    const glyph = (x: number, y: number) => `BT /F2 12 Tf ${x} ${y} Td (\\200) Tj ET\n`;
    const within = glyph(73.5, 260);
    const content = [
      glyph(50, 300) + drawText('12.50', 60, 300),
      drawText('1 450.00', 50, 280) + glyph(100, 280),
      drawText('2.50', 50, 260) + within + drawText('1', 82, 260),
      glyph(50, 240) + drawText('Coffee', 60, 240),
    ].join('');

    expect(await withLine(content, resources, [box])).toEqual([
      expect.stringMatching(/^¤ ?12\.50$/),
      expect.stringMatching(/^1 450\.00 ?¤$/),
      expect.stringMatching(/^\uFFFD+$/),
      expect.stringMatching(/^\uFFFD ?Coffee$/),
    ]);
  });
});
