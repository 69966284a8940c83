import type { JsonObject } from '../http/service.ts';
import { type CancellationReason, conflictReason, noReason, reasonOf, transactionCanceled } from './cancellation.ts';
import { collectWrites } from './collected-writes.ts';
import { addCapacities } from './consumed-capacity.ts';
import { findTable, itemKey, perform } from './dynalite.ts';
import type { IdempotencyTokens } from './idempotency-tokens.ts';
import type { ItemLocks } from './item-locks.ts';
import type { Store, TableDescription, Write } from './store.ts';
import { assertStoredItem } from './stored-item.ts';
import { assertNoItemTwice, parseTransactWrite, type TransactAction } from './transact-request.ts';

interface KeyedAction extends TransactAction {
  readonly table: TableDescription;
  /** Absent when the key does not fit the table; `reason` says so. */
  readonly key?: string;
  readonly reason?: CancellationReason;
}

/**
 * Writes all items or none: everything goes to disk in one batch, index entries and request token included.
 *
 * @throws ServiceError `TransactionCanceledException` with a reason for each item. An item of another transaction in
 *   flight is such a reason, `TransactionConflict`, at once: nothing waits.
 */
export async function transactWriteItems(
  input: JsonObject,
  store: Store,
  locks: ItemLocks,
  tokens: IdempotencyTokens,
): Promise<JsonObject> {
  const request = structuredClone({ items: input.TransactItems ?? null });
  const actions = await Promise.all(parseTransactWrite(input, store).map((action) => withKey(action, store)));
  const result = await tokens.once(input.ClientRequestToken, request, async (tokenWrites) => {
    const keys = actions.flatMap(({ key }) => key ?? []);
    assertNoItemTwice(keys);
    cancelIf(
      actions.map((action) => action.reason ?? (locks.heldByTransaction(action.key ?? '') ? conflictReason : noReason)),
    );
    return locks.transact(keys, async () => {
      const { writes, capacities } = await tryAll(actions, store);
      await store.db.batch([...writes, ...tokenWrites]);
      return capacities;
    });
  });
  const ConsumedCapacity = addCapacities(result ?? []);
  return ConsumedCapacity.length > 0 ? { ConsumedCapacity } : {};
}

async function withKey(action: TransactAction, store: Store): Promise<KeyedAction> {
  const table = await findTable(store, action.request.TableName);
  try {
    return { ...action, table, key: itemKey(action.request, table) };
  } catch (error) {
    return { ...action, table, reason: reasonOf(error) };
  }
}

async function tryAll(
  actions: readonly KeyedAction[],
  store: Store,
): Promise<{ writes: Write[]; capacities: JsonObject[] }> {
  const writes: Write[] = [];
  const capacities: JsonObject[] = [];
  const reasons: CancellationReason[] = [];
  for (const action of actions) {
    const collected = collectWrites(store);
    try {
      const { ConsumedCapacity } = await perform(action.operation, action.request, collected.store);
      assertStoredItem(action.operation, action.key ?? '', collected.writes, action.table);
      if (action.kind !== 'ConditionCheck') writes.push(...collected.writes);
      if (ConsumedCapacity) capacities.push(ConsumedCapacity as JsonObject);
      reasons.push(noReason);
    } catch (error) {
      reasons.push(await withOldItem(reasonOf(error), action, store));
    }
  }
  cancelIf(reasons);
  return { writes, capacities };
}

async function withOldItem(reason: CancellationReason, action: KeyedAction, store: Store): Promise<CancellationReason> {
  if (reason.Code !== 'ConditionalCheckFailed' || !action.returnsOldItem || !action.key) return reason;
  const item = (await store.db.get(action.key)) as JsonObject | undefined;
  return item ? { ...reason, Item: item } : reason;
}

function cancelIf(reasons: readonly CancellationReason[]): void {
  if (reasons.some(({ Code }) => Code !== 'None')) throw transactionCanceled(reasons);
}
