import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../lib/bundle.ts';
import { substitute } from '../../lib/placeholders.ts';
import { type FunctionId, functions, type Grant, type MachineId, machines } from '../../lib/topology.ts';
import { deployedValues } from './deployed-values.ts';
import type { ReadableResource } from './readable-template.ts';
import { resourceAt, resourcesOf, type SynthesisedApp, synthesiseApp } from './synthesised-app.ts';

interface Statement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Action: string | readonly string[];
  readonly Resource: string | readonly string[];
}

const functionIds = Object.keys(functions) as FunctionId[];
const machineIds = Object.keys(machines) as MachineId[];

/** What a role has on top of its declaration, each for one reason. */
const BEYOND_TOPOLOGY: Readonly<Record<string, readonly string[]>> = {
  // Lambda polls the queue in the name of the function.
  StartWorkflow: ['sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ReceiveMessage'].map(
    (action) => `${action} on <SpendwirePipeline/Ingest.Arn>`,
  ),
  // Lambda puts an event away whose failure could not be recorded.
  CloseAbandoned: ['sqs:GetQueueAttributes', 'sqs:GetQueueUrl', 'sqs:SendMessage'].map(
    (action) => `${action} on <SpendwirePipeline/Events/Undelivered.Arn>`,
  ),
};

const ownLogs = (functionId: FunctionId) =>
  ['logs:CreateLogStream', 'logs:PutLogEvents'].map(
    (action) => `${action} on <SpendwirePipeline/${functionId}/Logs.Arn>`,
  );

/** Logging and tracing of a state machine; IAM knows no narrower resource for any of them. */
const OBSERVING = [
  'logs:CreateLogDelivery',
  'logs:DeleteLogDelivery',
  'logs:DescribeLogGroups',
  'logs:DescribeResourcePolicies',
  'logs:GetLogDelivery',
  'logs:ListLogDeliveries',
  'logs:PutResourcePolicy',
  'logs:UpdateLogDelivery',
  'xray:GetSamplingRules',
  'xray:GetSamplingTargets',
  'xray:PutTelemetryRecords',
  'xray:PutTraceSegments',
].map((action) => `${action} on *`);

/** What a distributed Map asks of its machine: executions of its own. */
const runningMaps = (machineId: MachineId) => {
  const own = `arn:<AWS::Partition>:states:<AWS::Region>:<AWS::AccountId>:execution:<SpendwirePipeline/${machineId}Workflow.Name>`;
  const actions = ['states:DescribeExecution', 'states:RedriveExecution', 'states:StopExecution'];
  return [
    `states:StartExecution on <SpendwirePipeline/${machineId}Workflow>`,
    ...actions.flatMap((action) => [`${action} on ${own}/*`, `${action} on ${own}:*`]),
  ];
};

/** All that may stand on `*`; everything else names its resource. */
const MAY_NAME_NO_RESOURCE = [
  ...OBSERVING,
  'sns:GetSMSSandboxAccountStatus on *',
  'sns:ListSMSSandboxPhoneNumbers on *',
  'textract:GetExpenseAnalysis on *',
  'textract:StartExpenseAnalysis on *',
];

let app: SynthesisedApp;
beforeAll(async () => {
  app = await synthesiseApp();
});

describe('roles', () => {
  it.each(functionIds)('lets %s do what is declared and write its own log', (functionId) => {
    const expected = [
      ...declared(functions[functionId].grants),
      ...ownLogs(functionId),
      ...(BEYOND_TOPOLOGY[functionId] ?? []),
    ];

    expect(allowedTo(`SpendwirePipeline/${functionId}/Role`)).toEqual([...new Set(expected)].sort());
  });

  it.each(machineIds)('lets %s do what is declared, log, trace, and run the Maps in its file', (machineId) => {
    const file = readFileSync(join(projectRoot, machines[machineId].file), 'utf8');
    const expected = [
      ...declared(machines[machineId].grants),
      ...OBSERVING,
      ...(file.includes('"DISTRIBUTED"') ? runningMaps(machineId) : []),
    ];

    expect(allowedTo(`SpendwirePipeline/${machineId}Workflow/Role`)).toEqual([...new Set(expected)].sort());
  });

  it('lets each scheduler start its machine or function and nothing else', () => {
    const schedulers = resourcesOf(app, 'AWS::IAM::Role').filter(({ path }) => path.includes('SchedulerRole'));

    expect(schedulers.map(({ path }) => allowedTo(path)).sort()).toEqual([
      ['lambda:InvokeFunction on <SpendwirePipeline/Sweep.Arn>'],
      [`states:StartExecution on ${deployedValues.FindMissingArn}`],
      [`states:StartExecution on ${deployedValues.LookAheadArn}`],
    ]);
  });

  it('names a resource wherever IAM knows one', () => {
    const everything = resourcesOf(app, 'AWS::IAM::Role').flatMap(({ path }) => allowedTo(path));

    const onAnything = [...new Set(everything.filter((permission) => permission.endsWith(' on *')))];

    expect(onAnything.filter((permission) => !MAY_NAME_NO_RESOURCE.includes(permission))).toEqual([]);
  });

  it('uses no policy of AWS, because those grant more than is called', () => {
    for (const { path, properties } of resourcesOf(app, 'AWS::IAM::Role')) {
      expect(properties.ManagedPolicyArns, path).toBeUndefined();
    }
  });

  it('can be taken on by one service each', () => {
    for (const { path, properties } of resourcesOf(app, 'AWS::IAM::Role')) {
      const principals = properties.AssumeRolePolicyDocument.Statement.map((s: { Principal: unknown }) => s.Principal);
      expect(principals, path).toEqual([
        { Service: expect.stringMatching(/^(lambda|states|scheduler)\.amazonaws\.com$/) },
      ]);
    }
  });
});

const declared = (grants: readonly Grant[]): string[] => expand(substitute(grants, deployedValues));

const expand = (grants: readonly Grant[]): string[] =>
  grants.flatMap(({ actions, resources }) => actions.flatMap((action) => resources.map((on) => `${action} on ${on}`)));

/** Inline and attached policies of a role, as sorted `action on resource`. */
function allowedTo(rolePath: string): string[] {
  const role = resourceAt(app, rolePath);
  const attached = resourcesOf(app, 'AWS::IAM::Policy').filter(({ properties }) =>
    properties.Roles.includes(`<${rolePath}>`),
  );
  const documents = [
    ...(role.properties.Policies ?? []),
    ...attached.map(({ properties }: ReadableResource) => properties),
  ];
  const statements: Statement[] = documents.flatMap(({ PolicyDocument }) => PolicyDocument.Statement);
  const grants = statements
    .filter(({ Effect }) => Effect === 'Allow')
    .map(({ Action, Resource }) => ({ actions: [Action].flat(), resources: [Resource].flat() }));
  return [...new Set(expand(grants))].sort();
}
