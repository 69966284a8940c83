import type { DocumentRecord, DocumentStatus } from '../core/document/document.ts';
import {
  documentIndex,
  documentIndexRange,
  type IndexKey,
  PENDING,
  pendingIndexRange,
  pendingIndexRangeOf,
  pendingSpanOf,
  statusIndex,
  statusIndexRange,
} from './ledger-keys.ts';
import { queryIndexBetween, type Table } from './table.ts';

/**
 * Which documents of a person have this status? From the index, which leaves out `completed`, `duplicate` and what its person
 * ignores.
 */
export async function findDocumentsByStatus(table: Table, userId: string, status: DocumentStatus): Promise<string[]> {
  const [from, to] = statusIndexRange(userId);
  const byPerson = queryIndexBetween<Found>(table, statusIndex(status, '', '').GSI1PK, from, to);
  const bySpan = status === 'pending' ? findPendingOf(table, userId) : [];
  return (await Promise.all([byPerson, bySpan])).flat().map(({ documentId }) => documentId);
}

/** Two requests for each span of deadlines in which anybody has something pending, however much that is. */
async function findPendingOf(table: Table, userId: string): Promise<Found[]> {
  const found: Found[] = [];
  let from = '0';
  for (;;) {
    const [first] = await queryIndexBetween<Found & IndexKey>(table, PENDING, from, '\uffff', { most: 1 });
    if (first === undefined) return found;
    const span = pendingSpanOf(first);
    found.push(...(await queryIndexBetween<Found>(table, PENDING, ...pendingIndexRangeOf(span, userId))));
    [, from] = pendingIndexRange(span);
  }
}

type Found = Pick<DocumentRecord, 'documentId'>;

/** Which documents has a person dropped, from one instant or day (UTC) to another? From the index, as it has them. */
export function findDocumentsByUpload(
  table: Table,
  userId: string,
  from: string,
  to: string,
): Promise<Pick<DocumentRecord, 'documentId' | 'ledgerStatus'>[]> {
  const { GSI1PK } = documentIndex(userId, '', '');
  return queryIndexBetween(table, GSI1PK, ...documentIndexRange(from, to));
}
