import type { DynaliteOperation } from './dynalite.ts';
import { assertUpdatedItem } from './item-limits.ts';
import { assertIndexKeys } from './key-limits.ts';
import type { AttributeMap, TableDescription, Write } from './store.ts';

/**
 * Checks what a write is about to store, beyond what dynalite does.
 *
 * @param key The item's database key, to find it among the collected writes.
 * @throws ServiceError `ValidationException`.
 */
export function assertStoredItem(
  operation: DynaliteOperation,
  key: string,
  writes: readonly Write[],
  table: TableDescription,
): void {
  const written = writes.find((write) => write.key === key);
  if (written?.type !== 'put') return;
  const item = written.value as AttributeMap;
  assertIndexKeys(item, table);
  if (operation === 'UpdateItem') assertUpdatedItem(item);
}
