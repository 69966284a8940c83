import { decode } from 'jpeg-js';
import { PNG } from 'pngjs';
import type { Pixels } from '../core/picture/grey-picture.ts';

/** A picture's pixels, or why there are none. */
export type Decoded = { readonly pixels: Pixels } | { readonly because: string };

/**
 * Unpacked, 12 million pixels, a phone's photo, took 350 MB of memory and seconds of the processor; a larger one is not looked
 * at, and everything else about it is.
 */
const MOST_MEGAPIXELS = 13;
const MOST_MEGABYTES = 512;

const JPEG_START = Buffer.from('ffd8ff', 'hex');
const PNG_START = Buffer.from('89504e470d0a1a0a', 'hex');
const TIFF_STARTS = [Buffer.from('49492a00', 'hex'), Buffer.from('4d4d002a', 'hex')];

/** Whether a file that begins so is a picture at all; a PDF is none. */
export const isPicture = (start: Uint8Array): boolean =>
  [JPEG_START, PNG_START, ...TIFF_STARTS].some((signature) => beginsWith(start, signature));

/** Unpacks a JPEG or a PNG. Never throws: what is too large, broken or of another format is told. */
export function decodePicture(bytes: Uint8Array): Decoded {
  try {
    if (beginsWith(bytes, JPEG_START)) return decodeJpeg(bytes);
    if (beginsWith(bytes, PNG_START)) return decodePng(Buffer.from(bytes));
    return { because: 'its format is not unpacked' };
  } catch (error) {
    const isLarge = /max(?:Resolution|MemoryUsage)/i.test((error as Error).message);
    return { because: isLarge ? TOO_LARGE : 'it could not be unpacked' };
  }
}

const TOO_LARGE = `it has more than ${MOST_MEGAPIXELS} million pixels`;

function decodeJpeg(bytes: Uint8Array): Decoded {
  const options = {
    useTArray: true,
    formatAsRGBA: false,
    maxResolutionInMP: MOST_MEGAPIXELS,
    maxMemoryUsageInMB: MOST_MEGABYTES,
  } as const;
  const { width, height, data } = decode(bytes, options);
  return { pixels: { width, height, data, channels: 3 } };
}

/** A PNG says its size in its first chunk, before anything is unpacked. */
function decodePng(bytes: Buffer): Decoded {
  if (bytes.readUInt32BE(16) * bytes.readUInt32BE(20) > MOST_MEGAPIXELS * 1e6) return { because: TOO_LARGE };
  const { width, height, data } = PNG.sync.read(bytes);
  return { pixels: { width, height, data, channels: 4 } };
}

const beginsWith = (bytes: Uint8Array, signature: Uint8Array): boolean =>
  signature.every((byte, index) => bytes[index] === byte);
