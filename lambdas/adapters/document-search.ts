import type { DocumentRecord, DocumentStatus } from '../core/document/document.ts';
import { documentIndex, documentIndexRange, pendingIndex, statusIndex, statusIndexRange } from './ledger-keys.ts';
import { queryIndex, queryIndexBetween, type Table } from './table.ts';

/**
 * Which documents of a person have this status? From the index, which leaves out `completed`, `duplicate` and what its person
 * ignores. What is pending stands there by its deadline: everybody's is read, and theirs given back.
 */
export async function findDocumentsByStatus(table: Table, userId: string, status: DocumentStatus): Promise<string[]> {
  const [from, to] = statusIndexRange(userId);
  const byPerson = queryIndexBetween<Found>(table, statusIndex(status, '', '').GSI1PK, from, to);
  const theirs = { filter: { text: 'userId = :user', values: { ':user': userId } } };
  const byDeadline =
    status === 'pending' ? queryIndex<Found>(table, pendingIndex('', '').GSI1PK, '\uffff', theirs) : [];
  return (await Promise.all([byPerson, byDeadline])).flat().map(({ documentId }) => documentId);
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
