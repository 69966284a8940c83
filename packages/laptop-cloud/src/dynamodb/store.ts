import type { JsonObject } from '../http/service.ts';

/** dynalite's store, as far as this room sees it, and what goes in and out of it. */

/** A DynamoDB item or key: attribute name to `{ S: … }`, `{ N: … }` and so on. */
export type AttributeMap = Record<string, JsonObject>;

type KeySchema = readonly { readonly AttributeName: string }[];

export interface TableDescription {
  readonly TableName: string;
  TableStatus: 'CREATING' | 'UPDATING' | 'DELETING' | 'ACTIVE';
  readonly KeySchema: KeySchema;
  readonly GlobalSecondaryIndexes?: readonly {
    readonly IndexName: string;
    readonly KeySchema: KeySchema;
    IndexStatus: string;
  }[];
  readonly LocalSecondaryIndexes?: readonly { readonly IndexName: string; readonly KeySchema: KeySchema }[];
}

export type Callback<T> = (error: Error | null, value?: T) => void;

/** One key range of the store; dynalite keeps a table's items and each of its indexes in one of these. */
export interface Range {
  get(key: string, callback: Callback<AttributeMap>): void;
  put(key: string, value: unknown, callback: Callback<void>): void;
  del(key: string, callback: Callback<void>): void;
  lock(key: string, callback: (release: <T>(done: T) => T) => void): void;
}

export type Write =
  | { readonly type: 'put'; readonly key: string; readonly value: unknown }
  | { readonly type: 'del'; readonly key: string };

/** The LevelDB below; values are JSON. `batch` is atomic. */
export interface Level {
  open(): Promise<void>;
  close(): Promise<void>;
  /** @param callback Takes the answer where it is given. */
  get(key: string, callback?: Callback<unknown>): Promise<unknown>;
  getSync(key: string): unknown;
  getMany(keys: string[]): Promise<unknown[]>;
  put(key: string, value: unknown): Promise<void>;
  batch(writes: readonly Write[]): Promise<void>;
  iterator(range: { gte: string; lt: string }): AsyncIterable<[string, unknown]>;
}

export interface Store {
  readonly db: Level;
  /** The descriptions of all tables. */
  readonly tableDb: Pick<Range, 'put' | 'del'>;
  getTable(name: string, mustBeActive: boolean, callback: Callback<TableDescription>): void;
  getItemDb(tableName: string): Range;
  getIndexDb(kind: string, tableName: string, indexName: string): Range;
}

/** A request that passed dynalite's validators; expressions are parsed into members of its own. */
export type Request = JsonObject & { TableName: string; Key: AttributeMap; Item: AttributeMap };
