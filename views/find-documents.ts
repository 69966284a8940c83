import { batchGet } from '../lambdas/adapters/batch-get.ts';
import { findDocumentsByStatus, findDocumentsByUpload } from '../lambdas/adapters/document-search.ts';
import { SETTLED } from '../lambdas/adapters/document-store.ts';
import { documentKey, documentStatusKey } from '../lambdas/adapters/ledger-keys.ts';
import type { Table } from '../lambdas/adapters/table.ts';
import type { DocumentOutcome, DocumentRecord, DocumentStatus } from '../lambdas/core/document/document.ts';
import type { DocumentView } from './document-view.ts';

/** Stretch of time in which files were dropped; instants or days in UTC, both included. */
export interface Dropped {
  readonly from: string;
  readonly to: string;
}

/** The documents of a person that have one of these statuses now, whatever their day; only they are read. */
export async function viewUnsettled(
  table: Table,
  userId: string,
  statuses: readonly DocumentStatus[],
): Promise<DocumentView[]> {
  const ids = await Promise.all(statuses.map((status) => findDocumentsByStatus(table, userId, status)));
  return viewThose(table, ids.flat(), (status) => statuses.includes(status));
}

/**
 * The documents of a person that have a status now and were dropped in a stretch of time. What is settled stands in no index
 * of its status: it is looked for among all that were dropped then.
 */
export async function viewDropped(
  table: Table,
  userId: string,
  status: DocumentStatus,
  { from, to }: Dropped,
): Promise<DocumentView[]> {
  if (!SETTLED.includes(status)) {
    const views = await viewUnsettled(table, userId, [status]);
    // A day is before each of its instants.
    return views.filter(({ uploadedAt }) => uploadedAt >= from && uploadedAt <= `${to}~`);
  }
  const dropped = await findDocumentsByUpload(table, userId, from, to);
  // Only a booking makes a document one of these, and notes it there too. A plan is completed without.
  const maybe = status === 'completed' ? dropped : dropped.filter(({ ledgerStatus }) => ledgerStatus === status);
  return viewThose(
    table,
    maybe.map(({ documentId }) => documentId),
    (each) => each === status,
  );
}

/** Everything that a person has dropped in a stretch of time. */
export async function viewAllDropped(table: Table, userId: string, { from, to }: Dropped): Promise<DocumentView[]> {
  const dropped = await findDocumentsByUpload(table, userId, from, to);
  return viewThose(
    table,
    dropped.map(({ documentId }) => documentId),
    () => true,
  );
}

/** Documents that the index found, read again: it may lag. What has another status by now is left out. */
async function viewThose(
  table: Table,
  documentIds: readonly string[],
  isWanted: (status: DocumentStatus) => boolean,
): Promise<DocumentView[]> {
  const outcomes = await batchGet<DocumentOutcome & { documentId: string }>(table, documentIds.map(documentStatusKey));
  const wanted = outcomes.filter((outcome) => outcome !== undefined).filter(({ status }) => isWanted(status));
  const documents = await batchGet<DocumentRecord>(
    table,
    wanted.map(({ documentId }) => documentKey(documentId)),
  );
  return wanted.flatMap((outcome, index) => {
    const document = documents[index];
    return document ? [{ ...document, ...outcome }] : [];
  });
}
