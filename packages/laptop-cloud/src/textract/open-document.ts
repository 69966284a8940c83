import sharp from 'sharp';
import { ServiceError } from '../http/service.ts';
import { checkDocument } from './check-document.ts';
import { formatOf, MOST_PAGES } from './document-format.ts';
import { loadPicture } from './image/load-picture.ts';
import type { OpenDocument, OpenPdf } from './opened-document.ts';

/** In this thread; PDFium is loaded only where it is used. */
const inThisThread: OpenPdf = async (content) => (await import('./pdf/open-pdf-document.ts')).openPdfDocument(content);

/**
 * Opens a JPEG, PNG, TIFF or PDF.
 *
 * @param openPdf @default in this thread
 * @throws ServiceError `BadDocumentException` when it is broken, asks for a password or has more than 3,000 pages, and
 *   what `checkDocument` throws.
 */
export async function openDocument(content: Buffer, openPdf: OpenPdf = inThisThread): Promise<OpenDocument> {
  await checkDocument(content);
  const document = formatOf(content) === 'pdf' ? await openPdf(content) : await openImage(content);
  if (document.pages > 0 && document.pages <= MOST_PAGES) return document;
  document.close();
  throw new ServiceError('BadDocumentException', `expected 1 to ${MOST_PAGES} pages, got ${document.pages}`);
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
