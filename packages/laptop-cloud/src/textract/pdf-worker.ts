import { parentPort } from 'node:worker_threads';
import { ServiceError } from '../http/service.ts';
import type { OpenDocument } from './opened-document.ts';
import { isFatal, openPdfDocument } from './pdf/open-pdf-document.ts';
import type { PdfAnswer, PdfQuestion } from './pdf/pdf-messages.ts';
import type { PictureBeside } from './pdf/read-pdf-page.ts';

/** The thread that reads PDFs: nothing but PDFium, so that it can be ended at any moment. */
let document: OpenDocument | undefined;
let shown: { readonly index: number; readonly beside: PictureBeside | undefined } | undefined;

async function answerTo(question: PdfQuestion): Promise<PdfAnswer> {
  switch (question.kind) {
    case 'open':
      document?.close();
      [document, shown] = [undefined, undefined];
      document = await openPdfDocument(question.content);
      return { pages: document.pages };
    case 'page':
      return readPage(question.index);
    case 'beside': {
      if (shown?.index !== question.index) await readPage(question.index);
      if (!shown?.beside) throw new Error('expected a page with a picture beside its text');
      return { picture: await shown.beside.picture() };
    }
  }
}

async function readPage(index: number): Promise<PdfAnswer> {
  if (!document) throw new Error('expected an open PDF');
  const page = await document.page(index);
  const beside = 'text' in page ? page.beside : undefined;
  shown = { index, beside };
  if ('picture' in page) return page;
  if (!beside) return { text: page.text };
  const { isLarge, pointsPerPixel, left, top } = beside;
  return { text: page.text, beside: { isLarge, pointsPerPixel, left, top } };
}

async function answer(question: PdfQuestion): Promise<PdfAnswer> {
  try {
    return await answerTo(question);
  } catch (error) {
    if (error instanceof ServiceError) return { error: { code: error.code, message: error.message } };
    const message = error instanceof Error ? error.message : String(error);
    return isFatal(error) ? { lost: message } : { error: { code: 'BadDocumentException', message } };
  }
}

parentPort?.on('message', async (question: PdfQuestion) => {
  const reply = await answer(question);
  parentPort?.postMessage(reply, 'picture' in reply ? [reply.picture.data.buffer as ArrayBuffer] : []);
});
