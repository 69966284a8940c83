import sharp from 'sharp';
import type { Picture } from '../ocr/picture.ts';

/** Longer sides are shrunk to this: more pixels cost time and memory and do not read better. */
const LONGEST_SIDE = 2400;

/**
 * Decodes one page of a JPEG, PNG or TIFF: turned as its EXIF data says, any colour model or depth as 8-bit RGB,
 * transparency on white.
 *
 * @param page Counted from 0; only a TIFF has more than one.
 * @throws when the content cannot be decoded; the message is libvips' own.
 */
export async function loadPicture(content: Uint8Array, page = 0): Promise<Picture> {
  const image = sharp(content, { page, failOn: 'error' });
  const { data, info } = await image
    .rotate()
    .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data: info.channels === 3 ? data : spread(data, info.channels) };
}

/** Grey that stayed grey becomes RGB. */
function spread(data: Uint8Array, channels: number): Uint8Array {
  const pixels = data.length / channels;
  const rgb = new Uint8Array(pixels * 3);
  for (let pixel = 0; pixel < pixels; pixel++) rgb.fill(data[pixel * channels] as number, pixel * 3, pixel * 3 + 3);
  return rgb;
}
