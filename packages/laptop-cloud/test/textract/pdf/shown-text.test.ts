import { describe, expect, it } from 'vitest';
import { makePdf } from '../support/make-pdf.ts';
import { rowsOf } from '../support/pdf-rows.ts';
import { drawText, type RawPdf, rawForm, rawPdf } from '../support/raw-pdf.ts';

const receipt =
  drawText('Hillside Garden Centre', 50, 500, 16) + drawText('TOTAL', 50, 400) + drawText('12.00 EUR', 300, 400);
const rows = ['Hillside Garden Centre', 'TOTAL | 12.00 EUR'];
const oldDate = drawText('Date: 2026-08-30', 50, 540);
const fields = (entries = '') =>
  `/AcroForm << /Fields [6 0 R] /DR << /Font << /F1 5 0 R >> >> /DA (/F1 12 Tf 0 g) ${entries} >>`;
const widget = (entries: string) =>
  `<< /Type /Annot /Subtype /Widget /T (one) /DA (/F1 12 Tf 0 g) /Rect [90 535 210 555] /F 4 /P 3 0 R ${entries} >>`;
const annotation = (entries: string) => `<< /Type /Annot /Rect [50 535 250 555] /F 4 /P 3 0 R ${entries} >>`;
const look = rawForm(drawText('2026-11-20', 2, 5))
  .toString('latin1')
  .replace('[0 0 400 600]', '[0 0 200 20]');
const layer = '<< /Type /OCG /Name (Template) >>';
const layers = (setting: string) => `/OCProperties << /OCGs [6 0 R] /D << ${setting} >> >>`;

describe('a page of a PDF', () => {
  it.each<[string, Partial<RawPdf>]>([
    ['a filled field', { objects: [widget('/FT /Tx /V (2026-11-20) /AP << /N 7 0 R >>'), look], catalogue: fields() }],
    ['a filled field that brings no look', { objects: [widget('/FT /Tx /V (2026-11-20)')], catalogue: fields() }],
    [
      'a filled field that asks for a look',
      { objects: [widget('/FT /Tx /V (2026-11-20)')], catalogue: fields('/NeedAppearances true') },
    ],
    [
      'a choice',
      {
        objects: [widget('/FT /Ch /Ff 131072 /Opt [(2026-11-19) (2026-11-20)] /V (2026-11-20)')],
        catalogue: fields(),
      },
    ],
    ['a typed note', { objects: [annotation('/Subtype /FreeText /Contents (2026-11-20) /DA (/F1 12 Tf 0 g)')] }],
    ['a note with its look', { objects: [annotation('/Subtype /FreeText /AP << /N 7 0 R >>'), look] }],
    ['a stamp', { objects: [annotation('/Subtype /Stamp /AP << /N 7 0 R >>'), look] }],
  ])('shows %s', async (_what, parts) => {
    expect(await rowsOf(rawPdf({ content: receipt, page: '/Annots [6 0 R]', ...parts }))).toEqual([
      '2026-11-20',
      ...rows,
    ]);
  });

  it('shows which box is ticked', async () => {
    const tick = rawForm('BT /Z 12 Tf 2 5 Td (4) Tj ET')
      .toString('latin1')
      .replace('[0 0 400 600]', '[0 0 20 20]')
      .replace('/F1 5 0 R', '/Z << /Type /Font /Subtype /Type1 /BaseFont /ZapfDingbats >>');
    const box = (y: number, state: string) =>
      `<< /Type /Annot /Subtype /Widget /FT /Btn /T (b${y}) /V /${state} /AS /${state} /Rect [200 ${y} 220 ${y + 20}] /F 4 /AP << /N << /Yes 8 0 R /Off 9 0 R >> >> >>`;
    const pdf = rawPdf({
      content: receipt + drawText('Cash', 50, 305) + drawText('Card', 50, 265),
      page: '/Annots [6 0 R 7 0 R]',
      catalogue: '/AcroForm << /Fields [6 0 R 7 0 R] /DA (/F1 12 Tf 0 g) >>',
      objects: [box(300, 'Off'), box(260, 'Yes'), tick, rawForm('')],
    });

    expect(await rowsOf(pdf)).toEqual([...rows, 'Cash', 'Card | ✔']);
  });

  it.each<[string, Partial<RawPdf>]>([
    ['outside the crop box', { content: receipt + oldDate, page: '/CropBox [0 150 400 530]' }],
    ['outside the page', { content: receipt + drawText('Date: 2026-08-30', -300, 540) + drawText('Date', 50, 700) }],
    ['without ink', { content: `${receipt} 3 Tr ${oldDate}` }],
    ['in the colour of the paper', { content: `${receipt} 1 g ${oldDate}` }],
    ['nearly in the colour of the paper', { content: `${receipt} 0.97 g ${oldDate}` }],
    [
      'that is fully transparent',
      { content: `${receipt} /G0 gs ${oldDate}`, resources: '/ExtGState << /G0 << /ca 0 /CA 0 >> >>' },
    ],
    ['too small to be seen', { content: receipt + drawText('Date: 2026-08-30', 50, 540, 0.01) }],
    ['behind a box', { content: `${oldDate} 0.2 g 40 530 200 30 re f 0 g ${receipt}` }],
    ['that is clipped away', { content: `${receipt} q 0 0 10 10 re W n ${oldDate} Q` }],
    [
      'on a layer that is switched off',
      {
        content: `/OC /MC0 BDC ${oldDate} EMC ${receipt}`,
        resources: '/Properties << /MC0 6 0 R >>',
        catalogue: layers('/OFF [6 0 R]'),
        objects: [layer],
      },
    ],
    [
      'of a group of layers that is switched off',
      {
        content: `/OC /MC0 BDC ${oldDate} EMC ${receipt}`,
        resources: '/Properties << /MC0 7 0 R >>',
        catalogue: layers('/OFF [6 0 R]'),
        objects: [layer, '<< /Type /OCMD /OCGs [6 0 R] /P /AllOn >>'],
      },
    ],
    [
      'in a drawing of a layer that is off unless switched on',
      {
        content: `/Fm0 Do ${receipt}`,
        resources: '/XObject << /Fm0 7 0 R >>',
        catalogue: layers('/BaseState /OFF'),
        objects: [layer, rawForm(oldDate, '/OC 6 0 R')],
      },
    ],
    [
      'under a box that was put on it as a note',
      {
        content: receipt + oldDate,
        page: '/Annots [6 0 R]',
        objects: [annotation('/Subtype /Square /IC [0 0 0] /C [0 0 0]')],
      },
    ],
    [
      'of a hidden note',
      {
        content: receipt,
        page: '/Annots [6 0 R]',
        objects: [annotation('/Subtype /FreeText /AP << /N 7 0 R >>').replace('/F 4', '/F 2'), look],
      },
    ],
    [
      'of a note that is printed only',
      {
        content: receipt,
        page: '/Annots [6 0 R]',
        objects: [annotation('/Subtype /FreeText /AP << /N 7 0 R >>').replace('/F 4', '/F 36'), look],
      },
    ],
  ])('does not show text %s', async (_where, parts) => {
    expect(await rowsOf(rawPdf({ content: receipt, ...parts }))).toEqual(rows);
  });

  it('shows text of a layer that is switched on, white on dark, and pale', async () => {
    const pdf = rawPdf({
      content: `/OC /MC0 BDC ${oldDate} EMC ${receipt} 0 g 40 340 200 30 re f 1 g ${drawText('Paid by card', 50, 350)} 0.75 g ${drawText('Thank you', 50, 300)}`,
      resources: '/Properties << /MC0 6 0 R >>',
      catalogue: layers('/ON [6 0 R]'),
      objects: [layer],
    });

    expect(await rowsOf(pdf)).toEqual(['Date: 2026-08-30', ...rows, 'Paid by card', 'Thank you']);
  });

  it('shows text in a font that is not in the file and that it has no letters of, where it may be seen', async () => {
    const japanese = `/Font << /F1 5 0 R /F2 << /Type /Font /Subtype /Type0 /BaseFont /HeiseiMin-W3 /Encoding /UniJIS-UCS2-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /HeiseiMin-W3 /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 2 >> /FontDescriptor 6 0 R >>] >> >>`;
    const descriptor =
      '<< /Type /FontDescriptor /FontName /HeiseiMin-W3 /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>';
    const sum = (x: number, y: number) => `BT /F2 12 Tf ${x} ${y} Td <54088A08> Tj ET\n`;
    const content = `${receipt}${sum(50, 300)}${sum(50, 700)}3 Tr ${sum(50, 250)}`;

    expect(await rowsOf(rawPdf({ content, resources: japanese, objects: [descriptor] }))).toEqual([...rows, '合計']);
  });

  it('shows what was put over a text, and not the text below', async () => {
    const before = drawText('12.00 EUR', 300, 400);
    const pdf = rawPdf({ content: `${before} 1 g 290 395 100 20 re f 0 g ${receipt.replace('12.00', '21.00')}` });

    expect(await rowsOf(pdf)).toEqual(['Hillside Garden Centre', 'TOTAL | 21.00 EUR']);
  });

  it('does not make another amount of one that is partly blacked out', async () => {
    const pdf = rawPdf({ content: `${receipt} ${drawText('129.00 EUR', 300, 360)} 299 358 8 14 re f` });

    expect((await rowsOf(pdf)).at(-1)).toBe('██████ EUR');
  });

  it('does not choose between two texts on top of one another', async () => {
    const pdf = rawPdf({ content: receipt + drawText('12.00', 50, 300) + drawText('98.00', 50, 300) });

    expect((await rowsOf(pdf)).join(' ')).not.toMatch(/12\.00(?! EUR)|98\.00/);
  });

  it('opens with an owner password and without right to copy', async () => {
    const options = { ownerPassword: 'owner', permissions: { copying: false }, pdfVersion: '1.7' } as const;

    expect(await rowsOf(await makePdf([['Invoice No: 0042', 'Total | $ 12.50']], options))).toEqual([
      'Invoice No: 0042',
      'Total | $ 12.50',
    ]);
  });
});
