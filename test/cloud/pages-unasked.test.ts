import { randomBytes } from 'node:crypto';
import { S3Client } from '@aws-sdk/client-s3';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readLines, writeLongArtifact } from '../../lambdas/adapters/long-artifact.ts';
import { headObject } from '../../lambdas/adapters/object-store.ts';
import { viewDocument } from '../../views/document-view.ts';
import { pdfOfPages } from '../support/pdf-of-pages.ts';
import { openCloud, type TestCloud } from './open-cloud.ts';

let stage: TestCloud;
beforeAll(async () => {
  stage = await openCloud();
  await stage.cloud.functionsReady;
});
afterAll(() => stage.close());

/** How a document ended that was dropped under a name. */
async function endOf(name: string, body: Buffer) {
  const key = `receipts/alice/${name}`;
  await stage.cloud.s3.write(key, body);
  await stage.cloud.idle();
  const [id = ''] = await stage.documentIds(key);
  return viewDocument(stage.table, id);
}

/** A PDF whose table of objects leads elsewhere, of at least so many bytes. */
const damaged = (pages: number, bytes = 0): Buffer => {
  const whole = pdfOfPages(pages).toString('latin1');
  const broken = Buffer.from(whole.replace(/startxref\n\d+/, 'startxref\n1'), 'latin1');
  return Buffer.concat([broken, Buffer.alloc(Math.max(0, bytes - broken.length), '\n')]);
};

describe('a file with more pages than are read unasked', () => {
  const tiff = () =>
    sharp({ create: { width: 60, height: 60 * 60, pageHeight: 60, channels: 3, background: '#fff' } })
      .tiff()
      .toBuffer();

  it.each<[string, string, () => Buffer | Promise<Buffer>, string]>([
    ['a PDF', 'plain.pdf', () => pdfOfPages(60), 'the file has 60 pages'],
    ['a PDF of packed objects', 'packed.pdf', () => pdfOfPages(3000, { isPacked: true, perNode: 20 }), '3,000 pages'],
    [
      'a PDF that says that it has one',
      'liar.pdf',
      () => pdfOfPages(60, { count: 1, perNode: 8 }),
      'at least 52 pages',
    ],
    ['a PDF by the name of a picture', 'photo.jpg', () => pdfOfPages(60), 'the file has 60 pages'],
    ['a PDF that is damaged', 'damaged.pdf', () => damaged(60), 'the file has 60 pages'],
    ['a PDF that is large and damaged', 'large.pdf', () => damaged(60, 11_000_000), 'up to 30.00 USD'],
    ['a PDF of more than can be read', 'book.pdf', () => pdfOfPages(3001), 'at most 3,000 can be read'],
    ['a TIFF', 'fax.tif', tiff, 'the file has 60 pages'],
  ])('waits for its person before it is read: %s', async (_what, name, make, says) => {
    const view = await endOf(name, await make());

    expect(view).toMatchObject({ status: 'needs_review', code: 'TooManyPagesError' });
    expect(view?.reason).toContain(says);
    expect(view?.turnAt).toBeUndefined();
  });

  it('is refused as before where it cannot be opened at all', async () => {
    const view = await endOf('cut.pdf', Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(2000)]));

    expect(view).toMatchObject({ status: 'rejected', code: 'BrokenDocumentError' });
  });
});

describe('a long analysis', () => {
  const KEY = 'artifacts/analysis/long.json';
  const open = () => new S3Client({ ...stage.cloud.clientConfig, forcePathStyle: true });

  it('is written in parts as it comes, and read line by line', async () => {
    const s3 = open();
    const line = 'x'.repeat(1_000_000);
    async function* text() {
      for (let number = 0; number < 20; number++) yield `${number}${line}\n`;
    }

    await writeLongArtifact(s3, stage.cloud.bucketName, KEY, text());

    const numbers: string[] = [];
    for await (const read of readLines(s3, stage.cloud.bucketName, KEY)) numbers.push(read.slice(0, -line.length));
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, number) => String(number)));
    s3.destroy();
  });

  it('is not there when it breaks off', async () => {
    const s3 = open();
    const key = 'artifacts/analysis/broken.json';
    async function* text() {
      for (let number = 0; number < 3; number++) yield 'x'.repeat(8 * 1024 * 1024);
      throw new Error('Textract went away');
    }

    await expect(writeLongArtifact(s3, stage.cloud.bucketName, key, text())).rejects.toThrow('Textract went away');

    expect(await headObject(s3, stage.cloud.bucketName, key)).toBeUndefined();
    s3.destroy();
  });
});
