import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type JsonObject, ServiceError } from '../http/service.ts';
import { readDirectly } from './direct-reads.ts';
import { serviceErrorOf } from './errors.ts';
import { keepTables } from './kept-tables.ts';
import { assertKeyBytes } from './key-limits.ts';
import type { AttributeMap, Callback, Request, Store, TableDescription } from './store.ts';
import { copyingOperands } from './update-operands.ts';

/**
 * The parts of dynalite 4.0.0 that this room stands on: its store, request validators and actions. dynalite's own
 * HTTP server is left out, because its store is out of reach there and every write has to go through ours.
 */

interface Internals {
  create(options: { path?: string; createTableMs: number; deleteTableMs: number; updateTableMs: number }): Store;
  createKey(item: AttributeMap, table: TableDescription): string;
  validateKey(key: AttributeMap, table: TableDescription): Error | undefined;
  validateItem(item: AttributeMap, table: TableDescription): Error | undefined;
  itemSize(item: AttributeMap): number;
}

interface Validators {
  checkTypes(input: unknown, types: unknown): Request;
  checkValidations(request: Request, types: unknown, custom: unknown, store: Store): void;
  validateAttributeValue(value: JsonObject): string | undefined;
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
  readDirectly(store.db);
  keepTables(store);
  return store;
}

/**
 * What dynalite's validators make of a request; `parse-request.ts` adds what they let through. They change the input.
 *
 * @throws ServiceError `ValidationException` or `SerializationException`.
 */
export function checkedRequest(operation: DynaliteOperation, input: unknown, store: Store): Request {
  const { types, custom } = require(`dynalite/validations/${moduleName(operation)}`) as Record<string, unknown>;
  try {
    const request = validators.checkTypes(input, types);
    validators.checkValidations(request, types, custom, store);
    return request;
  } catch (error) {
    const known = serviceErrorOf(error);
    if (known instanceof ServiceError) throw known;
    // dynalite's checks stumble over what is of a type that they do not expect, such as text in a list of maps.
    throw new ServiceError('SerializationException', `expected the input of ${operation}, got values of other types`);
  }
}

/** Runs dynalite's action for a parsed request against a store, which may be one that only collects the writes. */
export function perform(operation: DynaliteOperation, request: Request, store: Store): Promise<JsonObject> {
  type Action = (store: Store, request: Request, callback: Callback<JsonObject>) => void;
  const action = require(`dynalite/actions/${moduleName(operation)}`) as Action;
  const from = operation === 'UpdateItem' ? copyingOperands(store, request) : store;
  return promised((callback) => action(from, request, callback));
}

/** An item's size by dynalite's count: that of DynamoDB, but for texts and names, whose characters it counts. */
export const charactersOf = (item: AttributeMap): number => internals.itemSize(item);

/** What is wrong with an attribute's value, in DynamoDB's words. */
export const valueProblem = (value: JsonObject): string | undefined => validators.validateAttributeValue(value);

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
  assertKeyBytes(request.Item ?? request.Key, table);
  return `item-${table.TableName}~${internals.createKey(request.Item ?? request.Key, table)}`;
}

function promised<T>(call: (callback: Callback<T>) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    call((error, value) => (error ? reject(serviceErrorOf(error)) : resolve(value as T)));
  });
}
