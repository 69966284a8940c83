import { setImmediate } from 'node:timers/promises';
import type { JsonObject } from '../http/service.ts';
import { perform } from './dynalite.ts';
import { parseRequest } from './parse-request.ts';
import type { Store, TableDescription, Write } from './store.ts';

const PREFIX = 'table~';
const ALL = { gte: PREFIX, lt: `${PREFIX}\xff` };
const LARGEST_PAGE = 100;

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

/** Lists tables by name. dynalite would read every key of the database for it. */
export async function listTables(input: JsonObject, store: Store): Promise<JsonObject> {
  const request = parseRequest('ListTables', input, store);
  const limit = typeof request.Limit === 'number' ? request.Limit : LARGEST_PAGE;
  const names: string[] = [];
  for await (const [key] of store.db.iterator(ALL)) names.push(key.slice(PREFIX.length));
  const rest = names.filter((name) => name > String(request.ExclusiveStartTableName ?? ''));
  const TableNames = rest.slice(0, limit);
  return { TableNames, ...(rest.length > limit ? { LastEvaluatedTableName: TableNames.at(-1) ?? null } : {}) };
}

/** Makes tables usable whose creation was cut off by a crash; dynalite would leave them `CREATING` for ever. */
export async function finishInterruptedCreations(store: Store): Promise<void> {
  const writes: Write[] = [];
  for await (const [key, value] of store.db.iterator(ALL)) {
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
