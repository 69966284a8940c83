import sharp, { type Color } from 'sharp';
import { describe, expect, it } from 'vitest';
import { loadPicture } from '../../../src/textract/image/load-picture.ts';

// Printing inks do not hold every grey exactly.
const CLOSE = 16;
const grey = { r: 128, g: 128, b: 128 };
const filled = (width: number, height: number, background: Color = grey) =>
  sharp({ create: { width, height, channels: 3, background } });

/** The colour of a pixel. */
async function colourAt(content: Buffer, x: number, y: number) {
  const { width, data } = await loadPicture(content);
  return [...data.subarray((y * width + x) * 3, (y * width + x) * 3 + 3)];
}

describe('loadPicture', () => {
  it.each([
    ['grey', () => filled(8, 6).greyscale().png()],
    ['16-bit', () => filled(8, 6).toColourspace('rgb16').png()],
    ['16-bit grey', () => filled(8, 6).toColourspace('grey16').png()],
    ['palette', () => filled(8, 6).png({ palette: true })],
    ['CMYK', () => filled(8, 6).toColourspace('cmyk').jpeg({ quality: 100 })],
    ['TIFF', () => filled(8, 6).tiff()],
  ])('brings a %s picture to eight bits of red, green and blue', async (_kind, make) => {
    const content = await make().toBuffer();

    const { width, height, data } = await loadPicture(content);
    const colour = await colourAt(content, 3, 3);

    expect([width, height, data.length]).toEqual([8, 6, 8 * 6 * 3]);
    for (const sample of colour) expect(Math.abs(sample - 128)).toBeLessThan(CLOSE);
  });

  it('puts transparency on white', async () => {
    const clear = await sharp({ create: { width: 4, height: 4, channels: 4, background: { ...grey, alpha: 0 } } })
      .png()
      .toBuffer();

    expect(await colourAt(clear, 1, 1)).toEqual([255, 255, 255]);
  });

  it('turns a photo as its EXIF data says', async () => {
    const content = await filled(20, 10).withMetadata({ orientation: 6 }).jpeg().toBuffer();

    const { width, height } = await loadPicture(content);

    expect([width, height]).toEqual([10, 20]);
  });

  it('shrinks a very large picture', async () => {
    const content = await filled(5000, 1000).jpeg().toBuffer();

    const { width, height } = await loadPicture(content);

    expect([width, height]).toEqual([2400, 480]);
  });

  it('refuses a JPEG whose data no longer fits together, and takes one with bytes that mean nothing', async () => {
    const noise = Buffer.from(Array.from({ length: 64 * 64 * 3 }, (_, index) => (index * 7919) % 251));
    const whole = await sharp(noise, { raw: { width: 64, height: 64, channels: 3 } })
      .jpeg()
      .toBuffer();
    const data = whole.indexOf(Buffer.from([0xff, 0xda])) + 200;
    const damaged = Buffer.concat([whole.subarray(0, data), Buffer.alloc(40, 0xfe), whole.subarray(data + 40)]);
    const padded = Buffer.concat([whole.subarray(0, -2), Buffer.alloc(50), whole.subarray(-2)]);

    await expect(loadPicture(damaged)).rejects.toThrow(/Corrupt JPEG data/);
    expect((await loadPicture(padded)).width).toBe(64);
  });
});
