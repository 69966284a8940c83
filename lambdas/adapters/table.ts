import {
  type CancellationReason,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  type QueryCommandInput,
  type TransactWriteItem,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { SpendwireError } from '../core/ground/errors.ts';
import type { Key } from './ledger-keys.ts';

/** The one table. Functions below are free-standing so that a bundle holds only the calls that its function makes. */
export interface Table {
  readonly client: DynamoDBClient;
  readonly name: string;
}

export type Item = Record<string, unknown>;

/** An expression with its values; names that are reserved words are written `#name` and looked up by themselves. */
export interface Expression {
  readonly text: string;
  readonly values?: Readonly<Record<string, unknown>>;
}

const toItem = (value: object) => marshall(value, { removeUndefinedValues: true });

/** Names written as `#name` stand for the attribute `name`. */
const namesIn = (...texts: readonly (string | undefined)[]) => {
  const names = texts
    .flatMap((text) => [...(text ?? '').matchAll(/#([A-Za-z0-9]+)/g)])
    .map((match) => match[1] as string);
  return names.length > 0
    ? { ExpressionAttributeNames: Object.fromEntries(names.map((name) => [`#${name}`, name])) }
    : {};
};

const valuesOf = (...expressions: readonly (Expression | undefined)[]) => {
  const values = Object.assign({}, ...expressions.map((expression) => expression?.values ?? {})) as Item;
  return Object.keys(values).length > 0 ? { ExpressionAttributeValues: toItem(values) } : {};
};

/** Reads one item, strongly consistent. */
export async function getItem<T extends object>(table: Table, key: Key): Promise<T | undefined> {
  const { Item } = await table.client.send(
    new GetItemCommand({ TableName: table.name, Key: toItem(key), ConsistentRead: true }),
  );
  return Item && (unmarshall(Item) as T);
}

export type SortKeys = { readonly prefix: string } | { readonly from: string; readonly to: string };

/** Which items of a range are given back. */
export interface Narrowing {
  /** Others are read and not given back. */
  readonly filter?: Expression;
  /** Reads no more than so many items. */
  readonly most?: number;
  /** Begins with the greatest sort key. */
  readonly fromTheEnd?: boolean;
}

/** Reads every item of a partition with sort keys in a range, strongly consistent, across pages. */
export async function queryItems<T extends object>(
  table: Table,
  partition: string,
  sort: SortKeys,
  narrowing?: Narrowing,
): Promise<T[]> {
  const condition = 'prefix' in sort ? 'begins_with(SK, :from)' : 'SK BETWEEN :from AND :to';
  const values = 'prefix' in sort ? { ':from': sort.prefix } : { ':from': sort.from, ':to': sort.to };
  const range = { text: `PK = :partition AND ${condition}`, values: { ':partition': partition, ...values } };
  return queryAll(table, range, { ConsistentRead: true }, narrowing);
}

/** Reads the sparse index up to a sort key; eventually consistent, so for finding only, never for deciding. */
export async function queryIndex<T extends object>(
  table: Table,
  partition: string,
  upTo: string,
  narrowing?: Narrowing,
): Promise<T[]> {
  const condition = {
    text: 'GSI1PK = :partition AND GSI1SK <= :upTo',
    values: { ':partition': partition, ':upTo': upTo },
  };
  return queryAll(table, condition, INDEX, narrowing);
}

/** Reads the sparse index between two sort keys, both included; eventually consistent, so for finding only. */
export async function queryIndexBetween<T extends object>(
  table: Table,
  partition: string,
  from: string,
  to: string,
  narrowing?: Narrowing,
): Promise<T[]> {
  const condition = {
    text: 'GSI1PK = :partition AND GSI1SK BETWEEN :from AND :to',
    values: { ':partition': partition, ':from': from, ':to': to },
  };
  return queryAll(table, condition, INDEX, narrowing);
}

const INDEX = { IndexName: 'GSI1' } as const;

async function queryAll<T extends object>(
  table: Table,
  condition: Expression,
  how: Pick<QueryCommandInput, 'IndexName' | 'ConsistentRead'>,
  { filter, most, fromTheEnd = false }: Narrowing = {},
): Promise<T[]> {
  const items: T[] = [];
  let start: Record<string, unknown> | undefined;
  let left = most;
  do {
    const page = await table.client.send(
      new QueryCommand({
        TableName: table.name,
        ...how,
        KeyConditionExpression: condition.text,
        ...(filter ? { FilterExpression: filter.text, ...namesIn(filter.text) } : {}),
        ...valuesOf(condition, filter),
        ...(left === undefined ? {} : { Limit: left }),
        ...(fromTheEnd ? { ScanIndexForward: false } : {}),
        ...(start ? { ExclusiveStartKey: toItem(start) } : {}),
      }),
    );
    items.push(...(page.Items ?? []).map((item) => unmarshall(item) as T));
    if (left !== undefined) left -= page.ScannedCount ?? 0;
    start = page.LastEvaluatedKey && unmarshall(page.LastEvaluatedKey);
  } while (start && (left === undefined || left > 0));
  return items;
}

/**
 * Writes a whole item when the condition holds.
 *
 * @returns Whether it was written.
 * @throws SpendwireError `LedgerBusyError` when another write was at the same item.
 */
export async function putItem(table: Table, item: object, condition?: Expression): Promise<boolean> {
  return conditional(() =>
    table.client.send(
      new PutItemCommand({
        TableName: table.name,
        Item: toItem(item),
        ...(condition
          ? { ConditionExpression: condition.text, ...namesIn(condition.text), ...valuesOf(condition) }
          : {}),
      }),
    ),
  );
}

/** Removes an item when the condition holds; the result is as in {@link putItem}. */
export async function deleteItem(table: Table, key: Key, condition: Expression): Promise<boolean> {
  return conditional(() =>
    table.client.send(
      new DeleteItemCommand({
        TableName: table.name,
        Key: toItem(key),
        ConditionExpression: condition.text,
        ...namesIn(condition.text),
        ...valuesOf(condition),
      }),
    ),
  );
}

/** Changes an item when the condition holds; the result is as in {@link putItem}. */
export async function updateItem(table: Table, key: Key, update: Expression, condition?: Expression): Promise<boolean> {
  return (await updateReturning(table, key, update, condition)) !== undefined;
}

/**
 * Changes an item when the condition holds.
 *
 * @returns The changed attributes as they are now; undefined when the condition did not hold.
 */
export async function updateReturning<T extends object>(
  table: Table,
  key: Key,
  update: Expression,
  condition?: Expression,
): Promise<T | undefined> {
  let changed: T | undefined;
  const held = await conditional(async () => {
    const { Attributes } = await table.client.send(
      new UpdateItemCommand({
        TableName: table.name,
        Key: toItem(key),
        UpdateExpression: update.text,
        ReturnValues: 'UPDATED_NEW',
        ...(condition ? { ConditionExpression: condition.text } : {}),
        ...namesIn(update.text, condition?.text),
        ...valuesOf(update, condition),
      }),
    );
    changed = unmarshall(Attributes ?? {}) as T;
  });
  return held ? changed : undefined;
}

async function conditional(send: () => Promise<unknown>): Promise<boolean> {
  try {
    await send();
    return true;
  } catch (error) {
    const { name } = error as Error;
    if (name === 'ConditionalCheckFailedException') return false;
    if (BUSY.has(name)) throw busy(error);
    throw error;
  }
}

/** One write of a transaction. */
export type Write =
  | { readonly put: object; readonly condition?: Expression }
  | { readonly update: Key; readonly set: Expression; readonly condition?: Expression }
  | { readonly remove: Key };

/** How a transaction ended; `failed` holds, per write, the item that stood in the way of its condition. */
export type TransactionResult =
  | { readonly written: true }
  | { readonly written: false; readonly failed: readonly { readonly index: number; readonly item?: Item }[] };

/**
 * Writes all or nothing.
 *
 * @throws SpendwireError `LedgerBusyError` when another transaction was at one of the items, or on throttling.
 */
export async function transact(table: Table, writes: readonly Write[]): Promise<TransactionResult> {
  try {
    await table.client.send(
      new TransactWriteItemsCommand({ TransactItems: writes.map((write) => toTransactItem(table, write)) }),
    );
    return { written: true };
  } catch (error) {
    if (BUSY.has((error as Error).name)) throw busy(error);
    const reasons = (error as { CancellationReasons?: CancellationReason[] }).CancellationReasons;
    if ((error as Error).name !== 'TransactionCanceledException' || !reasons) throw error;
    return readReasons(reasons, error);
  }
}

function readReasons(reasons: readonly CancellationReason[], error: unknown): TransactionResult {
  const failed = reasons.flatMap(({ Code, Item }, index) =>
    Code === 'ConditionalCheckFailed' ? [{ index, ...(Item ? { item: unmarshall(Item) } : {}) }] : [],
  );
  const others = reasons.filter(({ Code }) => Code && Code !== 'None' && Code !== 'ConditionalCheckFailed');
  if (others.some(({ Code }) => TRANSIENT_REASONS.has(Code as string))) throw busy(error);
  if (others.length > 0 || failed.length === 0) throw error;
  return { written: false, failed };
}

function toTransactItem(table: Table, write: Write): TransactWriteItem {
  const TableName = table.name;
  if ('remove' in write) return { Delete: { TableName, Key: toItem(write.remove) } };
  const guard = write.condition
    ? { ConditionExpression: write.condition.text, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const }
    : {};
  if ('put' in write) {
    return {
      Put: {
        TableName,
        Item: toItem(write.put),
        ...guard,
        ...namesIn(write.condition?.text),
        ...valuesOf(write.condition),
      },
    };
  }
  return {
    Update: {
      TableName,
      Key: toItem(write.update),
      UpdateExpression: write.set.text,
      ...guard,
      ...namesIn(write.set.text, write.condition?.text),
      ...valuesOf(write.set, write.condition),
    },
  };
}

const TRANSIENT_REASONS = new Set(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded']);
const BUSY = new Set([
  'TransactionConflictException',
  'TransactionInProgressException',
  'ThrottlingException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
]);

const busy = (cause: unknown): SpendwireError =>
  new SpendwireError('LedgerBusyError', 'the table was busy with the same items; the step is tried again', { cause });
