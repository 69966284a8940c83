import type { Json, JsonObject } from '../http/service.ts';
import { ServiceError } from '../http/service.ts';
import { collectWrites } from './collected-writes.ts';
import { findTable, itemKey, perform } from './dynalite.ts';
import { transactionConflict, validationException } from './errors.ts';
import type { ItemLocks } from './item-locks.ts';
import { parseRequest } from './parse-request.ts';
import type { Store, TableDescription } from './store.ts';
import { assertStoredItem } from './stored-item.ts';

export type SingleWrite = 'PutItem' | 'UpdateItem' | 'DeleteItem';

/**
 * Writes one item and its index entries atomically.
 *
 * @throws ServiceError `TransactionConflictException` when the item is in a transaction, `ConditionalCheckFailedException`
 *   with the `Item` as it stands when `ReturnValuesOnConditionCheckFailure` asks for it.
 */
export async function writeItem(
  operation: SingleWrite,
  input: JsonObject,
  store: Store,
  locks: ItemLocks,
): Promise<JsonObject> {
  const wantsOldItem = returnsOldItem(input.ReturnValuesOnConditionCheckFailure);
  const request = parseRequest(operation, input, store);
  const table = await findTable(store, request.TableName);
  const key = itemKey(request, table);
  if (locks.heldByTransaction(key)) throw transactionConflict();
  return locks.write([key], async () => {
    const collected = collectWrites(store);
    try {
      const result = await perform(operation, request, collected.store);
      assertStoredItem(operation, key, collected.writes, table);
      await store.db.batch(collected.writes);
      return withoutEmptyAttributes(result);
    } catch (error) {
      throw wantsOldItem ? await withItem(error, key, store) : error;
    }
  });
}

/**
 * Puts and deletes up to 25 items. Those that are in a transaction right now come back as `UnprocessedItems`: the
 * operation has no conflict error of its own.
 */
export async function writeBatch(input: JsonObject, store: Store, locks: ItemLocks): Promise<JsonObject> {
  const request = parseRequest('BatchWriteItem', input, store);
  const requests = request.RequestItems as Record<string, Json[]>;
  const keys = new Map<string, TableDescription>();
  const accepted: Record<string, Json[]> = {};
  const unprocessed: Record<string, Json[]> = {};
  for (const [tableName, writes] of Object.entries(requests)) {
    const table = await findTable(store, tableName);
    for (const write of writes) {
      const key = itemKey(targetOf(write as JsonObject), table);
      const held = locks.heldByTransaction(key);
      if (!held) keys.set(key, table);
      const list = held ? unprocessed : accepted;
      list[tableName] = [...(list[tableName] ?? []), write];
    }
  }
  const result = await locks.write([...keys.keys()], async () => {
    const collected = collectWrites(store);
    const done = await perform('BatchWriteItem', { ...request, RequestItems: accepted }, collected.store);
    for (const [key, table] of keys) assertStoredItem('BatchWriteItem', key, collected.writes, table);
    await store.db.batch(collected.writes);
    return done;
  });
  return { ...result, UnprocessedItems: unprocessed };
}

/** `UPDATED_NEW` and `UPDATED_OLD` may find nothing, which dynalite answers as an empty object. */
function withoutEmptyAttributes({ Attributes, ...result }: JsonObject): JsonObject {
  const isEmpty = Attributes === undefined || Object.keys(Attributes as JsonObject).length === 0;
  return isEmpty ? result : { ...result, Attributes };
}

/** @throws ServiceError `ValidationException` when the value is none that DynamoDB knows. */
export function returnsOldItem(value: Json | undefined): boolean {
  if (value === undefined || value === null || value === 'NONE') return false;
  if (value === 'ALL_OLD') return true;
  throw validationException(
    `1 validation error detected: Value '${value}' at 'returnValuesOnConditionCheckFailure' failed to satisfy constraint: Member must satisfy enum value set: [ALL_OLD, NONE]`,
  );
}

function targetOf(write: JsonObject): Parameters<typeof itemKey>[0] {
  const { PutRequest, DeleteRequest } = write;
  return (PutRequest ?? DeleteRequest) as unknown as Parameters<typeof itemKey>[0];
}

async function withItem(error: unknown, key: string, store: Store): Promise<unknown> {
  if (!(error instanceof ServiceError) || error.code !== 'ConditionalCheckFailedException') return error;
  const item = (await store.db.get(key)) as JsonObject | undefined;
  return item ? new ServiceError(error.code, error.message, error.status, { Item: item }) : error;
}
