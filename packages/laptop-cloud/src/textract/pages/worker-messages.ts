import type { ExpenseDocument } from '@aws-sdk/client-textract';
import type { PageRequest } from './analyse-page.ts';

/** What the pool asks a worker thread: one page of the document in a file, or only to get ready. */
export type WorkerRequest =
  | { readonly id: number; readonly kind: 'warm' }
  | { readonly id: number; readonly kind: 'page'; readonly path: string; readonly page: PageRequest };

/** What a worker thread is started with. */
export interface OcrWorkerData {
  /** The bundle of the thread that reads PDFs. */
  readonly pdfScript: string;
}

/** One page's analysis, and how many pages its document has. */
export interface AnalysedPage {
  readonly pages: number;
  readonly document: ExpenseDocument;
}

/** `code` is AWS's name of the error where the document is to blame. */
export type WorkerReply =
  | { readonly id: number; readonly page?: AnalysedPage }
  | { readonly id: number; readonly error: { readonly code?: string; readonly message: string } };
