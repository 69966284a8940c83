import type { DynamoDbCall } from 'laptop-cloud/dynamodb/dynamodb-service';
import type { Json, JsonObject } from 'laptop-cloud/http/service';

/** One call of the table: who made it, what it asked for, and which items it gave back. */
export interface TableCall {
  /** Id of the function, as in `lib/topology.ts`. */
  readonly by: string;
  readonly operation: string;
  /** What a person recognises the call by: the keys of its items, or the conditions of a query. */
  readonly on: readonly string[];
  /** Keys of the items that it read; empty for a write. */
  readonly read: readonly string[];
}

/** Reads from a call of the local database what is counted. */
export function tableCall({ caller, operation, input, output = {} }: DynamoDbCall): TableCall {
  const on = targetsOf(operation, input);
  return {
    by: caller.accessKeyId ?? '',
    operation,
    on,
    read: operation === 'Query' ? items(output['Items']).map(keyOf) : READS.has(operation) ? on : [],
  };
}

const READS = new Set(['GetItem', 'BatchGetItem', 'TransactGetItems']);

function targetsOf(operation: string, input: JsonObject): string[] {
  switch (operation) {
    case 'Query':
      return [Object.values(object(input['ExpressionAttributeValues'])).map(textOf).join(' ')];
    case 'BatchGetItem':
      return Object.values(object(input['RequestItems'])).flatMap((request) =>
        items(object(request)['Keys']).map(keyOf),
      );
    case 'TransactGetItems':
    case 'TransactWriteItems':
      return items(input['TransactItems']).flatMap((item) => Object.values(item).map(object).map(keyIn));
    default:
      return [keyIn(input)];
  }
}

const object = (value: Json | undefined): JsonObject =>
  value !== null && typeof value === 'object' && !Array.isArray(value) ? value : {};
const items = (value: Json | undefined): JsonObject[] => (Array.isArray(value) ? value.map(object) : []);
const textOf = (value: Json | undefined): string => String(Object.values(object(value))[0]);
const keyOf = ({ PK, SK }: JsonObject): string => `${textOf(PK)} ${textOf(SK)}`;
/** The key of a read, an update or a deletion stands by itself; that of an item which is put is in it. */
const keyIn = ({ Key, Item }: JsonObject): string => keyOf(object(Key ?? Item));
