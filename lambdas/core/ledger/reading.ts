import type { Category } from '../category/category.ts';
import type { Share } from '../category/split-total.ts';
import type { StoredProposal } from '../proposal/proposal.ts';
import type { StructuredExpense } from '../reading/structured-expense.ts';

/** What one run read from a document: the artifact that `structure-expense` writes and later steps book from. */
export interface Reading {
  readonly documentId: string;
  readonly run: number;
  /** SHA-256 of the file's bytes, hexadecimal: the same picture under another name has the same. */
  readonly contentHash: string;
  /** How the picture looks, 64 bits in hexadecimal; absent where the file is none, or was not unpacked. */
  readonly pictureHash?: string;
  readonly expense: StructuredExpense;
  /** Of the whole; where it is split, of its largest share. */
  readonly category: Category;
  /**
   * What of the total falls into which category, the largest first; absent without a total.
   * @default - all of it into `category`
   */
  readonly shares?: readonly Share[];
  /** What a model proposed for what the rules left open, taken or not. */
  readonly proposal?: StoredProposal;
  /** A correction says that it is paid, and may say on which day, `YYYY-MM-DD`. */
  readonly paid?: true | string;
  /** A correction says that nothing of the document counts. */
  readonly isIgnored?: true;
}
