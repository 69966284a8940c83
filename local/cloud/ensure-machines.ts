import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../../lib/bundle.ts';
import { substitute } from '../../lib/placeholders.ts';
import { type MachineId, machines } from '../../lib/topology.ts';
import { account } from '../account.ts';
import { type JsonObject, type OperationService, ServiceError } from '../http/service.ts';
import { machineArn } from './names.ts';

/** Creates every machine of the topology, or gives it the definition that stands in its file now. */
export async function ensureMachines(
  { operations }: OperationService,
  values: Readonly<Record<string, string>>,
): Promise<void> {
  for (const id of Object.keys(machines) as MachineId[]) {
    const { name, file } = machines[id];
    const definition = substitute(await readFile(join(projectRoot, file), 'utf8'), values);
    const stateMachineArn = machineArn(id);
    const existing = await operations.DescribeStateMachine?.({ stateMachineArn }, {}).catch(absent);
    if (existing?.definition === definition) continue;
    if (existing) await operations.UpdateStateMachine?.({ stateMachineArn, definition }, {});
    else await operations.CreateStateMachine?.({ name, definition, roleArn: roleArn(name), type: 'STANDARD' }, {});
  }
}

/** Nobody assumes it here, but the operation asks for one. */
const roleArn = (name: string): string => `arn:aws:iam::${account.id}:role/${name}`;

function absent(error: unknown): JsonObject | undefined {
  if (error instanceof ServiceError && error.code === 'StateMachineDoesNotExist') return undefined;
  throw error;
}
