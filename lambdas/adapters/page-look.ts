import type { S3Client } from '@aws-sdk/client-s3';
import { SpendwireError } from '../core/ground/errors.ts';
import { type ByteSource, UncountableError } from '../core/pages/byte-source.ts';
import { countPages } from '../core/pages/count-pages.ts';
import type { HeldForPages } from '../core/pages/held.ts';
import type { PageCount } from '../core/pages/page-count.ts';
import { type ObjectVersion, readObject, readRange } from './object-store.ts';

/** Parts are read in blocks of this size, so that what stands together comes at once. */
const BLOCK = 16 * 1024;
/** Blocks that are held: 16 MB. */
const MOST_BLOCKS = 1024;
/** What is larger is not opened whole when its parts tell nothing. */
const MOST_BYTES = 10 * 1024 * 1024;

type DroppedObject = ObjectVersion & { readonly sizeBytes: number };

/**
 * Whether a document has more pages than are read unasked; undefined where it has not. Only parts of it are read, in a
 * number of requests that grows with `most`. A damaged or encrypted PDF of up to 10 MB is opened whole; one that cannot be
 * opened at all is left to Textract, which refuses it and bills nothing. Of a larger one nobody can say, so it is held. One
 * that is gone is not held: whoever is to read it says what is wrong.
 *
 * @throws S3's refusal where the object may not be read.
 */
export async function holdBeyond(s3: S3Client, object: DroppedObject, most: number): Promise<HeldForPages | undefined> {
  try {
    const count = await countParts(s3, object, most);
    return count.pages > most ? count : undefined;
  } catch (error) {
    if (error instanceof SpendwireError && error.name === 'ObjectGoneError') return undefined;
    if (!(error instanceof UncountableError)) throw error;
    return { because: error.message };
  }
}

async function countParts(s3: S3Client, object: DroppedObject, most: number): Promise<PageCount> {
  try {
    return await countPages(rangedSource(s3, object, 256 + 2 * most), most);
  } catch (error) {
    if (!(error instanceof UncountableError) || object.sizeBytes > MOST_BYTES) throw error;
    return { pages: await countWhole(await readObject(s3, object)) };
  }
}

/** Finds the objects of a PDF without its cross-references. 0 where it cannot be opened. */
async function countWhole(pdf: Uint8Array): Promise<number> {
  // Large, and of no use for anything but a damaged or encrypted PDF.
  const { PDFDocument } = await import('@cantoo/pdf-lib');
  try {
    // A PDF that only restricts its use opens with no password.
    return (await PDFDocument.load(pdf, { updateMetadata: false, password: '' })).getPageCount();
  } catch {
    return 0;
  }
}

/** The parts of one version of an object; what was read of late is not read again. */
function rangedSource(s3: S3Client, object: DroppedObject, mostReads: number): ByteSource {
  const size = object.sizeBytes;
  const blocks = new Map<number, Promise<Buffer>>();
  let reads = 0;
  /** Blocks that follow each other come in one answer. */
  const fetchRun = (first: number, last: number): void => {
    if (++reads > mostReads) throw new UncountableError('its pages lie too far apart');
    const run = readRange(s3, object, first * BLOCK, Math.min((last + 1) * BLOCK, size));
    for (let block = first; block <= last; block++) {
      const from = (block - first) * BLOCK;
      const part = run.then((bytes) => bytes.subarray(from, from + BLOCK));
      // Whoever asks for it is told.
      part.catch(() => undefined);
      blocks.set(block, part);
    }
  };
  return {
    size,
    async read(start, end) {
      if (start >= Math.min(end, size)) return Buffer.alloc(0);
      const [first, last] = [Math.floor(start / BLOCK), Math.floor((Math.min(end, size) - 1) / BLOCK)];
      for (let block = first; block <= last; block++) {
        if (blocks.has(block)) continue;
        let until = block;
        while (until < last && !blocks.has(until + 1)) until++;
        fetchRun(block, until);
      }
      const wanted = Array.from({ length: last - first + 1 }, (_, index) => blocks.get(first + index));
      const bytes = Buffer.concat(await Promise.all(wanted as Promise<Buffer>[]));
      for (const oldest of blocks.keys()) {
        if (blocks.size <= MOST_BLOCKS) break;
        blocks.delete(oldest);
      }
      return bytes.subarray(start - first * BLOCK, Math.min(end, size) - first * BLOCK);
    },
  };
}
