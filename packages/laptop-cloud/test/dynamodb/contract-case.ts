import type { JsonObject } from '../../src/http/service.ts';
import { key, TableName } from './database.ts';

/** One request of the contract; the cases run in order, on one table. */
export interface ContractCase {
  readonly name: string;
  readonly operation: string;
  readonly input: JsonObject;
  /** Error code that is expected; absent for success. */
  readonly fails?: string;
  /** Why Amazon's DynamoDB Local answers otherwise than the API reference says, and we do not follow it. */
  readonly localDiffers?: string;
}

/** A request about the table itself or one of its items. */
export const single = (
  operation: string,
  name: string,
  input: JsonObject,
  over: Partial<ContractCase> = {},
): ContractCase => ({
  name,
  operation,
  input: { TableName, ...input },
  ...over,
});
/** A TransactWriteItems request. */
export const transaction = (
  name: string,
  TransactItems: JsonObject[],
  over: Partial<ContractCase> = {},
  more: JsonObject = {},
) => ({
  name,
  operation: 'TransactWriteItems',
  input: { TransactItems, ...more },
  ...over,
});

/** Parts of requests and the codes that answer them. */
export const absent = { ConditionExpression: 'attribute_not_exists(PK)' };
export const oldItem = { ReturnValuesOnConditionCheckFailure: 'ALL_OLD' };
export const number = (value: string) => ({ ExpressionAttributeValues: { ':v': { N: value } } });
export const put = (id: string, more: JsonObject = {}, attributes: JsonObject = {}): JsonObject => ({
  Put: { TableName, Item: { ...key(id), ...attributes }, ...more },
});
export const update = (id: string, UpdateExpression: string, more: JsonObject = number('1')): JsonObject => ({
  Update: { TableName, Key: key(id), UpdateExpression, ...more },
});
export const query = (KeyConditionExpression: string, values: JsonObject, more: JsonObject = {}) => ({
  KeyConditionExpression,
  ExpressionAttributeValues: values,
  ...more,
});

export const INVALID = 'ValidationException';
export const CONDITION = 'ConditionalCheckFailedException';
export const CANCELED = 'TransactionCanceledException';
export const early =
  'refuses the request as a whole; the API reference lists it among the reasons of a cancelled transaction';

/** What the ledger relies on, and the errors around it. https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/ */
