import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePdf } from '../textract/support/make-pdf.ts';
import { browserPath } from './open-browser.ts';
import { openStage, type Stage } from './open-stage.ts';

/** A page that tells its server when it runs. */
const page = (server: string, path = '/ran') =>
  `<!doctype html><script>document.title = 'ran'; new Image().src = '${server}${path}'</script>`;
const drawing = (server: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><script>fetch('${server}/ran')</script></svg>`;

describe.skipIf(!browserPath)('a dropped file, opened in a real browser', () => {
  let stage: Stage;
  let server: string;
  beforeAll(async () => {
    stage = await openStage({});
    const { cloud, foreign } = stage;
    server = `http://127.0.0.1:${foreign.port}`;
    const red = sharp({ create: { width: 40, height: 30, channels: 3, background: '#f00' } });
    const files = {
      'page.html': page(server),
      'drawing.svg': drawing(server),
      // Whatever its name says.
      'page.jpg': page(server),
      'page.pdf': page(server),
      'slip.png': await red.png().toBuffer(),
      'invoice.pdf': await makePdf([['Invoice No: 0042'], ['Total amount | $ 12.50']]),
    };
    const folder = join(cloud.folder.bucket, 'receipts');
    await mkdir(folder, { recursive: true });
    await Promise.all(Object.entries(files).map(([name, content]) => writeFile(join(folder, name), content)));
    await cloud.s3.settled();
  });
  afterAll(() => stage?.close());

  const presigned = (Key: string, more: object = {}, config: object = {}) =>
    getSignedUrl(
      new S3Client({ ...stage.cloud.clientConfig, ...config }),
      new GetObjectCommand({ Bucket: 'bucket', Key, ...more }),
    );

  /** Opens an address as a person who clicks on it does; tells whether it was saved, and what stands there. */
  async function open(address: string) {
    const opened: Page = await stage.browser.newPage();
    const saved = opened.waitForEvent('download', { timeout: 3_000 }).then(
      (download) => download.suggestedFilename(),
      () => undefined,
    );
    const status = await opened.goto(address).then(
      (response) => response?.status(),
      () => undefined,
    );
    const taken = { saved: await saved, status, title: await opened.title() };
    // Of a page that the browser itself has made around a file it is the file's.
    const result = { ...taken, contentType: await opened.evaluate('document.contentType') };
    await opened.close();
    return result;
  }

  it('runs, were it a page of a server (so that the tests below can fail)', async () => {
    const { title } = await open(stage.foreign.serve(page(server, '/control'), '127.0.0.1'));

    await expect.poll(() => stage.foreign.asked).toContain('/control');
    expect(title).toBe('ran');
  });

  it.each([
    { key: 'receipts/page.html' },
    { key: 'receipts/drawing.svg' },
    { key: 'receipts/page.html', more: { ResponseContentType: 'text/html' } },
    { key: 'receipts/page.jpg', more: { ResponseContentType: 'text/html' } },
    {
      key: 'receipts/page.jpg',
      more: { ResponseContentType: 'application/xhtml+xml', ResponseContentDisposition: 'inline' },
    },
    {
      key: 'receipts/drawing.svg',
      more: { ResponseContentType: 'image/svg+xml', ResponseContentDisposition: 'inline' },
    },
  ])('is saved and not run: $key $more', async ({ key, more = {} }) => {
    const { saved } = await open(await presigned(key, more));

    expect(saved).toBeDefined();
    expect(stage.foreign.asked).not.toContain('/ran');
  });

  it.each([
    'receipts/page.jpg',
    'receipts/page.pdf',
  ])('is no page, though its name says picture or PDF: %s', async (key) => {
    const { title } = await open(await presigned(key));

    expect(title).not.toBe('ran');
    expect(stage.foreign.asked).not.toContain('/ran');
  });

  it('is refused when its address was signed by somebody else', async () => {
    const credentials = { accessKeyId: 'AKIAMADEUP', secretAccessKey: 'made up' };
    const more = { ResponseContentType: 'text/html' };

    const { status, saved } = await open(await presigned('receipts/page.html', more, { credentials }));

    expect({ status, saved }).toEqual({ status: 403, saved: undefined });
    expect(stage.foreign.asked).not.toContain('/ran');
  });

  it('is shown when it is a picture, or a PDF', async () => {
    const picture = await open(await presigned('receipts/slip.png'));
    const pdf = await open(await presigned('receipts/invoice.pdf'));

    expect(picture).toMatchObject({ saved: undefined, status: 200, title: expect.stringContaining('(40×30)') });
    // The browser's own reader has taken it.
    expect(pdf).toMatchObject({ saved: undefined, status: 200, contentType: 'application/pdf' });
  });

  it('is not taken into the page of somebody else', async () => {
    const address = await presigned('receipts/slip.png');
    const opened = await stage.browser.newPage();
    await opened.goto(stage.foreign.serve(`<img id=slip src="${address}">`, 'localhost'), { waitUntil: 'networkidle' });

    expect(await opened.evaluate(() => (document.getElementById('slip') as HTMLImageElement).naturalWidth)).toBe(0);
    await opened.close();
  });
});
