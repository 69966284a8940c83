import { inflateSync } from 'node:zlib';
import { decodePDFRawStream, PDFName, type PDFRawStream } from '@cantoo/pdf-lib';
import { MOST_BYTES } from './xml.ts';

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

/** What nearly all writers take, and what could grow a thousandfold. */
const isPlainDeflate = ({ dict }: PDFRawStream): boolean =>
  dict.lookup(PDFName.of('Filter')) === PDFName.of('FlateDecode') && !dict.has(PDFName.of('DecodeParms'));
