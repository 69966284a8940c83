import type { Claimed, Claims } from '../alert/claim.ts';
import type { DocumentOutcome, DocumentStatus } from '../document/document.ts';

/** How a run ended that booked nothing. */
export interface Closing {
  readonly documentId: string;
  readonly outcome: DocumentOutcome;
  /** What the person is told about it, claimed in the same transaction. */
  readonly claims?: Claims;
}

/** The document's status now, and whether this closing is what set it. */
export interface Closed extends Claimed {
  readonly status: DocumentStatus;
  readonly isOurs: boolean;
}
