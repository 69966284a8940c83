import { createHash } from 'node:crypto';
import { type SniffedFormat, sniffFormat } from '../core/outcome/sniff-format.ts';
import { pictureHash } from '../core/picture/picture-hash.ts';
import { decodePicture, isPicture } from './decode-picture.ts';

/** What the bytes of a file tell, apart from what Textract reads. */
export interface FileLook {
  /** SHA-256, hexadecimal. */
  readonly contentHash: string;
  readonly format: SniffedFormat;
  /** How the picture looks; absent where the file is no picture, or was not unpacked. */
  readonly pictureHash?: string;
  /** Why a picture was not looked at. */
  readonly because?: string;
}

/** Textract takes pictures up to 10 MB. What is larger is hashed as it comes in and not held. */
const MOST_BYTES = 10 * 1024 * 1024;

/** Hashes a file as it comes in, and looks at it where it is a picture. */
export async function lookAtFile(chunks: AsyncIterable<Uint8Array>): Promise<FileLook> {
  const sha256 = createHash('sha256');
  const held: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    sha256.update(chunk);
    size += chunk.length;
    if (size <= MOST_BYTES) held.push(chunk);
  }
  const contentHash = sha256.digest('hex');
  const bytes = Buffer.concat(held);
  const format = sniffFormat(bytes);
  if (!isPicture(bytes)) return { contentHash, format };
  if (size > MOST_BYTES) return { contentHash, format, because: notCompared('it has more than 10 MB') };
  const decoded = decodePicture(bytes);
  return 'pixels' in decoded
    ? { contentHash, format, pictureHash: pictureHash(decoded.pixels) }
    : { contentHash, format, because: notCompared(decoded.because) };
}

const notCompared = (because: string): string => `the picture was not compared with others: ${because}`;
