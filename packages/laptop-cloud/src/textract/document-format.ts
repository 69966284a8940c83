import { ServiceError } from '../http/service.ts';

/** The formats that Textract reads. */
export type DocumentFormat = 'jpeg' | 'png' | 'tiff' | 'pdf';

const MEGABYTE = 1024 * 1024;
const LARGEST: Readonly<Record<DocumentFormat, number>> = {
  jpeg: 10 * MEGABYTE,
  png: 10 * MEGABYTE,
  tiff: 500 * MEGABYTE,
  pdf: 500 * MEGABYTE,
};
/** A longer side is refused, in pixels. https://docs.aws.amazon.com/textract/latest/dg/limits-document.html */
export const LONGEST_SIDE_PIXELS = 10_000;
/** A longer PDF or TIFF is refused. */
export const MOST_PAGES = 3000;
// A PDF may have some bytes before its header.
const PDF_HEADER_WITHIN = 1024;

/**
 * Tells a document's format from its first bytes, whatever its name says.
 *
 * @throws ServiceError `BadDocumentException` when there are no bytes, `UnsupportedDocumentException` when it is none
 *   of Textract's formats, `DocumentTooLargeException` when it is larger than the service takes.
 */
export function checkFormat(content: Buffer): DocumentFormat {
  if (content.length === 0) {
    throw new ServiceError('BadDocumentException', 'the document is empty: expected a JPEG, PNG, PDF or TIFF');
  }
  const format = formatOf(content);
  if (!format) {
    throw new ServiceError(
      'UnsupportedDocumentException',
      `expected the content of a JPEG, PNG, PDF or TIFF, got bytes that begin with ${content.subarray(0, 4).toString('hex')}`,
    );
  }
  if (content.length > LARGEST[format]) {
    throw new ServiceError(
      'DocumentTooLargeException',
      `expected at most ${LARGEST[format]} bytes for a ${format.toUpperCase()}, got ${content.length}`,
    );
  }
  return format;
}

/** A document's format by its first bytes; undefined when it is none that Textract reads. */
export function formatOf(content: Buffer): DocumentFormat | undefined {
  const startsWith = (...bytes: number[]) => bytes.every((byte, index) => content[index] === byte);
  if (startsWith(0xff, 0xd8, 0xff)) return 'jpeg';
  if (startsWith(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png';
  if (startsWith(0x49, 0x49, 0x2a, 0x00) || startsWith(0x4d, 0x4d, 0x00, 0x2a)) return 'tiff';
  return content.subarray(0, PDF_HEADER_WITHIN).includes('%PDF-') ? 'pdf' : undefined;
}
