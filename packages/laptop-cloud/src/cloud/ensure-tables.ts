import type { JsonObject, OperationService } from '../http/service.ts';
import type { TableSpec } from './declaration.ts';

const CALLER = {};

/** Creates each table with its time to live, unless it is there; resolves when all can be used. */
export async function ensureTables(database: OperationService, tables: readonly TableSpec[]): Promise<void> {
  for (const table of tables) await ensureTable(database, table);
}

async function ensureTable(
  { operations }: OperationService,
  { definition, timeToLiveAttribute }: TableSpec,
): Promise<void> {
  const call = async (name: string, input: JsonObject): Promise<JsonObject> => {
    const operation = operations[name];
    if (!operation) throw new RangeError(`expected the database to have the operation ${name}`);
    return operation(input, CALLER);
  };
  const { TableName } = definition;
  const { TableNames } = await call('ListTables', {});
  if (!(TableNames as string[]).includes(TableName)) await call('CreateTable', definition);
  while (!isActive(await call('DescribeTable', { TableName }))) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  if (timeToLiveAttribute === undefined) return;
  const { TimeToLiveDescription } = await call('DescribeTimeToLive', { TableName });
  if ((TimeToLiveDescription as JsonObject).TimeToLiveStatus === 'ENABLED') return;
  const TimeToLiveSpecification = { AttributeName: timeToLiveAttribute, Enabled: true };
  await call('UpdateTimeToLive', { TableName, TimeToLiveSpecification });
}

const isActive = ({ Table }: JsonObject): boolean => (Table as JsonObject).TableStatus === 'ACTIVE';
