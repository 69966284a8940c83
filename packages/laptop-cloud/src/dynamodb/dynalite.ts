import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type JsonObject, ServiceError } from '../http/service.ts';
import { serviceErrorOf } from './errors.ts';

/**
 * The parts of dynalite 4.0.0 that this room stands on: its store, request validators and actions. dynalite's own
 * HTTP server is left out, because its store is out of reach there and every write has to go through ours.
 */

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

type Callback<T> = (error: Error | null, value?: T) => void;

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
  get(key: string): Promise<unknown>;
  getMany(keys: string[]): Promise<unknown[]>;
  put(key: string, value: unknown): Promise<void>;
  batch(writes: readonly Write[]): Promise<void>;
  iterator(range: { gte: string; lt: string }): AsyncIterable<[string, unknown]>;
}

export interface Store {
  readonly db: Level;
  getTable(name: string, mustBeActive: boolean, callback: Callback<TableDescription>): void;
  getItemDb(tableName: string): Range;
  getIndexDb(kind: string, tableName: string, indexName: string): Range;
}

/** A request that passed dynalite's validators; expressions are parsed into members of its own. */
export type Request = JsonObject & { TableName: string; Key: AttributeMap; Item: AttributeMap };

interface Internals {
  create(options: { path?: string; createTableMs: number; deleteTableMs: number; updateTableMs: number }): Store;
  createKey(item: AttributeMap, table: TableDescription): string;
  validateKey(key: AttributeMap, table: TableDescription): Error | undefined;
  validateItem(item: AttributeMap, table: TableDescription): Error | undefined;
}

interface Validators {
  checkTypes(input: unknown, types: unknown): Request;
  checkValidations(request: Request, types: unknown, custom: unknown, store: Store): void;
}

const require = createRequire(import.meta.url);
const internals = require('dynalite/db') as Internals;
const validators = require('dynalite/validations') as Validators;

/** Operations that dynalite answers by itself; the rest is in this folder. */
export const dynaliteOperations = [
  'BatchGetItem',
  'BatchWriteItem',
  'CreateTable',
  'DeleteItem',
  'DeleteTable',
  'DescribeTable',
  'GetItem',
  'ListTables',
  'ListTagsOfResource',
  'PutItem',
  'Query',
  'Scan',
  'TagResource',
  'UntagResource',
  'UpdateItem',
  'UpdateTable',
] as const;
export type DynaliteOperation = (typeof dynaliteOperations)[number];

const moduleName = (operation: DynaliteOperation): string => operation.charAt(0).toLowerCase() + operation.slice(1);

/**
 * Opens the database in a folder, or in memory when there is none.
 *
 * @throws Error when another process has the folder open.
 */
export async function openStore(directory?: string): Promise<Store> {
  if (directory) await mkdir(directory, { recursive: true });
  const instant = { createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 };
  const store = internals.create({ ...(directory ? { path: directory } : {}), ...instant });
  try {
    await store.db.open();
  } catch (error) {
    const cause = (error as Error).cause as { code?: string } | undefined;
    if (cause?.code !== 'LEVEL_LOCKED') throw error;
    throw new Error(`the database in ${directory} is open in another process; stop it or choose another folder`, {
      cause: error,
    });
  }
  return store;
}

/**
 * Checks a request as DynamoDB does before it looks at any data. The input is used up: dynalite changes it.
 *
 * @throws ServiceError `ValidationException` or `SerializationException`.
 */
export function parseRequest(operation: DynaliteOperation, input: unknown, store: Store): Request {
  const { types, custom } = require(`dynalite/validations/${moduleName(operation)}`) as Record<string, unknown>;
  try {
    const request = validators.checkTypes(input, types);
    validators.checkValidations(request, types, custom, store);
    return request;
  } catch (error) {
    const known = serviceErrorOf(error);
    if (known instanceof ServiceError) throw known;
    // dynalite's checks stumble over what is of a type that they do not expect, such as null in a list.
    throw new ServiceError('SerializationException', `expected the input of ${operation}, got values of other types`);
  }
}

/** Runs dynalite's action for a parsed request against a store, which may be one that only collects the writes. */
export function perform(operation: DynaliteOperation, request: Request, store: Store): Promise<JsonObject> {
  type Action = (store: Store, request: Request, callback: Callback<JsonObject>) => void;
  const action = require(`dynalite/actions/${moduleName(operation)}`) as Action;
  return promised((callback) => action(store, request, callback));
}

/** @throws ServiceError `ResourceNotFoundException`, also while the table is still being created or deleted. */
export const findTable = (store: Store, tableName: string): Promise<TableDescription> =>
  promised((callback) => store.getTable(tableName, true, callback));

/**
 * The database key of the item that a request is about.
 *
 * @throws ServiceError `ValidationException` when the key does not fit the table's schema.
 */
export function itemKey(request: Pick<Request, 'Key' | 'Item'>, table: TableDescription): string {
  const invalid = request.Item
    ? internals.validateItem(request.Item, table)
    : internals.validateKey(request.Key, table);
  if (invalid) throw serviceErrorOf(invalid);
  return `item-${table.TableName}~${internals.createKey(request.Item ?? request.Key, table)}`;
}

function promised<T>(call: (callback: Callback<T>) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    call((error, value) => (error ? reject(serviceErrorOf(error)) : resolve(value as T)));
  });
}
