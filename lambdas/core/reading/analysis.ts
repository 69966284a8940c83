import type { ExpenseDocument } from '@aws-sdk/client-textract';

/** What Textract answered about a job. */
export type Analysis =
  | { readonly finished: false }
  | {
      readonly finished: true;
      readonly pages: number;
      readonly isPartial: boolean;
      readonly documents: readonly ExpenseDocument[];
    };

/** The artifact: Textract's own documents. Of their blocks only the lines stay: words and pages are not needed. */
export interface StoredAnalysis {
  readonly pages: number;
  /** Textract could not read every page. */
  readonly isPartial: boolean;
  readonly documents: readonly ExpenseDocument[];
}
