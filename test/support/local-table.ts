import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { systemClock } from 'laptop-cloud/clock';
import { createDynamoDbService } from 'laptop-cloud/dynamodb/dynamodb-service';
import type { Table } from '../../lambdas/adapters/table.ts';
import { table as declared } from '../../lib/topology.ts';

const key = (hash: string, range: string) => [
  { AttributeName: hash, KeyType: 'HASH' as const },
  { AttributeName: range, KeyType: 'RANGE' as const },
];

/** The real local database in memory, and its empty tables. */
export type Tables = Awaited<ReturnType<typeof openTables>>;

/** The real local database in memory, with an empty table as the topology declares it for each call of `fresh`. */
export async function openTables() {
  const service = await createDynamoDbService({ clock: systemClock });
  const server = createServer((request, response) => void service.handle(request, response, {}));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const client = new DynamoDBClient({
    region: 'us-east-1',
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  let made = 0;
  return {
    async fresh(): Promise<Table> {
      made += 1;
      const name = `ledger-${made}`;
      const { partitionKey, sortKey, index } = declared;
      await client.send(
        new CreateTableCommand({
          TableName: name,
          BillingMode: 'PAY_PER_REQUEST',
          KeySchema: key(partitionKey, sortKey),
          AttributeDefinitions: [partitionKey, sortKey, index.partitionKey, index.sortKey].map((AttributeName) => ({
            AttributeName,
            AttributeType: 'S',
          })),
          GlobalSecondaryIndexes: [
            {
              IndexName: index.name,
              KeySchema: key(index.partitionKey, index.sortKey),
              Projection: { ProjectionType: 'ALL' },
            },
          ],
        }),
      );
      return { client, name };
    },
    async close() {
      client.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await service.close();
    },
  };
}
