import { table } from '../../lib/topology.ts';
import type { JsonObject, OperationService } from '../http/service.ts';
import { tableName } from './names.ts';

const CALLER = {};

/** Creates the table with its index and its time to live, unless it is there; resolves when it can be used. */
export async function ensureTable({ operations }: OperationService): Promise<void> {
  const call = async (name: string, input: JsonObject): Promise<JsonObject> => {
    const operation = operations[name];
    if (!operation) throw new RangeError(`expected the database to have the operation ${name}`);
    return operation(input, CALLER);
  };
  const { TableNames } = await call('ListTables', {});
  if (!(TableNames as string[]).includes(tableName)) await call('CreateTable', tableDefinition);
  while (!isActive(await call('DescribeTable', { TableName: tableName }))) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  const { TimeToLiveDescription } = await call('DescribeTimeToLive', { TableName: tableName });
  if ((TimeToLiveDescription as JsonObject).TimeToLiveStatus === 'ENABLED') return;
  await call('UpdateTimeToLive', {
    TableName: tableName,
    TimeToLiveSpecification: { AttributeName: table.timeToLiveAttribute, Enabled: true },
  });
}

const isActive = ({ Table }: JsonObject): boolean => (Table as JsonObject).TableStatus === 'ACTIVE';

const keySchema = (partitionKey: string, sortKey: string) => [
  { AttributeName: partitionKey, KeyType: 'HASH' },
  { AttributeName: sortKey, KeyType: 'RANGE' },
];

const tableDefinition: JsonObject = {
  TableName: tableName,
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: [table.partitionKey, table.sortKey, table.index.partitionKey, table.index.sortKey].map(
    (AttributeName) => ({ AttributeName, AttributeType: 'S' }),
  ),
  KeySchema: keySchema(table.partitionKey, table.sortKey),
  GlobalSecondaryIndexes: [
    {
      IndexName: table.index.name,
      KeySchema: keySchema(table.index.partitionKey, table.index.sortKey),
      Projection: { ProjectionType: 'ALL' },
    },
  ],
};
