import { type AttributeValue, ScanCommand } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { Table } from '../../../lambdas/adapters/table.ts';
import type { DocumentOutcome, DocumentRecord } from '../../../lambdas/core/document/document.ts';

/** A document with how it stands. */
export type EndedDocument = DocumentRecord & DocumentOutcome;

export type TableItem = Readonly<Record<string, unknown>> & { readonly PK: string; readonly SK: string };

/** Every item of the table. */
export async function allItems({ client, name }: Table): Promise<TableItem[]> {
  const items: TableItem[] = [];
  let start: Record<string, AttributeValue> | undefined;
  do {
    const page = await client.send(
      new ScanCommand({ TableName: name, ConsistentRead: true, ...(start ? { ExclusiveStartKey: start } : {}) }),
    );
    items.push(...(page.Items ?? []).map((item) => unmarshall(item) as TableItem));
    start = page.LastEvaluatedKey;
  } while (start);
  return items;
}

/** Every document of the table, by key, oldest first. */
export function documentsIn(items: readonly TableItem[]): Map<string, EndedDocument[]> {
  const parts = new Map<string, object>();
  for (const item of items) {
    if (!item.PK.startsWith('DOCUMENT#')) continue;
    // The status stands over what was first written.
    const known = parts.get(item.PK) ?? {};
    parts.set(item.PK, item.SK === 'STATUS' ? { ...known, ...item } : { ...item, ...known });
  }
  const documents = ([...parts.values()] as EndedDocument[]).sort((a, b) => (a.uploadedAt < b.uploadedAt ? -1 : 1));
  const byKey = new Map<string, EndedDocument[]>();
  for (const document of documents) byKey.set(document.key, [...(byKey.get(document.key) ?? []), document]);
  return byKey;
}
