import sharp, { type Sharp } from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadPicture } from '../../../src/textract/image/load-picture.ts';
import { loadOcrModels, type OcrModels } from '../../../src/textract/ocr/models.ts';
import { readPicture } from '../../../src/textract/ocr/read-picture.ts';
import { tagPage } from '../../../src/textract/tagger/tag-page.ts';
import { drawReceipt } from '../support/draw-page.ts';

let models: OcrModels;
let receipt: Buffer;

beforeAll(async () => {
  models = await loadOcrModels();
  receipt = await drawReceipt([
    ['CORNER MARKET LTD'],
    ['12 HIGH STREET'],
    ['DATE: 14/03/2024 10:22'],
    ['COFFEE', '7.00'],
    ['SANDWICH', '4.75'],
    ['TOTAL', '11.75'],
    ['CASH', '20.00'],
    ['CHANGE', '8.25'],
  ]);
});

async function read(picture: Sharp) {
  const page = await readPicture(models, await loadPicture(await picture.png().toBuffer()));
  const { summary } = tagPage(page, 2026);
  return (type: string) => summary.find((field) => field.type === type)?.value.text;
}

const table = '#6b5a4a';

describe('readPicture', () => {
  it.each([
    ['leans by 20 degrees', () => sharp(receipt).rotate(20, { background: table })],
    ['lies on its side and leans', () => sharp(receipt).rotate(97, { background: table })],
    [
      'fills a small part of a large photo',
      () => sharp(receipt).extend({ top: 900, bottom: 1100, left: 900, right: 1300, background: table }),
    ],
    ['is a very small scan', () => sharp(receipt).resize(180)],
    ['is seen at a slant', () => sharp(receipt).affine([1, 0.1, 0.05, 1], { background: table })],
  ])('reads a receipt that %s', async (_how, picture) => {
    const value = await read(picture());

    expect(value('TOTAL')).toBe('11.75');
    expect(value('INVOICE_RECEIPT_DATE')).toBe('14/03/2024');
    expect(value('VENDOR_NAME')).toBe('CORNER MARKET LTD');
  });

  it('shows a sign that is the decimal point, but no sign inside a whole number', async () => {
    const page = await drawReceipt([
      ['CHEZ PAUL', 'TABLE 1204'],
      ['PLAT', '16€00'],
      ['TOTAL', '21€50'],
    ]);
    const { lines } = await readPicture(models, await loadPicture(page));
    const texts = lines.map(({ text }) => text.replace('€', '¤'));

    expect(texts).toEqual(expect.arrayContaining(['16¤00', '21¤50']));
    expect(texts.join(' ')).toContain('1204');
  });

  it('shows a sign that its alphabet lacks as one that was not read', async () => {
    const page = await drawReceipt([
      ['CORNER MARKET', '2 x 3.50'],
      ['COFFEE', '€7.00'],
      ['SANDWICH', '4.75 €'],
      ['TOTAL', '₹11.75'],
    ]);
    const { lines } = await readPicture(models, await loadPicture(page));
    const amounts = lines.map(({ text }) => text).filter((text) => /\.\d\d/.test(text));

    expect(amounts.map((text) => text.replace(/[€ ]/g, (sign) => (sign === '€' ? '¤' : '')))).toEqual([
      '2x3.50',
      '¤7.00',
      '4.75¤',
      '¤11.75',
    ]);
  });

  it('reads amounts whole that have wide blanks between their groups', async () => {
    const page = await drawReceipt([
      ['LINDHOLM LIVS'],
      ['DATUM', '2026-11-12'],
      ['LAX', 'SEK 5 716'],
      ['VIN', '2 763 SEK'],
      ['KAKA', '7 426'],
      ['TOTALT', '15 905 SEK'],
      ['KORT', 'SEK 15 905'],
    ]);
    const photo = await sharp(page).rotate(-0.8, { background: table }).blur(0.6).jpeg({ quality: 80 }).toBuffer();
    const { lines } = await readPicture(models, await loadPicture(photo));
    const amounts = lines.map(({ text }) => text).filter((text) => /\d{3}$|SEK/.test(text));

    expect(amounts).toEqual(['SEK 5 716', '2 763 SEK', '7 426', '15 905 SEK', 'SEK 15 905']);
  });
});
