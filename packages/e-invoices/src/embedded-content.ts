import { constants, inflateSync } from 'node:zlib';
import { decodePDFRawStream, PDFName, type PDFRawStream } from '@cantoo/pdf-lib';
import { isXml } from './is-xml.ts';
import { MOST_BYTES } from './xml.ts';

/** Packed: enough for the first signs of a file, whatever the tables of its packing take. */
const HEAD_BYTES = 1024;

/** What a stream holds, without its compression; undefined for more than 10 MiB and for what is damaged. */
export function contentOf(stream: PDFRawStream): Uint8Array | undefined {
  if (stream.getContentsSize() > MOST_BYTES) return undefined;
  try {
    return isPlainDeflate(stream)
      ? inflateSync(stream.getContents(), { maxOutputLength: MOST_BYTES })
      : decodePDFRawStream(stream).decode();
  } catch {
    return undefined;
  }
}

/** Whether a stream begins as XML does; of what is packed as nearly all writers pack it, only the beginning is unpacked. */
export function holdsXml(stream: PDFRawStream): boolean {
  if (!isPlainDeflate(stream)) return isXml(contentOf(stream) ?? new Uint8Array());
  try {
    const head = stream.getContents().subarray(0, HEAD_BYTES);
    // Without this the end of what is given is an error.
    return isXml(inflateSync(head, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: MOST_BYTES }));
  } catch {
    return false;
  }
}

/** What nearly all writers take, and what could grow a thousandfold. */
const isPlainDeflate = ({ dict }: PDFRawStream): boolean =>
  dict.lookup(PDFName.of('Filter')) === PDFName.of('FlateDecode') && !dict.has(PDFName.of('DecodeParms'));
