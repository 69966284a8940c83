import { GetItemCommand, type TransactWriteItem, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { test } from 'vitest';
import { VirtualClock } from '../../src/clock.ts';
import { createLedger, key, startDatabase, TableName } from './database.ts';

/** A test of one database with its ledger, which is there for its whole file, and the calls that tests make most. */
export const it = test
  .extend('clock', { scope: 'file' }, () => new VirtualClock())
  .extend('database', { scope: 'file' }, async ({ clock }, { onCleanup }) => {
    const database = await startDatabase({ clock });
    onCleanup(() => database.close());
    await createLedger(database.client);
    return database;
  })
  .extend('client', { scope: 'file' }, ({ database }) => database.client)
  .extend(
    'transact',
    { scope: 'file' },
    ({ client }) =>
      (...TransactItems: TransactWriteItem[]) =>
        client.send(new TransactWriteItemsCommand({ TransactItems })),
  )
  .extend(
    'read',
    { scope: 'file' },
    ({ client }) =>
      async (id: string) =>
        (await client.send(new GetItemCommand({ TableName, Key: key(id) }))).Item,
  );
