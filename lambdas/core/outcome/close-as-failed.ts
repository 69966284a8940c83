import { claimant } from '../alert/alert.ts';
import type { DocumentRecord } from '../document/document.ts';
import type { ErrorName } from '../ground/errors.ts';
import type { Person } from '../person/person.ts';
import type { Closed, Closing, StandingDocument } from './closing.ts';

export interface CloseAsFailedPorts {
  now(): number;
  readPerson(userId: string): Promise<Person | undefined>;
  close(closing: Closing): Promise<Closed>;
}

/** The run of a document whose execution did not close it. */
export type FailedRun = Pick<DocumentRecord, 'documentId' | 'run' | 'userId' | 'key'>;

/**
 * Closes a document as failed and claims, in the same transaction, the alert to its person.
 *
 * @param read The document as the caller has just read it. @default - it is read
 */
export async function closeAsFailed(
  ports: CloseAsFailedPorts,
  { documentId, run, userId, key }: FailedRun,
  { code, reason }: { readonly code: ErrorName; readonly reason: string },
  read?: StandingDocument,
): Promise<Closed> {
  const claimedAt = new Date(ports.now()).toISOString();
  const person = userId === undefined ? undefined : await ports.readPerson(userId);
  const claimedBy = claimant(documentId, run);
  const alert = { kind: 'attention', documentId, run, status: 'failed', key, reason, claimedAt, claimedBy } as const;
  const outcome = { status: 'failed', run, updatedAt: claimedAt, code, reason } as const;
  const closing = { documentId, outcome, ...(read ? { read } : {}) };
  if (userId === undefined || !person?.isActive) return ports.close(closing);
  return ports.close({ ...closing, claims: { alerts: [{ ...alert, userId }], person } });
}
