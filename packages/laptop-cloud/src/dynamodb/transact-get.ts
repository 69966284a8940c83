import type { JsonObject } from '../http/service.ts';
import { conflictReason, noReason, transactionCanceled } from './cancellation.ts';
import { addCapacities } from './consumed-capacity.ts';
import { findTable, itemKey, perform } from './dynalite.ts';
import { validationException } from './errors.ts';
import type { ItemLocks } from './item-locks.ts';
import { parseRequest } from './parse-request.ts';
import type { AttributeMap, Range, Store } from './store.ts';
import { assertNoItemTwice, transactItems } from './transact-request.ts';

/**
 * Reads up to 100 items as they stood at one moment.
 *
 * @throws ServiceError `TransactionCanceledException` with `TransactionConflict` for each item being written right now.
 */
export async function transactGetItems(input: JsonObject, store: Store, locks: ItemLocks): Promise<JsonObject> {
  const { ReturnConsumedCapacity } = input;
  const requests = transactItems(input).map(({ Get }) => {
    if (!Get) throw validationException('TransactItems can only contain Get');
    const get = {
      ...(Get as JsonObject),
      ConsistentRead: true,
      ...(ReturnConsumedCapacity ? { ReturnConsumedCapacity } : {}),
    };
    return parseRequest('GetItem', get, store);
  });
  const keys = await Promise.all(
    requests.map(async (request) => itemKey(request, await findTable(store, request.TableName))),
  );
  assertNoItemTwice(keys);
  const reasons = keys.map((key) => (locks.isBeingWritten(key) ? conflictReason : noReason));
  if (reasons.includes(conflictReason)) throw transactionCanceled(reasons);
  const moment = storeOfOneMoment(store, keys, await store.db.getMany(keys));
  const results = await Promise.all(requests.map((request) => perform('GetItem', request, moment)));
  const ConsumedCapacity = addCapacities(
    results.flatMap(({ ConsumedCapacity }) => (ConsumedCapacity ? [ConsumedCapacity as JsonObject] : [])),
  );
  return {
    Responses: results.map(({ Item }) => (Item ? { Item } : {})),
    ...(ConsumedCapacity.length > 0 ? { ConsumedCapacity } : {}),
  };
}

/** LevelDB reads many keys from one snapshot, but dynalite's action asks for one at a time. */
function storeOfOneMoment(base: Store, keys: readonly string[], items: readonly unknown[]): Store {
  const read = new Map(keys.map((key, index) => [key, items[index] as AttributeMap]));
  const range = (tableName: string): Range => ({
    ...base.getItemDb(tableName),
    get: (key, callback) => callback(null, read.get(`item-${tableName}~${key}`) as AttributeMap),
  });
  return { ...base, getItemDb: range };
}
