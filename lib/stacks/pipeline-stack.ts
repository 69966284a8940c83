import { ArnFormat, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { BundledFunction } from '../constructs/bundled-function.ts';
import { EventRoutes } from '../constructs/event-routes.ts';
import { IngestQueue } from '../constructs/ingest-queue.ts';
import { OperationsAlarms } from '../constructs/operations-alarms.ts';
import { UsageOutputs } from '../constructs/usage-outputs.ts';
import { Workflow } from '../constructs/workflow.ts';
import { WorkflowSchedule } from '../constructs/workflow-schedule.ts';
import { type Installation, installationEnvironment } from '../installation.ts';
import { placeholderNames } from '../placeholders.ts';
import { type FunctionId, functions, ingestQueue, type MachineId, machines, schedules, settings } from '../topology.ts';

export interface PipelineStackProps extends StackProps {
  readonly installation: Installation;
  readonly bucket: IBucket;
  readonly table: ITable;
}

type Values = Readonly<Record<string, string>>;

/** What works on the documents: functions, machines, the way from an upload to them, and the alarms over it all. */
export class PipelineStack extends Stack {
  readonly #installation: Installation;

  constructor(scope: Construct, id: string, { installation, bucket, table, ...props }: PipelineStackProps) {
    super(scope, id, { description: 'Spendwire: from an upload to the alert', ...props });
    this.#installation = installation;

    const data: Values = {
      BucketName: bucket.bucketName,
      BucketArn: bucket.bucketArn,
      TableName: table.tableName,
      TableArn: table.tableArn,
      TopicPrefix: settings.resourcePrefix,
      TopicArnPrefix: this.formatArn({
        service: 'sns',
        resource: `${settings.resourcePrefix}-`,
        arnFormat: ArnFormat.NO_RESOURCE_NAME,
      }),
    };
    // Machines call functions, and some functions start machines: the latter come last, and a circle fails here.
    const [steps, starters] = partition(idsOf(functions), (functionId) => !startsMachine(functionId));
    const stepFunctions = this.#functions(steps, data);
    const workflows = this.#workflows({ ...data, ...functionArns(stepFunctions) });
    const values: Values = { ...data, ...machineArns(workflows) };
    const all = new Map([...stepFunctions, ...this.#functions(starters, values)]);

    const ingest = new IngestQueue(this, 'Ingest', { consumer: one(all, ingestQueue.consumer) });
    const routes = new EventRoutes(this, 'Events', {
      ingestQueue: ingest.queue,
      recordFailure: one(all, 'RecordFailure'),
      values,
    });
    for (const [scheduleId, { machine, everyMinutes }] of Object.entries(schedules)) {
      new WorkflowSchedule(this, `${scheduleId}Schedule`, {
        stateMachine: one(workflows, machine),
        every: Duration.minutes(everyMinutes),
      });
    }
    new OperationsAlarms(this, 'Operations', {
      opsEmail: installation.opsEmail,
      ingest,
      undelivered: routes.undelivered,
      workflows,
      functions: new Map([...all].filter(([functionId]) => !isStep(functionId))),
    });
    new UsageOutputs(this, 'Usage', {
      bucket,
      table,
      workflows,
      startWorkflow: one(all, 'StartWorkflow'),
      deadLetters: ingest.deadLetters,
      undelivered: routes.undelivered,
    });
  }

  #functions(ids: readonly FunctionId[], values: Values): Map<FunctionId, LambdaFunction> {
    const environment = installationEnvironment(this.#installation);
    const logRetention = this.#installation.logRetentionDays;
    return new Map(
      ids.map((functionId) => [
        functionId,
        new BundledFunction(this, functionId, { functionId, values, environment, logRetention }).function,
      ]),
    );
  }

  #workflows(values: Values): Map<MachineId, StateMachine> {
    const logRetention = this.#installation.logRetentionDays;
    return new Map(
      idsOf(machines).map((machineId) => [
        machineId,
        new Workflow(this, `${machineId}Workflow`, { machineId, values, logRetention }).stateMachine,
      ]),
    );
  }
}

const idsOf = <Id extends string>(declared: Readonly<Record<Id, unknown>>) => Object.keys(declared) as Id[];

const machineArnName = (machineId: MachineId) => `${machineId}Arn`;

const startsMachine = (functionId: FunctionId): boolean => {
  const names = placeholderNames(functions[functionId]);
  return idsOf(machines).some((machineId) => names.includes(machineArnName(machineId)));
};

/** Whether a machine calls the function; its failures then surface as failed executions. */
const isStep = (functionId: FunctionId): boolean =>
  placeholderNames(Object.values(machines)).includes(`${functionId}FunctionArn`);

const functionArns = (deployed: ReadonlyMap<FunctionId, LambdaFunction>): Values =>
  Object.fromEntries([...deployed].map(([functionId, { functionArn }]) => [`${functionId}FunctionArn`, functionArn]));

const machineArns = (deployed: ReadonlyMap<MachineId, StateMachine>): Values =>
  Object.fromEntries(
    [...deployed].map(([machineId, { stateMachineArn }]) => [machineArnName(machineId), stateMachineArn]),
  );

function partition<T>(items: readonly T[], test: (item: T) => boolean): [T[], T[]] {
  return [items.filter(test), items.filter((item) => !test(item))];
}

function one<Id, T>(deployed: ReadonlyMap<Id, T>, id: Id): T {
  const found = deployed.get(id);
  if (!found) throw new RangeError(`expected one of ${[...deployed.keys()].join(', ')}, got ${String(id)}`);
  return found;
}
