import type { Callback, Store, TableDescription } from './store.ts';

/**
 * Keeps the descriptions of tables that can be used: every call looks at one, and a transaction for each of its items. A table
 * that is created, changed or deleted is read anew. What is kept is no copy: dynalite changes a description only after it
 * has asked for one in any state, and is given its own then.
 */
export function keepTables(store: Store): void {
  const kept = new Map<string, TableDescription>();
  const { tableDb, getTable } = store;
  const { put, del } = tableDb;

  /** Before the change, and after it, since somebody may have read it in between. */
  const forgetting = (name: string, callback: Callback<void>): Callback<void> => {
    kept.delete(name);
    return (error) => {
      kept.delete(name);
      callback(error);
    };
  };
  tableDb.put = (name, table, callback) => put(name, table, forgetting(name, callback));
  tableDb.del = (name, callback) => del(name, forgetting(name, callback));

  store.getTable = (name: string, ...rest: [boolean, Callback<TableDescription>] | [Callback<TableDescription>]) => {
    // dynalite leaves out that it must be active.
    const [mustBeActive, callback] = rest.length === 1 ? [true, rest[0]] : rest;
    if (!mustBeActive) return getTable(name, false, callback);
    const table = kept.get(name);
    if (table) return callback(null, table);
    let isAtOnce = true;
    getTable(name, true, (error, found) => {
      // What comes later may have been read before a change.
      if (found && isAtOnce) kept.set(name, found);
      callback(error, found);
    });
    isAtOnce = false;
  };
}
