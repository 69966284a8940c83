import type { ExpenseDocument } from '@aws-sdk/client-textract';
import type { PageRequest } from './analyse-page.ts';

/** What the pool asks a process: one page of the document in a file, only to get ready, or to end what may never end. */
export type PageQuestion =
  | { readonly kind: 'warm' }
  | { readonly kind: 'page'; readonly path: string; readonly page: PageRequest }
  | { readonly kind: 'stop' };

/** One page's analysis, and how many pages its document has. */
export interface AnalysedPage {
  readonly pages: number;
  readonly document: ExpenseDocument;
}

/** `code` is AWS's name of the error where the document is to blame. */
export type PageReply =
  | { readonly page?: AnalysedPage }
  | { readonly error: { readonly code?: string; readonly message: string } };
