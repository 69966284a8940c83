import { account, localArn } from '../account.ts';
import { type JsonObject, type OperationService, ServiceError } from '../http/service.ts';
import type { MachineSpec } from './declaration.ts';

/** The ARN of a machine by its name. */
export const machineArn = (name: string): string => localArn('states', `stateMachine:${name}`);

/**
 * Creates every machine, or gives it the definition that is declared now.
 *
 * @throws ServiceError `InvalidDefinition`, whose message begins with the machine's name.
 */
export async function ensureMachines(
  { operations }: OperationService,
  machines: readonly MachineSpec[],
): Promise<void> {
  for (const machine of machines) {
    await ensureMachine(operations, machine).catch((error: unknown) => {
      if (!(error instanceof ServiceError)) throw error;
      throw new ServiceError(error.code, `${machine.name}: ${error.message}`, error.status);
    });
  }
}

async function ensureMachine(
  operations: OperationService['operations'],
  { name, definition, type = 'STANDARD' }: MachineSpec,
): Promise<void> {
  const stateMachineArn = machineArn(name);
  const existing = await operations.DescribeStateMachine?.({ stateMachineArn }, {}).catch(absent);
  if (existing?.definition === definition) return;
  if (existing) await operations.UpdateStateMachine?.({ stateMachineArn, definition }, {});
  else await operations.CreateStateMachine?.({ name, definition, roleArn: roleArn(name), type }, {});
}

/** Nobody assumes it here, but the operation asks for one. */
const roleArn = (name: string): string => `arn:aws:iam::${account.id}:role/${name}`;

function absent(error: unknown): JsonObject | undefined {
  if (error instanceof ServiceError && error.code === 'StateMachineDoesNotExist') return undefined;
  throw error;
}
