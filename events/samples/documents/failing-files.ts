import sharp from 'sharp';
import type { FailingFile } from '../failing-file.ts';
import { fontFile } from '../fonts.ts';
import { finished, newPdf } from '../pdf.ts';
import { jpeg, pictureOf } from '../picture.ts';
import { createRandom } from '../random.ts';
import { grainy, repainted } from '../wear.ts';
import { energyInvoice } from './energy-invoice.ts';
import { petrolSlip } from './petrol-station.ts';

/** Files that must end with a reason a person can act on, while all others go on. */
export const failingFiles: readonly FailingFile[] = [
  {
    file: 'empty.jpg',
    shows: 'A file of zero bytes, as an upload that broke off leaves it',
    status: 'rejected',
    textractError: 'BadDocumentException',
    isCommitted: true,
    make: async () => Buffer.alloc(0),
  },
  {
    file: 'shopping-list.jpg',
    shows: 'Plain text renamed to .jpg',
    status: 'rejected',
    textractError: 'UnsupportedDocumentException',
    isCommitted: true,
    make: async () => Buffer.from('Shopping list\n\nmilk\neggs\nbread\nTotal: 12.00\n'),
  },
  {
    file: 'broken-off.pdf',
    shows: 'The energy invoice, cut off after its first kilobyte',
    status: 'rejected',
    textractError: 'BadDocumentException',
    isCommitted: true,
    make: async () => (await energyInvoice.draw()).subarray(0, 1024),
  },
  {
    file: 'password.pdf',
    shows: 'An invoice that opens only with a password',
    status: 'rejected',
    textractError: 'BadDocumentException',
    isCommitted: true,
    make: encryptedPdf,
  },
  {
    file: 'too-dark.jpg',
    shows: 'A receipt photographed in the dark: nothing on it can be read',
    status: 'needs_review',
    isCommitted: true,
    make: darkPhoto,
  },
  {
    file: 'over-ten-megabytes.png',
    shows: 'A picture above the 10 MB that Textract takes',
    status: 'rejected',
    textractError: 'DocumentTooLargeException',
    isCommitted: false,
    make: oversizedImage,
  },
];

async function encryptedPdf(): Promise<Buffer> {
  const pdf = newPdf('Invoice 5512', { userPassword: 'open sesame', pdfVersion: '1.4' });
  pdf.addPage().font(fontFile('sans')).fontSize(12);
  pdf.text('Invoice 5512').text('November 10, 2026').text('Total $42.00');
  return await finished(pdf);
}

/** About 11 MB: noise does not compress. */
async function oversizedImage(): Promise<Buffer> {
  const [width, height] = [1800, 2050];
  const random = createRandom(99);
  const data = Uint8Array.from({ length: width * height * 3 }, () => random() * 256);
  return await sharp(data, { raw: { width, height, channels: 3 } })
    .png({ compressionLevel: 0 })
    .toBuffer();
}

async function darkPhoto(): Promise<Buffer> {
  const slip = await pictureOf(petrolSlip().toSvg(), 9);
  const dark = repainted(slip, (value, u, v) => 6 + value * 0.2 * (1 - u * v) ** 2);
  return await jpeg(grainy(dark, createRandom(98), 9), 60);
}
