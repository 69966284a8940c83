import { account, localArn } from '../account.ts';
import { type JsonObject, type OperationService, ServiceError } from '../http/service.ts';
import type { MachineSpec } from './declaration.ts';

/** The ARN of a machine by its name. */
export const machineArn = (name: string): string => localArn('states', `stateMachine:${name}`);

/** Creates every machine, or gives it the definition that is declared now. */
export async function ensureMachines(
  { operations }: OperationService,
  machines: readonly MachineSpec[],
): Promise<void> {
  for (const { name, definition, type = 'STANDARD' } of machines) {
    const stateMachineArn = machineArn(name);
    const existing = await operations.DescribeStateMachine?.({ stateMachineArn }, {}).catch(absent);
    if (existing?.definition === definition) continue;
    if (existing) await operations.UpdateStateMachine?.({ stateMachineArn, definition }, {});
    else await operations.CreateStateMachine?.({ name, definition, roleArn: roleArn(name), type }, {});
  }
}

/** Nobody assumes it here, but the operation asks for one. */
const roleArn = (name: string): string => `arn:aws:iam::${account.id}:role/${name}`;

function absent(error: unknown): JsonObject | undefined {
  if (error instanceof ServiceError && error.code === 'StateMachineDoesNotExist') return undefined;
  throw error;
}
