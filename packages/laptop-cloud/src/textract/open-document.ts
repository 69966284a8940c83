import sharp from 'sharp';
import { ServiceError } from '../http/service.ts';
import { checkDocument } from './check-document.ts';
import { formatOf, MOST_PAGES } from './document-format.ts';
import { loadPicture } from './image/load-picture.ts';
import { openPdf } from './pdf/pdfium.ts';
import { type PdfPage, readPdfPage } from './pdf/read-pdf-page.ts';

/** A document whose pages can be taken one at a time. */
export interface OpenDocument {
  readonly pages: number;
  /** @param index Counted from 0. */
  page(index: number): Promise<PdfPage>;
  close(): void;
}

/**
 * Opens a JPEG, PNG, TIFF or PDF.
 *
 * @throws ServiceError `BadDocumentException` when it is broken, asks for a password or has more than 3,000 pages, and
 *   what `checkDocument` throws.
 */
export async function openDocument(content: Buffer): Promise<OpenDocument> {
  await checkDocument(content);
  const document = formatOf(content) === 'pdf' ? await openPdfDocument(content) : await openImage(content);
  if (document.pages > 0 && document.pages <= MOST_PAGES) return document;
  document.close();
  throw new ServiceError('BadDocumentException', `expected 1 to ${MOST_PAGES} pages, got ${document.pages}`);
}

async function openPdfDocument(content: Buffer): Promise<OpenDocument> {
  const document = await openPdf(content).catch((error: Error) => {
    throw /password/i.test(error.message)
      ? bad('the PDF asks for a password: expected one that opens without', error)
      : bad('the PDF cannot be opened: it is broken or cut off', error);
  });
  return {
    pages: document.getPageCount(),
    page: async (index) => {
      const page = readPdfPage(document, index);
      if (!page) throw bad(`page ${index + 1} of the PDF is broken`);
      return page;
    },
    close: () => document.destroy(),
  };
}

async function openImage(content: Buffer): Promise<OpenDocument> {
  const { pages = 1 } = await sharp(content).metadata();
  return {
    pages,
    page: async (index) => ({
      picture: await loadPicture(content, index).catch((error: Error) => {
        throw bad(`page ${index + 1} of the image cannot be decoded: it is broken or cut off`, error);
      }),
    }),
    close: () => undefined,
  };
}

function bad(message: string, cause?: Error): ServiceError {
  const error = new ServiceError('BadDocumentException', message);
  if (cause) error.cause = cause;
  return error;
}
