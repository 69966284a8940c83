import type { Table } from '../lambdas/adapters/table.ts';
import { type DocumentView, viewDocument } from './document-view.ts';

const AT_ONCE = 20;

/** Documents that the index found, each read again; some at a time, so that hundreds do not open hundreds of sockets. */
export async function viewAll(table: Table, documentIds: readonly string[]): Promise<DocumentView[]> {
  const views: DocumentView[] = [];
  for (let start = 0; start < documentIds.length; start += AT_ONCE) {
    const some = documentIds.slice(start, start + AT_ONCE);
    const read = await Promise.all(some.map((documentId) => viewDocument(table, documentId)));
    views.push(...read.filter((view) => view !== undefined));
  }
  return views;
}
