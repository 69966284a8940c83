import { beforeAll, describe, expect, it } from 'vitest';
import { bundledInputs } from '../../lib/bundle.ts';
import { bedrockGrant, type FunctionDeclaration, type FunctionId, functions } from '../../lib/topology.ts';
import { ACTIONS_WITHOUT_A_COMMAND, commandsIn, permissionsOf } from './sdk-permissions.ts';

const functionIds = Object.keys(functions) as FunctionId[];

let metafiles: Awaited<ReturnType<typeof bundledInputs>>;
beforeAll(async () => {
  metafiles = await bundledInputs();
});

const grantedTo = (functionId: FunctionId): string[] => {
  const declaration: FunctionDeclaration = functions[functionId];
  const asking = declaration.asksBedrock ? [bedrockGrant('amazon.nova-lite-v1:0')] : [];
  return [...new Set([...declaration.grants, ...asking].flatMap(({ actions }) => actions))].sort();
};

const callsOf = (functionId: FunctionId) =>
  commandsIn(metafiles[functionId]).map(([client, command]) => ({
    command: `${client}/${command}`,
    ...permissionsOf(client, command),
  }));

describe('permissions of functions', () => {
  it.each(functionIds)('grants %s every action that its bundle can call', (functionId) => {
    const granted = grantedTo(functionId);

    const missing = callsOf(functionId).flatMap(({ command, needs, needsOneOf }) => [
      ...needs.filter((action) => !granted.includes(action)).map((action) => `${command} needs ${action}`),
      ...(needsOneOf && !needsOneOf.some((action) => granted.includes(action))
        ? [`${command} needs one of ${needsOneOf.join(', ')}`]
        : []),
    ]);

    expect(missing).toEqual([]);
  });

  it.each(functionIds)('grants %s nothing that its bundle cannot call', (functionId) => {
    const callable = callsOf(functionId).flatMap(({ needs, needsOneOf = [], mayNeed = [] }) => [
      ...needs,
      ...needsOneOf,
      ...mayNeed,
    ]);

    const unused = grantedTo(functionId).filter(
      (action) => !callable.includes(action) && !ACTIONS_WITHOUT_A_COMMAND.includes(action),
    );

    expect(unused).toEqual([]);
  });
});

describe('commandsIn', () => {
  const bundleOf = (path: string, bytesInOutput: number) => ({
    outputs: { 'index.mjs': { inputs: { [path]: { bytesInOutput } } } },
  });
  const path = 'node_modules/@aws-sdk/client-s3/dist-es/commands/DeleteObjectCommand.js';

  it('finds a command that is in the bundle', () => {
    expect(commandsIn(bundleOf(path, 120))).toEqual([['s3', 'DeleteObject']]);
  });

  it('leaves out a command that was read and not used', () => {
    expect(commandsIn(bundleOf(path, 0))).toEqual([]);
  });
});
