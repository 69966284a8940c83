import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CreateTableCommand, DynamoDBClient, type TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { type Clock, systemClock } from '../../src/clock.ts';
import { createDynamoDbService, type DynamoDbService } from '../../src/dynamodb/dynamodb-service.ts';

export const TableName = 'Ledger';

export interface Database {
  readonly service: DynamoDbService;
  readonly client: DynamoDBClient;
  close(): Promise<void>;
}

/** The real service behind a real client, in memory unless a folder is given. */
export async function startDatabase(options: { directory?: string; clock?: Clock } = {}): Promise<Database> {
  const service = await createDynamoDbService({ clock: systemClock, ...options });
  const server = createServer((request, response) => void service.handle(request, response, {}));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const client = new DynamoDBClient({
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  });
  return {
    service,
    client,
    async close() {
      client.destroy();
      await stop(server);
      await service.close();
    },
  };
}

/** A table with a sort key and one sparse index. */
export async function createLedger(client: DynamoDBClient): Promise<void> {
  await client.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [
        { AttributeName: 'PK', KeyType: 'HASH' },
        { AttributeName: 'SK', KeyType: 'RANGE' },
      ],
      AttributeDefinitions: ['PK', 'SK', 'GSI1PK', 'GSI1SK'].map((AttributeName) => ({
        AttributeName,
        AttributeType: 'S',
      })),
      GlobalSecondaryIndexes: [
        {
          IndexName: 'GSI1',
          KeySchema: [
            { AttributeName: 'GSI1PK', KeyType: 'HASH' },
            { AttributeName: 'GSI1SK', KeyType: 'RANGE' },
          ],
          Projection: { ProjectionType: 'ALL' },
        },
      ],
    }),
  );
}

export const key = (PK: string, SK = 'METADATA') => ({ PK: { S: PK }, SK: { S: SK } });

/** A write of a whole item. */
export const put = (id: string, attributes = {}): TransactWriteItem => ({
  Put: { TableName, Item: { ...key(id), ...attributes } },
});

/** A write that adds one to the item's `amountMinor`. */
export const increment = (id: string): TransactWriteItem => ({
  Update: {
    TableName,
    Key: key(id),
    UpdateExpression: 'ADD amountMinor :one',
    ExpressionAttributeValues: { ':one': { N: '1' } },
  },
});

function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
