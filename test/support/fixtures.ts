import { test } from 'vitest';
import { openBooks, outboxOn } from './books.ts';
import { openDeliveries } from './deliveries.ts';
import { openTables } from './local-table.ts';

/**
 * A test that names what it needs of the local database as its argument, `({ table, books }) => …`; only that is opened.
 * The database is one for a file and closed at its end, everything else is new for each test and stands on one `table`.
 * Properties, which need a table for each run, take them from `tables.fresh()`. A file adds what it needs by `it.extend`.
 */
export const it = test
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads from the pattern what a fixture needs, and takes no other first parameter
  .extend('tables', { scope: 'file' }, async ({}, { onCleanup }) => {
    const tables = await openTables();
    onCleanup(() => tables.close());
    return tables;
  })
  .extend('table', ({ tables }) => tables.fresh())
  .extend('books', ({ table }) => openBooks(table))
  .extend('outbox', ({ table }) => outboxOn(table))
  .extend('deliveries', ({ table }) => openDeliveries(table));
