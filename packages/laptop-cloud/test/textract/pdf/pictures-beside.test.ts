import { readFile } from 'node:fs/promises';
import { parse } from 'opentype.js';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadPicture } from '../../../src/textract/image/load-picture.ts';
import { loadOcrModels, type OcrModels } from '../../../src/textract/ocr/models.ts';
import { drawReceipt } from '../support/draw-page.ts';
import { drawnPdf, face } from '../support/drawn-pdf.ts';
import { rowsOf } from '../support/pdf-rows.ts';
import { drawText, type RawPdf, rawForm, rawPdf, rawPicture } from '../support/raw-pdf.ts';

let models: OcrModels;
let receipt: Buffer;
let size: { width: number; height: number };

beforeAll(async () => {
  models = await loadOcrModels();
  receipt = await drawReceipt([
    ['CORNER MARKET LTD'],
    ['DATE: 14/03/2024 10:22'],
    ['COFFEE', '7.00'],
    ['SANDWICH', '4.75'],
    ['TOTAL', '11.75'],
  ]);
  const { width, height } = await loadPicture(receipt);
  size = { width, height };
});

const printed = ['CORNER MARKET LTD', 'DATE: 14/03/2024 10:22', 'COFFEE | 7.00', 'SANDWICH | 4.75', 'TOTAL | 11.75'];
const read = (parts: RawPdf) => rowsOf(rawPdf(parts), async () => models);
const picture = async (from = receipt) => rawPicture(await loadPicture(from));
const xObjects = (count: number) =>
  `/XObject << ${Array.from({ length: count }, (_, index) => `/Im${index} ${6 + index} 0 R`).join(' ')} >>`;
const photo = () => `q 300 0 0 ${(300 * size.height) / size.width} 50 150 cm /Im0 Do Q `;
const heading = drawText('Reimbursement form', 50, 560, 14) + drawText('Name: Jane Example, Sales', 50, 540);
const headingRows = ['Reimbursement form', 'Name: Jane Example, Sales'];
const footer = drawText('Scanned with PocketScan Free', 100, 20, 9);

/** Draws a text as outlines of its letters. */
async function outlines(text: string, x: number, y: number): Promise<string> {
  const file = await readFile(face.replace('DejaVuSans.ttf', 'DejaVuSansMono.ttf'));
  const font = parse(file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength) as ArrayBuffer);
  const steps = font.getPath(text, 0, 0, 14).commands.map((step) => {
    if (step.type === 'Z') return 'h';
    if (step.type === 'Q') return `${step.x1} ${-step.y1} ${step.x} ${-step.y} v`;
    if (step.type === 'C') return `${step.x1} ${-step.y1} ${step.x2} ${-step.y2} ${step.x} ${-step.y} c`;
    return `${step.x} ${-step.y} ${step.type.toLowerCase()}`;
  });
  return `q 1 0 0 1 ${x} ${y} cm ${steps.join(' ')} f Q\n`;
}

describe('a page with text and a picture', () => {
  it('is read with the text and what the picture shows', async () => {
    const content = heading + photo() + footer;

    expect(await read({ content, resources: xObjects(1), objects: [await picture()] })).toEqual([
      ...headingRows,
      ...printed,
      'Scanned with PocketScan Free',
    ]);
  });

  it('is read also where the text speaks of a total', async () => {
    const content = `${heading}${drawText('Total claimed: 11.75', 50, 500)}${photo()}`;

    expect(await read({ content, resources: xObjects(1), objects: [await picture()] })).toContain('TOTAL | 11.75');
  });

  it('is read in the direction of what has more text', async () => {
    const { width, height } = size;
    const content = `${heading}q 0 300 ${(-300 * height) / width} 0 380 150 cm /Im0 Do Q `;
    const rows = await read({ content, resources: xObjects(1), objects: [await picture()] });

    expect(rows.filter((row) => !headingRows.includes(row))).toEqual(printed);
  });

  it('is read when the scan came in strips', async () => {
    const { width, height } = size;
    const tops = Array.from({ length: Math.ceil(height / 40) }, (_, index) => index * 40);
    const strips = await Promise.all(
      tops.map((top) =>
        sharp(receipt)
          .extract({ left: 0, top, width, height: Math.min(40, height - top) })
          .png()
          .toBuffer(),
      ),
    );
    const scale = 300 / width;
    const drawings = tops.map((top, index) => {
      const high = Math.min(40, height - top) * scale;
      return `q 300 0 0 ${high} 50 ${500 - top * scale - high} cm /Im${index} Do Q`;
    });
    const objects = await Promise.all(strips.map(picture));

    expect(
      await read({ content: `${drawings.join('\n')}\n${footer}`, resources: xObjects(strips.length), objects }),
    ).toEqual([...printed, 'Scanned with PocketScan Free']);
  });

  it('is read when the picture stands in a drawing', async () => {
    const drawing = rawForm(photo()).toString('latin1').replace('/Font', '/XObject << /Im0 6 0 R >> /Font');
    const content = `/Fm0 Do ${footer}`;
    const rows = await read({ content, resources: '/XObject << /Fm0 7 0 R >>', objects: [await picture(), drawing] });

    expect(rows).toEqual([...printed, 'Scanned with PocketScan Free']);
  });

  it('does not believe what a scanner read, before or behind its picture', async () => {
    const wrong = drawText('CORNER MARKET TOTAL 99.99', 50, 300);
    const scan = `q 400 0 0 600 0 0 cm /Im0 Do Q`;
    const parts = { resources: xObjects(1), objects: [await picture()] };

    expect(await read({ content: `${scan} 3 Tr ${wrong}`, ...parts })).toEqual(printed);
    expect(await read({ content: `${wrong} ${scan}`, ...parts })).toEqual(printed);
  });

  it('is read by its picture where the total is drawn as outlines', async () => {
    const content = heading + (await outlines('TOTAL', 50, 400)) + (await outlines('11.75', 300, 400));

    expect(await read({ content })).toEqual([...headingRows, 'TOTAL | 11.75']);
  });

  it('is read by its picture where the total is in a font that names no glyph', async () => {
    const whole = await drawnPdf((page) => {
      page.font('Helvetica').fontSize(12);
      page.text('Hillside Garden Centre, 12 Mill Lane, Oakton', 50, 50, { lineBreak: false });
      page.text('Potting soil and a large plant pot', 50, 80, { lineBreak: false });
      page.font(face);
      page.text('TOTAL', 50, 120, { lineBreak: false });
      page.text('11.75', 300, 120, { lineBreak: false });
    });
    const nameless = Buffer.from(whole.toString('latin1').replaceAll('/ToUnicode', '/NoUnicode'), 'latin1');

    expect((await rowsOf(nameless, async () => models)).at(-1)).toBe('TOTAL | 11.75');
  });

  it('is not looked at twice for a logo', async () => {
    const logo = await drawReceipt([['LOGO']]);
    const { width, height } = await loadPicture(logo);
    const content = `q 100 0 0 ${(100 * height) / width} 50 500 cm /Im0 Do Q ${drawText('Invoice 4711', 50, 400)}${drawText('Total', 50, 300)}${drawText('12.00 EUR', 300, 300)}`;
    const pdf = rawPdf({ content, resources: xObjects(1), objects: [await picture(logo)] });

    expect(await rowsOf(pdf)).toEqual(['Invoice 4711', 'Total | 12.00 EUR']);
  });
});
