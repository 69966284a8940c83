import {
  BatchWriteItemCommand,
  CreateTableCommand,
  DeleteTableCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  ExecuteStatementCommand,
  ListTablesCommand,
  PutItemCommand,
  QueryCommand,
  UpdateTableCommand,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import { describe, expect } from 'vitest';
import { key, TableName } from './database.ts';
import { it } from './fixtures.ts';

describe('the database service', () => {
  it('has an active table as soon as it is created', async ({ client }) => {
    const { Table } = await client.send(new DescribeTableCommand({ TableName }));
    const { TableNames } = await client.send(new ListTablesCommand({}));

    expect(Table?.TableStatus).toBe('ACTIVE');
    expect(TableNames).toEqual([TableName]);
  });

  it('knows a table that was deleted and made again by its new key', async ({ client }) => {
    const table = (AttributeName: string) => ({
      TableName: 'Remade',
      BillingMode: 'PAY_PER_REQUEST' as const,
      KeySchema: [{ AttributeName, KeyType: 'HASH' as const }],
      AttributeDefinitions: [{ AttributeName, AttributeType: 'S' as const }],
    });
    const put = (name: string) =>
      client.send(new PutItemCommand({ TableName: 'Remade', Item: { [name]: { S: 'x' } } }));
    await client.send(new CreateTableCommand(table('first')));
    await put('first');

    await client.send(new DeleteTableCommand({ TableName: 'Remade' }));
    await expect(put('first')).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    await client.send(new CreateTableCommand(table('second')));
    await put('second');

    await expect(put('first')).rejects.toMatchObject({ name: 'ValidationException' });
    await client.send(new DeleteTableCommand({ TableName: 'Remade' }));
  });

  it('shows a change of a table that is in use', async ({ client }) => {
    const TableName = 'Changed';
    await client.send(
      new CreateTableCommand({
        TableName,
        KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
        AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
        ProvisionedThroughput: { ReadCapacityUnits: 1, WriteCapacityUnits: 1 },
      }),
    );
    await client.send(new PutItemCommand({ TableName, Item: { id: { S: 'x' } } }));

    await client.send(new UpdateTableCommand({ TableName, BillingMode: 'PAY_PER_REQUEST' }));
    await client.send(new PutItemCommand({ TableName, Item: { id: { S: 'y' } } }));

    const { Table } = await client.send(new DescribeTableCommand({ TableName }));
    expect(Table?.BillingModeSummary?.BillingMode).toBe('PAY_PER_REQUEST');
    await client.send(new DeleteTableCommand({ TableName }));
  });

  it('pages through an index in order', async ({ client, read }) => {
    const writes = Array.from({ length: 25 }, (_, n) => ({
      PutRequest: {
        Item: { ...key(`page-${n}`), GSI1PK: { S: 'pages' }, GSI1SK: { S: String(24 - n).padStart(2, '0') } },
      },
    }));
    await client.send(new BatchWriteItemCommand({ RequestItems: { [TableName]: writes } }));
    const seen: (string | undefined)[] = [];

    let ExclusiveStartKey: Awaited<ReturnType<typeof read>>;
    do {
      const page = await client.send(
        new QueryCommand({
          TableName,
          IndexName: 'GSI1',
          KeyConditionExpression: 'GSI1PK = :pages',
          ExpressionAttributeValues: { ':pages': { S: 'pages' } },
          Limit: 7,
          ...(ExclusiveStartKey ? { ExclusiveStartKey } : {}),
        }),
      );
      seen.push(...(page.Items ?? []).map((item) => item.GSI1SK?.S));
      ExclusiveStartKey = page.LastEvaluatedKey;
    } while (ExclusiveStartKey);

    expect(seen).toEqual(Array.from({ length: 25 }, (_, n) => String(n).padStart(2, '0')));
  });

  it('answers in process with plain objects and leaves the input alone', async ({ database }) => {
    const { operations } = database.service;
    const input = { TableName, Item: { ...key('plain'), note: { S: 'x' } } };

    await operations.PutItem?.(input, {});
    const result = await operations.GetItem?.({ TableName, Key: key('plain') }, {});

    expect(input).toEqual({ TableName, Item: { ...key('plain'), note: { S: 'x' } } });
    expect(result).toStrictEqual({ Item: { ...key('plain'), note: { S: 'x' } } });
  });

  it('fails with UnknownOperationException on an operation it does not offer, and names those it does', async ({
    client,
  }) => {
    const attempt = client.send(new ExecuteStatementCommand({ Statement: 'SELECT * FROM Ledger' }));

    await expect(attempt).rejects.toMatchObject({
      name: 'UnknownOperationException',
      message: expect.stringMatching(/TransactWriteItems.*got "DynamoDB_20120810.ExecuteStatement"/),
    });
  });
});

describe('time to live', () => {
  it('deletes what has expired by the clock and nothing else', async ({ clock, database, client, read }) => {
    const expiring = (id: string, seconds: number) =>
      client.send(
        new PutItemCommand({
          TableName,
          Item: { ...key(id), expiresAtEpochSeconds: { N: String(Math.floor(clock.now() / 1000) + seconds) } },
        }),
      );
    await client.send(
      new UpdateTimeToLiveCommand({
        TableName,
        TimeToLiveSpecification: { AttributeName: 'expiresAtEpochSeconds', Enabled: true },
      }),
    );
    await Promise.all([expiring('soon', 60), expiring('late', 7200), expiring('ancient', -6 * 365 * 24 * 3600)]);

    const before = await database.service.sweepExpired();
    await clock.sleep(3600 * 1000);
    const after = await database.service.sweepExpired();

    expect([before, after]).toEqual([0, 1]);
    expect(await read('soon')).toBeUndefined();
    expect(await read('late')).toBeDefined();
    expect(await read('ancient')).toBeDefined();
  });

  it('fails to be enabled twice', async ({ client }) => {
    const attempt = client.send(
      new UpdateTimeToLiveCommand({
        TableName,
        TimeToLiveSpecification: { AttributeName: 'expiresAtEpochSeconds', Enabled: true },
      }),
    );

    await expect(attempt).rejects.toMatchObject({ message: 'TimeToLive is already enabled' });
  });

  it('is switched off again', async ({ client }) => {
    await client.send(
      new UpdateTimeToLiveCommand({
        TableName,
        TimeToLiveSpecification: { AttributeName: 'expiresAtEpochSeconds', Enabled: false },
      }),
    );

    const { TimeToLiveDescription } = await client.send(new DescribeTimeToLiveCommand({ TableName }));
    expect(TimeToLiveDescription).toEqual({ TimeToLiveStatus: 'DISABLED' });
  });
});
