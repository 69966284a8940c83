import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { arePicturesAlike } from '../../../lambdas/core/ledger/picture-likeness.ts';
import { lookAtFile } from '../../../lambdas/structure-expense/look-at-file.ts';
import { projectRoot } from '../../../lib/bundle.ts';

const sample = (name: string) => readFile(join(projectRoot, 'events', 'samples', 'receipts', name));
const look = (bytes: Uint8Array) =>
  lookAtFile(
    (async function* () {
      for (let start = 0; start < bytes.length; start += 65_536) yield bytes.subarray(start, start + 65_536);
    })(),
  );

describe('lookAtFile', () => {
  it('hashes the bytes, and the picture alike in any format, light, and turned by a degree', async () => {
    const jpeg = await sample('04-gas-station.jpg');
    const { contentHash, pictureHash } = await look(jpeg);
    const others = await Promise.all([
      sharp(jpeg).png().toBuffer(),
      sharp(jpeg).jpeg({ quality: 50, progressive: true }).toBuffer(),
      sharp(jpeg).greyscale().jpeg().toBuffer(),
      sharp(jpeg).rotate(1, { background: '#ccc' }).modulate({ brightness: 0.9 }).jpeg().toBuffer(),
    ]);

    expect(contentHash).toBe(createHash('sha256').update(jpeg).digest('hex'));
    for (const other of others) expect(arePicturesAlike(pictureHash, (await look(other)).pictureHash)).toBe(true);
    expect(arePicturesAlike(pictureHash, (await look(await sample('05-restaurant.jpg'))).pictureHash)).toBe(false);
  });

  it('tells a PDF, looks at no picture in it, and has nothing to say about it', async () => {
    expect(await look(await sample('07-energy-invoice.pdf'))).toEqual({
      contentHash: expect.any(String),
      format: 'PDF',
    });
  });

  it.each<[string, () => Promise<Uint8Array>, string]>([
    [
      'JPEG of 14 million pixels',
      () =>
        sharp({ create: { width: 4_400, height: 3_300, channels: 3, background: '#fff' } })
          .jpeg()
          .toBuffer(),
      'more than 13 million pixels',
    ],
    [
      'PNG of 14 million pixels',
      () =>
        sharp({ create: { width: 4_400, height: 3_300, channels: 3, background: '#fff' } })
          .png()
          .toBuffer(),
      'more than 13 million pixels',
    ],
    ['JPEG that broke off', async () => (await sample('04-gas-station.jpg')).subarray(0, 300), 'could not be unpacked'],
    [
      'TIFF',
      () =>
        sharp({ create: { width: 9, height: 9, channels: 3, background: '#fff' } })
          .tiff()
          .toBuffer(),
      'format',
    ],
    [
      'file of more than 10 MB',
      async () => Buffer.concat([await sample('04-gas-station.jpg'), Buffer.alloc(11e6)]),
      '10 MB',
    ],
  ])('says why it does not compare a %s', async (_, bytes, because) => {
    const looked = await look(await bytes());

    expect(looked).not.toHaveProperty('pictureHash');
    expect(looked.because).toContain('the picture was not compared with others');
    expect(looked.because).toContain(because);
  });
});
