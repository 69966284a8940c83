import { ServiceError } from '../../http/service.ts';
import type { OpenDocument } from '../opened-document.ts';
import { openPdf } from './pdfium.ts';
import { readPdfPage } from './read-pdf-page.ts';

/**
 * Opens a PDF in this thread: what kills PDFium here kills it for all later ones.
 *
 * @throws ServiceError `BadDocumentException` when it is broken or asks for a password.
 */
export async function openPdfDocument(content: Uint8Array): Promise<OpenDocument> {
  const document = await openPdf(content).catch((error: Error) => {
    if (isFatal(error)) throw error;
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

/** Whether the module is of no use any more: WebAssembly trapped, or its memory is full. */
export const isFatal = (error: unknown): boolean =>
  error instanceof WebAssembly.RuntimeError ||
  error instanceof RangeError ||
  (error instanceof Error && /\babort|memory/i.test(error.message));

function bad(message: string, cause?: Error): ServiceError {
  const error = new ServiceError('BadDocumentException', message);
  if (cause) error.cause = cause;
  return error;
}
