import { setImmediate } from 'node:timers/promises';
import type { JsonObject } from '../http/service.ts';
import { parseRequest, perform, type Store, type TableDescription, type Write } from './dynalite.ts';

const PREFIX = 'table~';

/** Creates a table and answers when it can be used; the answer still says `CREATING`, as DynamoDB's does. */
export async function createTable(input: JsonObject, store: Store): Promise<JsonObject> {
  const result = structuredClone(await perform('CreateTable', parseRequest('CreateTable', input, store), store));
  const key = PREFIX + (result.TableDescription as JsonObject).TableName;
  await until(async () => ((await store.db.get(key)) as TableDescription | undefined)?.TableStatus === 'ACTIVE');
  return result;
}

/** Deletes a table and answers when it is gone. */
export async function deleteTable(input: JsonObject, store: Store): Promise<JsonObject> {
  const result = await perform('DeleteTable', parseRequest('DeleteTable', input, store), store);
  const key = PREFIX + (result.TableDescription as JsonObject).TableName;
  await until(async () => (await store.db.get(key)) === undefined);
  return result;
}

/** Makes tables usable whose creation was cut off by a crash; dynalite would leave them `CREATING` for ever. */
export async function finishInterruptedCreations(store: Store): Promise<void> {
  const writes: Write[] = [];
  for await (const [key, value] of store.db.iterator({ gte: PREFIX, lt: `${PREFIX}\xff` })) {
    const table = value as TableDescription;
    if (table.TableStatus !== 'CREATING') continue;
    table.TableStatus = 'ACTIVE';
    for (const index of table.GlobalSecondaryIndexes ?? []) index.IndexStatus = 'ACTIVE';
    writes.push({ type: 'put', key, value: table });
  }
  if (writes.length > 0) await store.db.batch(writes);
}

async function until(isTrue: () => Promise<boolean>): Promise<void> {
  while (!(await isTrue())) await setImmediate();
}
