import type { JsonObject } from '../http/service.ts';
import { findTable, itemKey, perform } from './dynalite.ts';
import { parseRequest } from './parse-request.ts';
import type { AttributeMap, Request, Store } from './store.ts';

/** Reads one item. A key that no item can have is refused, by its length too. */
export async function getItem(input: JsonObject, store: Store): Promise<JsonObject> {
  const request = parseRequest('GetItem', input, store);
  itemKey(request, await findTable(store, request.TableName));
  return perform('GetItem', request, store);
}

/** Reads up to 100 items; like {@link getItem} for each key. */
export async function batchGetItem(input: JsonObject, store: Store): Promise<JsonObject> {
  const request = parseRequest('BatchGetItem', input, store);
  for (const [tableName, { Keys }] of Object.entries(
    request.RequestItems as Record<string, { Keys: AttributeMap[] }>,
  )) {
    const table = await findTable(store, tableName);
    for (const Key of Keys) itemKey({ Key } as Request, table);
  }
  return perform('BatchGetItem', request, store);
}
