import type { ExpenseDocument } from '@aws-sdk/client-textract';
import type { OcrModels } from '../ocr/models.ts';
import { readPicture } from '../ocr/read-picture.ts';
import type { PageText } from '../ocr/text-line.ts';
import type { OpenDocument } from '../opened-document.ts';
import { toExpenseDocument } from '../response/expense-document.ts';
import { tagPage } from '../tagger/tag-page.ts';
import { wholeText } from './whole-text.ts';

/** Which page to analyse, and what its answer depends on besides. */
export interface PageRequest {
  /** Counted from 0. */
  readonly index: number;
  /** Makes the ids of the page's blocks. */
  readonly seed: string;
  /** Dates in later years are implausible. */
  readonly thisYear: number;
}

/** The text of one page: its own, or what the networks read; these are loaded when the first picture needs them. */
export async function readPage(
  document: OpenDocument,
  index: number,
  models: () => Promise<OcrModels>,
): Promise<PageText> {
  const page = await document.page(index);
  if ('picture' in page) return readPicture(await models(), page.picture);
  return wholeText(page.text, page.beside, models);
}

/** Everything from one page of a document to its part of an AnalyzeExpense response. */
export async function analysePage(
  document: OpenDocument,
  { index, seed, thisYear }: PageRequest,
  models: () => Promise<OcrModels>,
): Promise<ExpenseDocument> {
  const text = await readPage(document, index, models);
  return toExpenseDocument(text, tagPage(text, thisYear), index + 1, seed);
}
