import {
  IdempotentParameterMismatchException,
  QueryCommand,
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { describe, expect } from 'vitest';
import type { JsonObject, ServiceError } from '../../src/http/service.ts';
import { increment, key, put, TableName } from './database.ts';
import { it as base } from './fixtures.ts';

const it = base.extend(
  'withToken',
  ({ client }) =>
    (token: string, ...TransactItems: TransactWriteItem[]) =>
      client.send(new TransactWriteItemsCommand({ TransactItems, ClientRequestToken: token })),
);
const absent = (id: string, over = {}): TransactWriteItem => ({
  ConditionCheck: { TableName, Key: key(id), ConditionExpression: 'attribute_not_exists(PK)', ...over },
});
const canceled = async (attempt: Promise<unknown>): Promise<TransactionCanceledException> => {
  const error = await attempt.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(TransactionCanceledException);
  return error as TransactionCanceledException;
};
/** Why a transaction that was asked for in process did not happen, one for each of its items. */
const reasonsOf = (error: unknown) => (error as ServiceError).details.CancellationReasons as { Code: string }[];

describe('TransactWriteItems', () => {
  it('puts, updates and deletes together, with the index', async ({ client, transact, read }) => {
    await transact(
      put('old', { GSI1PK: { S: 'kind' }, GSI1SK: { S: 'old' } }),
      put('base', { amountMinor: { N: '5' } }),
    );

    await transact(
      put('new', { GSI1PK: { S: 'kind' }, GSI1SK: { S: 'new' } }),
      increment('base'),
      { Delete: { TableName, Key: key('old') } },
      absent('nobody'),
    );

    expect(await read('old')).toBeUndefined();
    expect((await read('base'))?.amountMinor).toEqual({ N: '6' });
    expect(await read('nobody')).toBeUndefined();
    const index = await client.send(
      new QueryCommand({
        TableName,
        IndexName: 'GSI1',
        KeyConditionExpression: 'GSI1PK = :kind',
        ExpressionAttributeValues: { ':kind': { S: 'kind' } },
      }),
    );
    expect(index.Items?.map((item) => item.GSI1SK?.S)).toEqual(['new']);
  });

  it('fails as a whole when one condition fails, with a reason for each item', async ({ transact, read }) => {
    await transact(put('taken', { note: { S: 'first' } }));

    const error = await canceled(
      transact(
        increment('untouched'),
        absent('taken'),
        absent('taken-not', { ReturnValuesOnConditionCheckFailure: 'ALL_OLD' }),
      ),
    );

    expect(error.message).toBe(
      'Transaction cancelled, please refer cancellation reasons for specific reasons [None, ConditionalCheckFailed, None]',
    );
    expect(error.CancellationReasons).toEqual([
      { Code: 'None' },
      { Code: 'ConditionalCheckFailed', Message: 'The conditional request failed' },
      { Code: 'None' },
    ]);
    expect(await read('untouched')).toBeUndefined();
  });

  it('returns the item that failed a condition when asked', async ({ transact }) => {
    await transact(put('holder', { note: { S: 'mine' } }));

    const error = await canceled(transact(absent('holder', { ReturnValuesOnConditionCheckFailure: 'ALL_OLD' })));

    expect(error.CancellationReasons?.[0]?.Item).toEqual({ ...key('holder'), note: { S: 'mine' } });
  });

  it('fails with ValidationError for an item whose stored value does not fit the update', async ({
    transact,
    read,
  }) => {
    await transact(put('text', { amountMinor: { S: 'five' } }));

    const error = await canceled(transact(increment('text'), put('beside')));

    expect(error.CancellationReasons?.map(({ Code }) => Code)).toEqual(['ValidationError', 'None']);
    expect(await read('beside')).toBeUndefined();
  });

  it.for([
    ['no items', [], /length greater than or equal to 1/],
    [
      'more than 100 items',
      Array.from({ length: 101 }, (_, n) => put(`many-${n}`)),
      /length less than or equal to 100/,
    ],
    ['an item twice', [put('twice'), increment('twice')], /multiple operations on one item/],
    ['two actions in one item', [{ ...put('a'), ...increment('b') }], /can only contain one of/],
    [
      'an empty update expression',
      [{ Update: { TableName, Key: key('a'), UpdateExpression: '' } }],
      /Invalid UpdateExpression: The expression can not be empty/,
    ],
    [
      'a check without a condition',
      [absent('a', { ConditionExpression: undefined })],
      /conditionExpression.*must not be null/i,
    ],
  ] as const)('fails with ValidationException on %s', async ([_, items, message], { transact }) => {
    const attempt = transact(...(items as TransactWriteItem[]));

    await expect(attempt).rejects.toMatchObject({
      name: 'ValidationException',
      message: expect.stringMatching(message),
    });
  });

  it('fails with ResourceNotFoundException on an unknown table', async ({ transact }) => {
    const attempt = transact({ Put: { TableName: 'Nowhere', Item: key('a') } });

    await expect(attempt).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });

  it('counts exactly the successes of 40 concurrent increments', async ({ database, read }) => {
    // All in one turn: over HTTP one can be done before the next has come.
    const request = { TransactItems: [increment('counter') as unknown as JsonObject] };
    const { TransactWriteItems } = database.service.operations;
    const outcomes = await Promise.allSettled(Array.from({ length: 40 }, () => TransactWriteItems?.(request, {})));

    const successes = outcomes.filter(({ status }) => status === 'fulfilled').length;
    const codes = outcomes.flatMap((outcome) =>
      outcome.status === 'rejected' ? reasonsOf(outcome.reason).map(({ Code }) => Code) : [],
    );
    expect((await read('counter'))?.amountMinor).toEqual({ N: String(successes) });
    expect(successes).toBeGreaterThan(0);
    expect(new Set(codes)).toEqual(new Set(['TransactionConflict']));
  });

  it('counts 40 when each of 40 concurrent increments is tried until it succeeds', async ({ transact, read }) => {
    const untilDone = async (): Promise<void> => {
      for (;;) {
        try {
          await transact(increment('retried'));
          return;
        } catch (error) {
          expect((error as TransactionCanceledException).CancellationReasons?.[0]?.Code).toBe('TransactionConflict');
        }
      }
    };

    await Promise.all(Array.from({ length: 40 }, untilDone));

    expect((await read('retried'))?.amountMinor).toEqual({ N: '40' });
  });

  it('reports the capacity that was used when asked', async ({ client }) => {
    const result = await client.send(
      new TransactWriteItemsCommand({
        TransactItems: [put('capacity-a'), put('capacity-b')],
        ReturnConsumedCapacity: 'TOTAL',
      }),
    );

    expect(result.ConsumedCapacity).toEqual([{ TableName, CapacityUnits: 4 }]);
  });
});

describe('ClientRequestToken', () => {
  it('makes a repeat of the same request do nothing', async ({ read, withToken }) => {
    await withToken('token-1', increment('once'));

    await withToken('token-1', increment('once'));

    expect((await read('once'))?.amountMinor).toEqual({ N: '1' });
  });

  it('fails when it comes with another request', async ({ withToken }) => {
    await withToken('token-2', increment('once'));

    await expect(withToken('token-2', increment('twice'))).rejects.toBeInstanceOf(IdempotentParameterMismatchException);
  });

  it('may be used again after ten minutes', async ({ clock, read, withToken }) => {
    await withToken('token-3', increment('later'));
    await clock.sleep(10 * 60 * 1000);

    await withToken('token-3', increment('later'));

    expect((await read('later'))?.amountMinor).toEqual({ N: '2' });
  });
});
