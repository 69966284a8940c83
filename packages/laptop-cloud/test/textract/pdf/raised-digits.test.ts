import { describe, expect, it } from 'vitest';
import { drawnPdf } from '../support/drawn-pdf.ts';
import { rowsOf } from '../support/pdf-rows.ts';

interface Raise {
  readonly size: number;
  readonly small: number;
  /** How far above the top of the digits before, in points. */
  readonly lift: number;
}

const USUAL: Raise = { size: 14, small: 7, lift: 0 };

/** Draws a text with a smaller one raised behind it, and what follows that on the line. */
function raise(page: PDFKit.PDFDocument, parts: readonly [string, string, string?], y: number, how = USUAL): void {
  const put = (text: string, x: number, top: number, size: number) => {
    page.fontSize(size).text(text, x, top, { lineBreak: false });
    return x + page.widthOfString(text);
  };
  const [before, raised, behind = ''] = parts;
  const end = put(raised, put(before, 50, y, how.size) + 0.5, y - how.lift, how.small);
  put(behind, end + 0.5, y, how.size);
}

const lineOf = async (parts: readonly [string, string, string?], how?: Raise) =>
  (await rowsOf(await drawnPdf((page) => raise(page, parts, 100, how))))[0];

describe('smaller digits that stand raised in a PDF', () => {
  it.each([
    { size: 14, small: 7, lift: 0 },
    { size: 11, small: 7.7, lift: 0 },
    { size: 18, small: 9, lift: 2 },
    { size: 11, small: 6.6, lift: 1 },
    { size: 12, small: 12, lift: 4 },
  ])('are cents where they are two: $size, $small and $lift points', async (how) => {
    expect(await lineOf(['Total due $65', '20'], how)).toBe('Total due $65.20');
  });

  it.each([
    [['Total 12', '50', ' €'], 'Total 12.50 €'],
    [['Total 1.250', '50'], 'Total 1.250,50'],
    [['Total 1,250', '50'], 'Total 1,250.50'],
    [['Total 12.', '50'], 'Total 12.50'],
    [['Total 12€', '50'], 'Total 12€50'],
    [['Only $65', '20', '/month'], 'Only $65.20/month'],
  ] as const)('keep the marks beside them: %j', async (parts, line) => {
    expect(await lineOf(parts)).toBe(line);
  });

  it.each([
    [['Osszesen 1200', '2', ' Ft'], 'Osszesen 1200² Ft'],
    [['Total £120.00', '12'], 'Total £120.00¹²'],
    [['Total $120', '123'], 'Total $120¹²³'],
    [['Monday 12 November 2026', '12'], 'Monday 12 November 2026¹²'],
  ] as const)('are marks of footnotes elsewhere: %j', async (parts, line) => {
    expect(await lineOf(parts)).toBe(line);
  });

  it('take the decimal mark of the page', async () => {
    const pdf = await drawnPdf((page) => {
      raise(page, ['Summe 12', '50'], 100);
      page.fontSize(12).text('MwSt. 2,00 im Betrag', 50, 200, { lineBreak: false });
    });

    expect(await rowsOf(pdf)).toEqual(['Summe 12,50', 'MwSt. 2,00 im Betrag']);
  });

  it('are found where they were drawn at another time', async () => {
    const pdf = await drawnPdf((page) => {
      const at = (text: string, x: number, size: number) =>
        page.fontSize(size).text(text, x, 100, { lineBreak: false });
      const end = 50 + page.fontSize(14).widthOfString('Total $65');
      at('Total $65', 50, 14);
      page.fontSize(12).text('Thank you', 50, 200, { lineBreak: false });
      at('20', end + 0.5, 7);
    });

    expect(await rowsOf(pdf)).toEqual(['Total $65.20', 'Thank you']);
  });

  it('leave small digits behind letters and full ones on the line', async () => {
    expect(await lineOf(['Carpet of 25 m', '2'])).toBe('Carpet of 25 m2');
    expect(await lineOf(['Meeting room 65', '20'], { size: 14, small: 14, lift: 0 })).toBe('Meeting room 6520');
  });
});
