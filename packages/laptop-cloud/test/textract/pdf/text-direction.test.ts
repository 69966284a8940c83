import { describe, expect, it } from 'vitest';
import { geometryOf } from '../../../src/textract/response/geometry.ts';
import { pageOf, rowsOf } from '../support/pdf-rows.ts';
import { drawText, rawPdf } from '../support/raw-pdf.ts';

const receipt =
  drawText('Hillside Garden Centre', 50, 500, 16) + drawText('TOTAL', 50, 400) + drawText('12.00 EUR', 300, 400);
const rows = ['Hillside Garden Centre', 'TOTAL | 12.00 EUR'];
const moved = (matrix: string, mediaBox = '0 0 600 400', page = '') =>
  rawPdf({ content: `q ${matrix} cm ${receipt} Q`, mediaBox, page });

describe('the text of a page that was turned', () => {
  it.each<[string, Buffer]>([
    ['shown on its left side', rawPdf({ content: receipt, page: '/Rotate 90' })],
    ['shown on its head', rawPdf({ content: receipt, page: '/Rotate 180' })],
    ['shown on its right side', rawPdf({ content: receipt, page: '/Rotate 270' })],
    ['drawn upwards', moved('0 1 -1 0 600 0')],
    ['drawn on its head', moved('-1 0 0 -1 400 600', '0 0 400 600')],
    ['drawn downwards', moved('0 -1 1 0 0 400')],
    ['drawn upwards and shown upright', moved('0 1 -1 0 600 0', '0 0 600 400', '/Rotate 90')],
    ['on a page that begins below zero', moved('1 0 0 1 -200 -300', '-200 -300 200 300')],
    ['on a page with corners the other way round', moved('1 0 0 1 0 0', '400 600 0 0')],
    ['on a page with a unit of its own', rawPdf({ content: receipt, page: '/UserUnit 2.5' })],
  ])('is read when it is %s', async (_how, pdf) => {
    expect(await rowsOf(pdf)).toEqual(rows);
  });

  it('keeps its place on the page as it was sent', async () => {
    const page = await pageOf(moved('0 1 -1 0 600 0'));
    const total = page.lines.find(({ text }) => text === 'TOTAL');
    const { Left = 0, Top = 0, Width = 0, Height = 0 } = geometryOf(total ? [total.box] : [], page).BoundingBox ?? {};

    // Drawn from 600 − 400 to the right, and from 50 upwards.
    expect(Left + Width).toBeCloseTo(200 / 600, 1);
    expect(Top + Height).toBeCloseTo(350 / 400, 1);
    expect(Height).toBeGreaterThan(Width);
  });

  it('stays apart where it runs up the margin', async () => {
    const note = 'BT /F1 9 Tf 0 1 -1 0 20 300 Tm (Printed 2026-08-30 total 99.00) Tj ET';
    const found = await rowsOf(rawPdf({ content: receipt + note }));

    expect(found.filter((row) => !row.startsWith('Printed'))).toEqual(rows);
    expect(found).toContain('Printed 2026-08-30 total 99.00');
  });

  it('stays whole where it is stamped askew', async () => {
    const stamp = '0.5 g BT /F1 40 Tf 0.707 0.707 -0.707 0.707 80 250 Tm (PAID COPY) Tj ET';

    expect(await rowsOf(rawPdf({ content: receipt + stamp }))).toEqual([...rows, 'PAID COPY']);
  });
});
