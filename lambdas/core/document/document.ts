import type { AuditEntry } from '../correction/audit.ts';
import type { StoredCorrection } from '../correction/correction.ts';
import type { ErrorName } from '../ground/errors.ts';
import type { Allocation } from '../ledger/ledger.ts';
import type { Held } from '../pages/held.ts';

export type WorkflowName = 'ingest-receipt' | 'apply-plan' | 'apply-correction' | 'apply-rates' | 'reject-object';

/**
 * `pending` until its execution ends; every other status is final for its run. `ignored` is what a person says does not
 * count; `rejected` is what was never for us.
 */
export const documentStatuses = [
  'pending',
  'completed',
  'needs_review',
  'duplicate',
  'ignored',
  'rejected',
  'failed',
] as const;
export type DocumentStatus = (typeof documentStatuses)[number];

/** One version of one object that a person dropped, and what became of it. Instants are ISO 8601 in UTC. */
export interface DocumentRecord {
  readonly documentId: string;
  /** Absent where the key names no person. */
  readonly userId?: string;
  readonly bucket: string;
  readonly key: string;
  readonly versionId: string;
  /** `s3://bucket/key`. */
  readonly object: string;
  readonly sizeBytes: number;
  readonly workflow: WorkflowName;
  readonly uploadedAt: string;
  /** Of the EventBridge event that brought it. */
  readonly eventId?: string;
  readonly sequencer?: string;
  /** Counts from 1; a replay is a new run. */
  readonly run: number;
  /** When its Textract job may start; absent where none is needed. */
  readonly turnAt?: string;
  /** Why nothing is read in this run; absent where it is, or need not be. */
  readonly held?: Held;
  readonly executionName: string;
  readonly traceId: string;
  /** The run whose reading stands in the books. */
  readonly ledgerRun?: number;
  /** How that run ended. */
  readonly ledgerStatus?: DocumentStatus;
  /** What that run booked. */
  readonly allocations?: readonly Allocation[];
  /** What a person states about it; every later run applies it over what it reads. */
  readonly correction?: StoredCorrection;
  /** Every correction there was, oldest first. */
  readonly audit?: readonly AuditEntry[];
}

/** How a document ended, with a reason that a person can act on. */
export interface DocumentOutcome {
  readonly status: DocumentStatus;
  readonly run: number;
  readonly updatedAt: string;
  readonly code?: ErrorName;
  readonly reason?: string;
  /** A plan's mistakes, each with path and line. */
  readonly validationErrors?: readonly string[];
  /** What was printed, for a person to choose from. */
  readonly candidates?: unknown;
  /** Lines of a correction, one of which may settle it: what was printed, the likeliest first. */
  readonly choices?: readonly string[];
  readonly duplicateOf?: string;
  /** A pending document is closed as failed after this instant. */
  readonly deadlineAt?: string;
}

/** A document that is pending, as the index has it. */
export type PendingDocument = Pick<DocumentRecord, 'documentId'> & Pick<DocumentOutcome, 'deadlineAt'>;

/** A document that is still pending this long after its turn has lost its execution. */
const DEADLINE_MS = 6 * 3600 * 1000;

/**
 * The stretch of time in which a deadline lies, by its beginning, ISO 8601 in UTC. It is as long as a document has from its
 * turn on: what waits for its turn has its deadline in a later one than now lies in.
 */
export const deadlineSpan = (deadlineAt: string): string =>
  new Date(Math.floor(Date.parse(deadlineAt) / DEADLINE_MS) * DEADLINE_MS).toISOString();

/** How a run begins. The deadline counts from when work can begin, not from the upload: a replay comes long after it. */
export function pendingOutcome({ run, turnAt }: DocumentRecord, nowMs: number): DocumentOutcome {
  const from = turnAt === undefined ? nowMs : Date.parse(turnAt);
  const updatedAt = new Date(nowMs).toISOString();
  return { status: 'pending', run, updatedAt, deadlineAt: new Date(from + DEADLINE_MS).toISOString() };
}

/** What a correction leaves on its document. */
export type Corrected = Required<Pick<DocumentRecord, 'correction' | 'audit'>>;
