import type { ExpenseDocument } from '@aws-sdk/client-textract';
import type { Invoice } from 'e-invoices/invoice';

/** What Textract answered about a job. */
export type Analysis =
  | { readonly finished: false }
  | {
      readonly finished: true;
      readonly pages: number;
      readonly isPartial: boolean;
      /** As they come: those of 3,000 pages are more than a function holds. */
      readonly documents: AsyncIterable<ExpenseDocument>;
    };

/**
 * The artifact: Textract's own documents. Of their blocks only the lines stay: words and pages are not needed. Of an invoice
 * that carries its own data the data, and as documents the lines that its PDF prints.
 */
export interface StoredAnalysis {
  readonly pages: number;
  /** Textract could not read every page. */
  readonly isPartial: boolean;
  /** How many pages were to be read unasked, where the file turned out to have more. */
  readonly mostPages?: number;
  readonly documents: readonly ExpenseDocument[];
  /** @default - the file carries no invoice data of its own */
  readonly stated?: StatedInvoices;
}

/** The invoices that a file states by its own data. */
export interface StatedInvoices {
  /** What the file inside the PDF is named, or all of them with commas; absent where the document itself is the data. */
  readonly file?: string;
  readonly invoices: readonly Invoice[];
  /** Where each value comes from. */
  readonly sources: readonly ValueSource[];
}

/** Where one value of an invoice comes from. */
export interface ValueSource {
  /** Which invoice of the file, counted from 1. */
  readonly invoice: number;
  readonly fact: string;
  /** As it stands in the data. */
  readonly value: string;
  /** By EN 16931, such as BT-112. */
  readonly term: string;
  /** The element that holds it. */
  readonly element: string;
}
