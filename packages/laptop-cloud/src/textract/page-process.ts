import { readFile } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import sharp from 'sharp';
import { ServiceError } from '../http/service.ts';
import { formatOf } from './document-format.ts';
import { loadOcrModels, type OcrModels } from './ocr/models.ts';
import { openDocument } from './open-document.ts';
import type { OpenDocument } from './opened-document.ts';
import { analysePage } from './pages/analyse-page.ts';
import type { PageQuestion, PageReply } from './pages/page-messages.ts';
import { createPdfThread } from './pdf/pdf-thread.ts';

const [, , pdfScript = ''] = process.argv;

// One core a process, and no memory kept for pictures that do not come back.
sharp.concurrency(1);
sharp.cache(false);

let loading: Promise<OcrModels> | undefined;
const models = (): Promise<OcrModels> => {
  loading ??= loadOcrModels();
  return loading;
};

// Drawing a page may never end, and what kills PDFium kills it for good: it has a thread of its own, which can be ended.
const pdfs = createPdfThread({ start: () => new Worker(pdfScript, { name: 'pdf' }) });

// The pages of a long document come one after another; it is opened once.
let current: { readonly path: string; readonly document: OpenDocument } | undefined;

async function documentAt(path: string): Promise<OpenDocument> {
  if (current?.path === path) return current.document;
  current?.document.close();
  current = undefined;
  const content = await readFile(path);
  // What is no PDF is a picture: its networks load while it is decoded. A failure shows where they are used.
  if (formatOf(content) !== 'pdf') models().catch(() => undefined);
  const document = await openDocument(content, (pdf) => pdfs.open(pdf));
  current = { path, document };
  return document;
}

async function answer(question: Exclude<PageQuestion, { kind: 'stop' }>): Promise<PageReply> {
  try {
    if (question.kind === 'warm') {
      await models();
      return {};
    }
    const document = await documentAt(question.path);
    const analysed = await analysePage(document, question.page, models);
    return { page: { pages: document.pages, document: analysed } };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { error: { message, ...(error instanceof ServiceError ? { code: error.code } : {}) } };
  }
}

process.on('message', async (question: PageQuestion) => {
  if (question.kind === 'stop') await pdfs.stop();
  else process.send?.(await answer(question), undefined, undefined, nobodyListens);
});

/** Who asked may be gone by then; being disconnected ends this process. */
const nobodyListens = (): void => undefined;

// Ctrl-C reaches everything that runs in the terminal; when to end is for the process that asks to say.
for (const signal of ['SIGINT', 'SIGHUP'] as const) process.on(signal, () => undefined);

// Nobody is left to read for.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
