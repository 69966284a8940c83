import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../lib/bundle.ts';
import { type Grant, type MachineId, machines } from '../../lib/topology.ts';

interface State {
  readonly Type: string;
  readonly Resource?: string;
  readonly Arguments?: { readonly FunctionName?: string };
}

/** SDK integrations act with the machine's role, also on what the service itself then reads. */
const SDK_INTEGRATIONS: Readonly<Record<string, readonly string[]>> = {
  'textract:startExpenseAnalysis': [
    'textract:StartExpenseAnalysis on *',
    's3:GetObject on ${BucketArn}/receipts/*',
    's3:GetObjectVersion on ${BucketArn}/receipts/*',
  ],
};

const machineIds = Object.keys(machines) as MachineId[];

describe('permissions of machines', () => {
  it.each(machineIds)('grants %s what its tasks call, and nothing else', (machineId) => {
    const definition = JSON.parse(readFileSync(join(projectRoot, machines[machineId].file), 'utf8'));

    const called = tasksIn(definition).flatMap(permissionsOf);

    expect(granted(machines[machineId].grants)).toEqual([...new Set(called)].sort());
  });

  it('fails on an integration that nobody has looked up the permissions of', () => {
    const task = { Type: 'Task', Resource: 'arn:aws:states:::aws-sdk:s3:deleteObject' };

    expect(() => permissionsOf(task)).toThrow('aws-sdk:s3:deleteObject');
  });
});

const granted = (grants: readonly Grant[]): string[] =>
  grants
    .flatMap(({ actions, resources }) => actions.flatMap((action) => resources.map((on) => `${action} on ${on}`)))
    .sort();

/** Every Task, also inside Map and Parallel. */
function tasksIn(value: unknown): State[] {
  if (value === null || typeof value !== 'object') return [];
  const inside = Object.values(value).flatMap(tasksIn);
  return (value as State).Type === 'Task' ? [value as State, ...inside] : inside;
}

function permissionsOf({ Resource = '', Arguments }: State): readonly string[] {
  if (Resource === 'arn:aws:states:::lambda:invoke') return [`lambda:InvokeFunction on ${Arguments?.FunctionName}`];
  const known = SDK_INTEGRATIONS[Resource.replace('arn:aws:states:::aws-sdk:', '')];
  if (!known) throw new RangeError(`expected an integration whose permissions are listed, got ${Resource}`);
  return known;
}
