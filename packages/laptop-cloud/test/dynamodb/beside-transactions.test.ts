import {
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  TransactGetItemsCommand,
  type TransactWriteItem,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLedger, type Database, key, startDatabase, TableName } from './database.ts';

let database: Database;
let client: DynamoDBClient;

beforeAll(async () => {
  database = await startDatabase();
  client = database.client;
  await createLedger(client);
});
afterAll(() => database.close());

const put = (id: string, attributes = {}): TransactWriteItem => ({
  Put: { TableName, Item: { ...key(id), ...attributes } },
});
const increment = (id: string): TransactWriteItem => ({
  Update: {
    TableName,
    Key: key(id),
    UpdateExpression: 'ADD amountMinor :one',
    ExpressionAttributeValues: { ':one': { N: '1' } },
  },
});
const transact = (...TransactItems: TransactWriteItem[]) =>
  client.send(new TransactWriteItemsCommand({ TransactItems }));
const read = async (id: string) => (await client.send(new GetItemCommand({ TableName, Key: key(id) }))).Item;

describe('single writes beside transactions', () => {
  it('lose no update: each write either counts or is told of the conflict', async () => {
    const single = () =>
      client.send(
        new UpdateItemCommand({
          TableName,
          Key: key('mixed'),
          UpdateExpression: 'ADD amountMinor :one',
          ExpressionAttributeValues: { ':one': { N: '1' } },
        }),
      );

    const outcomes = await Promise.allSettled(
      Array.from({ length: 60 }, (_, n) =>
        n % 3 === 0 ? transact(increment('mixed'), increment(`side-${n}`)) : single(),
      ),
    );

    const failures = outcomes.flatMap((outcome) =>
      outcome.status === 'rejected' ? [(outcome.reason as Error).name] : [],
    );
    expect((await read('mixed'))?.amountMinor).toEqual({ N: String(60 - failures.length) });
    for (const name of failures) expect(name).toMatch(/^Transaction(Conflict|Canceled)Exception$/);
  });

  it('return the old item of a failed condition when asked', async () => {
    await client.send(new PutItemCommand({ TableName, Item: { ...key('single'), note: { S: 'kept' } } }));
    const attempt = (over: object) =>
      client.send(
        new PutItemCommand({
          TableName,
          Item: key('single'),
          ConditionExpression: 'attribute_not_exists(PK)',
          ...over,
        }),
      );

    await expect(attempt({ ReturnValuesOnConditionCheckFailure: 'ALL_OLD' })).rejects.toMatchObject({
      name: 'ConditionalCheckFailedException',
      Item: { ...key('single'), note: { S: 'kept' } },
    });
    await expect(attempt({})).rejects.toMatchObject({ name: 'ConditionalCheckFailedException', Item: undefined });
  });
});

describe('TransactGetItems', () => {
  it('reads several items, absent ones as empty, with projections', async () => {
    await transact(put('get-a', { note: { S: 'a' }, other: { S: 'x' } }));

    const { Responses } = await client.send(
      new TransactGetItemsCommand({
        TransactItems: [
          { Get: { TableName, Key: key('get-a'), ProjectionExpression: 'note' } },
          { Get: { TableName, Key: key('get-none') } },
        ],
      }),
    );

    expect(Responses).toEqual([{ Item: { note: { S: 'a' } } }, {}]);
  });

  it('never sees half a transaction', async () => {
    const pair = ['pair-a', 'pair-b'];
    const writers = Array.from({ length: 20 }, () => transact(...pair.map(increment)).catch(() => undefined));
    const readers = Array.from({ length: 20 }, () =>
      client
        .send(new TransactGetItemsCommand({ TransactItems: pair.map((id) => ({ Get: { TableName, Key: key(id) } })) }))
        .then(({ Responses }) => Responses?.map(({ Item }) => Item?.amountMinor?.N))
        .catch((error: Error) => {
          expect(error.name).toBe('TransactionCanceledException');
          return undefined;
        }),
    );

    await Promise.all(writers);
    const seen = await Promise.all(readers);

    for (const amounts of seen) if (amounts) expect(amounts[0]).toBe(amounts[1]);
  });
});
