import type { Claimed, Claims } from '../alert/claim.ts';
import type { DocumentOutcome, DocumentRecord, DocumentStatus } from '../document/document.ts';

/** A document and how it stands, both strongly consistent; undefined what is not there. */
export interface StandingDocument {
  readonly document: DocumentRecord | undefined;
  readonly outcome: DocumentOutcome | undefined;
}

/** How a run ended that booked nothing. */
export interface Closing {
  readonly documentId: string;
  readonly outcome: DocumentOutcome;
  /** What the person is told about it, claimed in the same transaction. */
  readonly claims?: Claims;
  /** What the caller has just read; a write that is refused shows it stale. @default - it is read */
  readonly read?: StandingDocument;
}

/** The document's status now, and whether this closing is what set it. */
export interface Closed extends Claimed {
  readonly status: DocumentStatus;
  readonly isOurs: boolean;
  /** The trace of the run that was to be closed; absent when a newer one has begun, or there is no such document. */
  readonly traceId?: string;
}
