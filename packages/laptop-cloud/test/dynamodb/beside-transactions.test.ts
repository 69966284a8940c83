import { PutItemCommand, TransactGetItemsCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { describe, expect } from 'vitest';
import { increment, key, put, TableName } from './database.ts';
import { it } from './fixtures.ts';

describe('single writes beside transactions', () => {
  it('lose no update: each write either counts or is told of the conflict', async ({ client, transact, read }) => {
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

  it('return the old item of a failed condition when asked', async ({ client }) => {
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
  it('reads several items, absent ones as empty, with projections', async ({ client, transact }) => {
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

  it('never sees half a transaction', async ({ client, transact }) => {
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
