import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type CloudDeclaration,
  type MachineSpec,
  SCHEDULED_TIME,
  type ScheduleSpec,
  type TableSpec,
} from 'laptop-cloud';
import { projectRoot } from '../lib/bundle.ts';
import { substitute } from '../lib/placeholders.ts';
import { settings as defaults, type MachineId, machines, schedules, table, withUploadKey } from '../lib/topology.ts';
import { declaredQueues, declaredRules } from './declared-events.ts';
import { declaredFunctions, type SettingOverrides } from './declared-functions.ts';
import { bucketName, functionName, tableName } from './names.ts';

/** The topology with its placeholders filled, in the words of the laptop cloud. */
export async function declaredCloud(
  values: Readonly<Record<string, string>>,
  settings?: SettingOverrides,
): Promise<CloudDeclaration> {
  return {
    bucket: bucketName,
    tables: [declaredTable],
    functions: declaredFunctions(values, settings),
    machines: await Promise.all(
      (Object.keys(machines) as MachineId[]).map((id) => declaredMachine(id, values, settings)),
    ),
    queues: declaredQueues(),
    rules: declaredRules(values),
    schedules: declaredSchedules,
  };
}

async function declaredMachine(
  id: MachineId,
  values: Readonly<Record<string, string>>,
  { uploadKeyArn = defaults.uploadKeyArn }: SettingOverrides = {},
): Promise<MachineSpec> {
  const { name, file, grants } = machines[id];
  const definition = substitute(await readFile(join(projectRoot, file), 'utf8'), values);
  return { name, definition, grants: substitute(withUploadKey(grants, uploadKeyArn), values) };
}

const declaredSchedules: readonly ScheduleSpec[] = Object.values(schedules).map((schedule) => {
  const { everyMinutes } = schedule;
  if ('machine' in schedule) return { machine: machines[schedule.machine].name, everyMinutes };
  return { function: functionName(schedule.function), everyMinutes, input: { startedAt: SCHEDULED_TIME } };
});

const keySchema = (partitionKey: string, sortKey: string) => [
  { AttributeName: partitionKey, KeyType: 'HASH' },
  { AttributeName: sortKey, KeyType: 'RANGE' },
];

/** The one table with its index. */
export const declaredTable: TableSpec = {
  definition: {
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
  },
  timeToLiveAttribute: table.timeToLiveAttribute,
};
