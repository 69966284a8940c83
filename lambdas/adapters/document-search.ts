import type { DocumentRecord, DocumentStatus } from '../core/document/document.ts';
import { documentIndex, documentIndexRange, statusIndex, statusIndexRange } from './ledger-keys.ts';
import { queryIndexBetween, type Table } from './table.ts';

/** Which documents of a person have this status? From the index, which leaves out `completed`, `duplicate` and what its person ignores. */
export async function findDocumentsByStatus(table: Table, userId: string, status: DocumentStatus): Promise<string[]> {
  const { GSI1PK } = statusIndex(status, '', '');
  const found = await queryIndexBetween<{ documentId: string }>(table, GSI1PK, ...statusIndexRange(userId));
  return found.map(({ documentId }) => documentId);
}

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
