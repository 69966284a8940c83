import { setTimeout as sleep } from 'node:timers/promises';
import { BatchGetItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { SpendwireError } from '../core/ground/errors.ts';
import type { Key } from './ledger-keys.ts';
import type { Table } from './table.ts';

/** As many as DynamoDB takes in one request. */
const KEYS_A_REQUEST = 100;
const ATTEMPTS = 8;

/**
 * Reads items by their keys, each strongly consistent, 100 in a request. Each is as it was at some instant of the request:
 * together they are no snapshot.
 *
 * @returns In the order of the keys, which may name an item twice; undefined where there is none.
 * @throws SpendwireError `LedgerBusyError` when DynamoDB left keys unprocessed every time.
 */
export async function batchGet<T extends object>(table: Table, keys: readonly Key[]): Promise<(T | undefined)[]> {
  const wanted = [...new Map(keys.map(({ PK, SK }) => [nameOf({ PK, SK }), { PK, SK }])).values()];
  const found = new Map<string, T>();
  for (let from = 0; from < wanted.length; from += KEYS_A_REQUEST) {
    for (const item of await readAll(table, wanted.slice(from, from + KEYS_A_REQUEST))) {
      found.set(nameOf(item), item as unknown as T);
    }
  }
  return keys.map((key) => found.get(nameOf(key)));
}

const nameOf = ({ PK, SK }: Key): string => JSON.stringify([PK, SK]);

/**
 * Asks again for what DynamoDB had no room for, beyond 16 MB, or no time; later each time while it gives nothing.
 */
async function readAll(table: Table, keys: readonly Key[]): Promise<Key[]> {
  const items: Key[] = [];
  let left = keys.map((key) => marshall(key));
  for (let inVain = 0; inVain < ATTEMPTS; ) {
    const { Responses, UnprocessedKeys } = await table.client.send(
      new BatchGetItemCommand({ RequestItems: { [table.name]: { Keys: left, ConsistentRead: true } } }),
    );
    items.push(...(Responses?.[table.name] ?? []).map((item) => unmarshall(item) as Key));
    const asked = left.length;
    left = UnprocessedKeys?.[table.name]?.Keys ?? [];
    if (left.length === 0) return items;
    inVain = left.length < asked ? 0 : inVain + 1;
    await sleep(Math.random() * 20 * 2 ** inVain);
  }
  throw new SpendwireError(
    'LedgerBusyError',
    `the table left keys unread ${ATTEMPTS} times in a row; the step is tried again`,
  );
}
