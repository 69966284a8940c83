import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RemovalPolicy } from 'aws-cdk-lib';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { DefinitionBody, LogLevel, StateMachine, StateMachineType } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { projectRoot } from '../bundle.ts';
import { placeholderNames } from '../placeholders.ts';
import { type Grant, type MachineDeclaration, type MachineId, machines, withUploadKey } from '../topology.ts';
import { GrantedRole } from './granted-role.ts';
import { MapRunPolicy } from './map-run-policy.ts';

export interface WorkflowProps {
  /** Which machine of `lib/topology.ts` to deploy. */
  readonly machineId: MachineId;
  /** Values of the placeholders in its file and grants. */
  readonly values: Readonly<Record<string, string>>;
  /** What the names of the stage begin with. */
  readonly prefix: string;
  /** KMS key that uploads may be encrypted with; empty for none. */
  readonly uploadKeyArn: string;
  readonly logRetention: RetentionDays;
}

/** What a machine needs to log and to trace; CDK would add the same to any role. */
const OBSERVE: readonly Grant[] = [
  {
    actions: [
      'logs:CreateLogDelivery',
      'logs:GetLogDelivery',
      'logs:UpdateLogDelivery',
      'logs:DeleteLogDelivery',
      'logs:ListLogDeliveries',
      'logs:PutResourcePolicy',
      'logs:DescribeResourcePolicies',
      'logs:DescribeLogGroups',
    ],
    resources: ['*'],
  },
  {
    actions: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords', 'xray:GetSamplingRules', 'xray:GetSamplingTargets'],
    resources: ['*'],
  },
];

/**
 * CloudWatch Logs lets services write to every group under this prefix by one rule. Each group of another name is added to
 * a policy of the account that holds 5,120 characters, and once that is full no machine with a log can be made any more.
 * https://docs.aws.amazon.com/step-functions/latest/dg/bp-cwl.html
 */
const VENDED_LOGS = '/aws/vendedlogs/states/';

/**
 * A Standard state machine defined by a file in `statemachines/`. Its log holds every event but never a state's input
 * or output, because those hold amounts and merchants.
 *
 * CDK cannot read permissions out of a file: the role has what `lib/topology.ts` declares, and
 * `test/lib/machine-permissions.test.ts` fails when that is more or less than the file calls.
 */
export class Workflow extends Construct {
  readonly stateMachine: StateMachine;

  constructor(scope: Construct, id: string, { machineId, values, prefix, uploadKeyArn, logRetention }: WorkflowProps) {
    super(scope, id);
    const declaration: MachineDeclaration = machines[machineId];
    const definition = readDefinition(declaration.file);
    this.stateMachine = new StateMachine(this, 'Resource', {
      stateMachineType: StateMachineType.STANDARD,
      definitionBody: DefinitionBody.fromString(definition),
      definitionSubstitutions: pick(values, placeholderNames(definition), declaration.file),
      role: new GrantedRole(this, 'Role', {
        service: 'states.amazonaws.com',
        grants: [...withUploadKey(declaration.grants, uploadKeyArn), ...OBSERVE],
        values,
      }),
      tracingEnabled: true,
      logs: {
        destination: new LogGroup(this, 'Logs', {
          logGroupName: `${VENDED_LOGS}${prefix}-${declaration.name}`,
          retention: logRetention,
          removalPolicy: RemovalPolicy.DESTROY,
        }),
        level: LogLevel.ALL,
        includeExecutionData: false,
      },
    });
    if (runsMaps(definition)) new MapRunPolicy(this, 'MapRuns', this.stateMachine);
  }
}

/** The text goes into the template, where it can be read and compared; without its indentation, to keep that small. */
const readDefinition = (file: string): string =>
  JSON.stringify(JSON.parse(readFileSync(join(projectRoot, file), 'utf8')));

/** Whether a Map of the machine starts executions of its own. */
const runsMaps = (definition: string): boolean => definition.includes('"Mode":"DISTRIBUTED"');

function pick(values: Readonly<Record<string, string>>, names: readonly string[], file: string) {
  return Object.fromEntries(
    names.map((name) => {
      const value = values[name];
      if (value === undefined) {
        throw new RangeError(`${file}: expected one of ${Object.keys(values).sort().join(', ')}, got \${${name}}`);
      }
      return [name, value];
    }),
  );
}
