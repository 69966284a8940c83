import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { startLaptopCloud } from 'laptop-cloud';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ownTableClient } from '../../laptop/own-table-client.ts';

describe('ownTableClient', () => {
  it('answers as the port does, errors too', async () => {
    const dataDirectory = await mkdtemp(join(tmpdir(), 'own-client-'));
    const TableName = 'Things';
    const table = {
      TableName,
      KeySchema: [{ AttributeName: 'PK', KeyType: 'HASH' }],
      AttributeDefinitions: [{ AttributeName: 'PK', AttributeType: 'S' }],
      BillingMode: 'PAY_PER_REQUEST',
    };
    const cloud = await startLaptopCloud({ tables: [] }, { dataDirectory, port: 0 });
    onTestFinished(async () => {
      await cloud.close();
      await rm(dataDirectory, { recursive: true, force: true });
    });
    await cloud.dynamodb.operations['CreateTable']?.(table, {});
    const [own, other] = [ownTableClient(cloud), new DynamoDBClient(cloud.clientConfig)];
    onTestFinished(() => other.destroy());
    const Item = { PK: { S: 'ü' }, amount: { N: '12.5' }, raw: { B: Buffer.from([0, 255]) } };
    await own.send(new PutItemCommand({ TableName, Item }));

    for (const client of [own, other]) {
      const { Item: read } = await client.send(new GetItemCommand({ TableName, Key: { PK: { S: 'ü' } } }));
      expect(read?.['amount']).toEqual({ N: '12.5' });
      expect([...(read?.['raw']?.B ?? [])]).toEqual([0, 255]);
      const again = client.send(
        new PutItemCommand({ TableName, Item, ConditionExpression: 'attribute_not_exists(PK)' }),
      );
      await expect(again).rejects.toMatchObject({
        name: 'ConditionalCheckFailedException',
        $metadata: { httpStatusCode: 400 },
      });
    }
  });
});
