import type { Category } from './category/categorize.ts';
import type { StructuredExpense } from './reading/structured-expense.ts';

/** What one run read from a document: the artifact that `structure-expense` writes and later steps book from. */
export interface ReadingRecord {
  readonly documentId: string;
  readonly run: number;
  /** SHA-256 of the file's bytes, hexadecimal: the same picture under another name has the same. */
  readonly contentHash: string;
  readonly expense: StructuredExpense;
  readonly category: Category;
  /** A correction says that nothing of the document counts. */
  readonly isIgnored?: true;
}
