import sharp from 'sharp';
import type { Picture } from '../ocr/picture.ts';

/** Longer sides are shrunk to this: more pixels cost time and memory and do not read better. */
const LONGEST_SIDE = 2400;

/** What libjpeg says where the data no longer fits together: from there on the picture shows what nobody photographed. */
const DAMAGED = /bad (?:Huffman|arithmetic) code|premature end of data segment/i;

/**
 * Decodes one page of a JPEG, PNG or TIFF: turned as its EXIF data says, any colour model or depth as 8-bit RGB,
 * transparency on white.
 *
 * @param page Counted from 0; only a TIFF has more than one.
 * @throws when the content cannot be decoded, or the decoder finds its data damaged; the message is libvips' own.
 */
export async function loadPicture(content: Uint8Array, page = 0): Promise<Picture> {
  try {
    return await decode(content, page, 'warning');
  } catch (error) {
    if (DAMAGED.test((error as Error).message)) throw error;
    // Cameras write much that a decoder warns of, and that changes nothing of what is seen.
    return decode(content, page, 'error');
  }
}

async function decode(content: Uint8Array, page: number, failOn: 'warning' | 'error'): Promise<Picture> {
  const image = sharp(content, { page, failOn });
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
