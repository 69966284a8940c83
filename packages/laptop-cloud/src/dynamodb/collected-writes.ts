import type { Range, Store, Write } from './store.ts';

/** A store that reads what is committed and keeps the writes, so that they can go to disk in one atomic batch. */
export interface CollectedWrites {
  readonly store: Store;
  readonly writes: Write[];
}

/**
 * Makes dynalite's actions collect what they would write: the item and its index entries. By itself dynalite writes
 * these one after the other, and a process killed in between leaves an index that disagrees with its table.
 */
export function collectWrites(base: Store): CollectedWrites {
  const writes: Write[] = [];
  const collecting = (prefix: string, range: Range): Range => ({
    get: (key, callback) => range.get(key, callback),
    put: (key, value, callback) => {
      writes.push({ type: 'put', key: prefix + key, value });
      callback(null);
    },
    del: (key, callback) => {
      writes.push({ type: 'del', key: prefix + key });
      callback(null);
    },
    // Our own locks are held by now.
    lock: (_key, callback) => callback((done) => done),
  });
  const store: Store = {
    ...base,
    getItemDb: (tableName) => collecting(`item-${tableName}~`, base.getItemDb(tableName)),
    getIndexDb: (kind, tableName, indexName) =>
      collecting(`index-${kind.toLowerCase()}~${tableName}~${indexName}~`, base.getIndexDb(kind, tableName, indexName)),
  };
  return { store, writes };
}
