import { readFile } from 'node:fs/promises';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import sharp from 'sharp';
import { ServiceError } from '../http/service.ts';
import { loadOcrModels, type OcrModels } from './ocr/models.ts';
import { openDocument } from './open-document.ts';
import type { OpenDocument } from './opened-document.ts';
import { analysePage } from './pages/analyse-page.ts';
import type { OcrWorkerData, WorkerReply, WorkerRequest } from './pages/worker-messages.ts';
import { createPdfThread } from './pdf/pdf-thread.ts';

// One core a worker, and no memory kept for pictures that do not come back.
sharp.concurrency(1);
sharp.cache(false);

let loading: Promise<OcrModels> | undefined;
const models = (): Promise<OcrModels> => {
  loading ??= loadOcrModels();
  return loading;
};

// Drawing a page may never end, and what kills PDFium kills it for good: it has a thread of its own, which can be ended.
const pdfs = createPdfThread({ start: () => new Worker((workerData as OcrWorkerData).pdfScript, { name: 'pdf' }) });

// The pages of a long document come one after another; it is opened once.
let current: { readonly path: string; readonly document: OpenDocument } | undefined;

async function documentAt(path: string): Promise<OpenDocument> {
  if (current?.path === path) return current.document;
  current?.document.close();
  current = undefined;
  const document = await openDocument(await readFile(path), (content) => pdfs.open(content));
  current = { path, document };
  return document;
}

async function answer(request: WorkerRequest): Promise<WorkerReply> {
  try {
    if (request.kind === 'warm') {
      await models();
      return { id: request.id };
    }
    const document = await documentAt(request.path);
    const analysed = await analysePage(document, request.page, models);
    return { id: request.id, page: { pages: document.pages, document: analysed } };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { id: request.id, error: { message, ...(error instanceof ServiceError ? { code: error.code } : {}) } };
  }
}

parentPort?.on('message', async (request: WorkerRequest | 'stop') => {
  if (request === 'stop') await pdfs.stop();
  else parentPort?.postMessage(await answer(request));
});
