import type { Claimed, Claims } from '../alert/claim.ts';
import type { DocumentOutcome, DocumentStatus } from '../document/document.ts';
import type { Allocation } from '../ledger/ledger.ts';
import type { Likeness } from '../ledger/likeness.ts';
import type { InvoiceMarks } from '../reading/structured-expense.ts';

/** What one run has to say about a document. */
export interface Booking {
  readonly documentId: string;
  readonly run: number;
  readonly userId: string;
  /** SHA-256 of the file; who books it first owns it. Absent when nothing is to be booked. */
  readonly contentHash?: string;
  /** What tells that another picture shows the same purchase. Absent when nothing is to be booked, or too little was read. */
  readonly likeness?: Likeness;
  /** By what the invoices that it states or prints are known. Absent without any, and when nothing is to be booked. */
  readonly invoiceMarks?: InvoiceMarks;
  /** What to book; empty for a document that needs review. */
  readonly allocations: readonly Allocation[];
  /** What was read, kept on the document and on each of its expenses. */
  readonly facts: Readonly<Record<string, unknown>>;
  readonly outcome: Omit<DocumentOutcome, 'run'>;
  /** What the person is told about it, claimed in the same transaction. */
  readonly claims?: Claims;
}

/** How a booking ended. */
export interface Booked extends Claimed {
  readonly status: DocumentStatus;
  /** Days and categories whose spending may have changed. */
  readonly affected: readonly { readonly date: string; readonly category: string }[];
  readonly duplicateOf?: string;
}
