import { ArnFormat, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { BundledFunction } from '../constructs/bundled-function.ts';
import { EndingMetrics } from '../constructs/ending-metrics.ts';
import { EventRoutes } from '../constructs/event-routes.ts';
import { FunctionSchedule } from '../constructs/function-schedule.ts';
import { IngestQueue } from '../constructs/ingest-queue.ts';
import { OperationsAlarms } from '../constructs/operations-alarms.ts';
import { UsageOutputs } from '../constructs/usage-outputs.ts';
import { Workflow } from '../constructs/workflow.ts';
import { WorkflowSchedule } from '../constructs/workflow-schedule.ts';
import { type Installation, installationEnvironment } from '../installation.ts';
import { keepRecord } from '../installation-record.ts';
import { placeholderNames } from '../placeholders.ts';
import { stageNames } from '../stage.ts';
import {
  type FunctionDeclaration,
  type FunctionId,
  functions,
  ingestQueue,
  type MachineId,
  machines,
  schedules,
} from '../topology.ts';

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
    keepRecord(this, installation);
    const { prefix } = stageNames(installation.stage);

    const data: Values = {
      BucketName: bucket.bucketName,
      BucketArn: bucket.bucketArn,
      TableName: table.tableName,
      TableArn: table.tableArn,
      Partition: this.partition,
      Region: this.region,
      Account: this.account,
      TopicPrefix: prefix,
      TopicArnPrefix: this.formatArn({
        service: 'sns',
        resource: `${prefix}-`,
        arnFormat: ArnFormat.NO_RESOURCE_NAME,
      }),
    };
    const { functions: all, workflows } = this.#deployAll(data);
    const values: Values = { ...data, ...machineArns(workflows) };

    const ingest = new IngestQueue(this, 'Ingest', {
      consumer: one(all, ingestQueue.consumer),
      maximumConcurrency: installation.ingestConcurrency,
    });
    const routes = new EventRoutes(this, 'Events', {
      ingestQueue: ingest.queue,
      closeAbandoned: one(all, 'CloseAbandoned'),
      values,
    });
    for (const [scheduleId, schedule] of Object.entries(schedules)) {
      const [id, every] = [`${scheduleId}Schedule`, Duration.minutes(schedule.everyMinutes)];
      if ('machine' in schedule) {
        new WorkflowSchedule(this, id, { stateMachine: one(workflows, schedule.machine), every });
      } else {
        new FunctionSchedule(this, id, { function: one(all, schedule.function), every });
      }
    }
    const uncalled = new Map([...all].filter(([functionId]) => !isStep(functionId)));
    const endings = new EndingMetrics(this, 'Endings', {
      logs: { recordExpense: one(all, 'RecordExpense').logGroup, recordOutcome: one(all, 'RecordOutcome').logGroup },
    });
    new OperationsAlarms(this, 'Operations', {
      opsEmail: installation.opsEmail,
      ingest,
      undelivered: routes.undelivered,
      endings,
      workflows,
      functions: uncalled,
      asksBedrock:
        installation.bedrockModel === ''
          ? []
          : [...all].filter(([functionId]) => asksBedrock(functionId)).map(([, { logGroup }]) => logGroup),
    });
    new UsageOutputs(this, 'Usage', {
      bucket,
      table,
      workflows,
      startWorkflow: one(all, 'StartWorkflow'),
      findMissing: one(all, 'FindMissing'),
      sweep: one(all, 'Sweep'),
      functions: new Map([...all].filter(([functionId]) => !isStep(functionId) || asksBedrock(functionId))),
      ingest,
      undelivered: routes.undelivered,
    });
  }

  /** Machines call functions, and some functions start machines: each comes once all that it names is there. */
  #deployAll(data: Values) {
    const deployed = {
      functions: new Map<FunctionId, LambdaFunction>(),
      workflows: new Map<MachineId, StateMachine>(),
    };
    for (let left = idsOf(functions).length + idsOf(machines).length; left > 0; ) {
      const values = { ...data, ...functionArns(deployed.functions), ...machineArns(deployed.workflows) };
      const isReady = (names: readonly string[]) => names.every((name) => !isArnOfOurs(name) || name in values);
      const functionIds = idsOf(functions).filter(
        (id) => !deployed.functions.has(id) && isReady(placeholderNames(functions[id])),
      );
      const machineIds = idsOf(machines).filter(
        (id) => !deployed.workflows.has(id) && isReady(placeholderNames(machines[id])),
      );
      if (functionIds.length + machineIds.length === 0) {
        throw new RangeError('expected functions and machines that can be deployed one after the other, got a circle');
      }
      for (const [id, made] of this.#functions(functionIds, values)) deployed.functions.set(id, made);
      for (const [id, made] of this.#workflows(machineIds, values)) deployed.workflows.set(id, made);
      left -= functionIds.length + machineIds.length;
    }
    return deployed;
  }

  #functions(ids: readonly FunctionId[], values: Values): Map<FunctionId, LambdaFunction> {
    const environment = installationEnvironment(this.#installation);
    const { logRetentionDays: logRetention, bedrockModel, uploadKeyArn } = this.#installation;
    const chosen = { environment, bedrockModel, uploadKeyArn, logRetention };
    return new Map(
      ids.map((functionId) => [
        functionId,
        new BundledFunction(this, functionId, { functionId, values, ...chosen }).function,
      ]),
    );
  }

  #workflows(ids: readonly MachineId[], values: Values): Map<MachineId, StateMachine> {
    const { stage, logRetentionDays: logRetention, uploadKeyArn } = this.#installation;
    const { prefix } = stageNames(stage);
    return new Map(
      ids.map((machineId) => [
        machineId,
        new Workflow(this, `${machineId}Workflow`, { machineId, values, prefix, uploadKeyArn, logRetention })
          .stateMachine,
      ]),
    );
  }
}

const idsOf = <Id extends string>(declared: Readonly<Record<Id, unknown>>) => Object.keys(declared) as Id[];

const machineArnName = (machineId: MachineId) => `${machineId}Arn`;

const functionArnName = (functionId: FunctionId) => `${functionId}FunctionArn`;

/** Whether a placeholder stands for a function or a machine of the topology. */
const isArnOfOurs = (name: string): boolean =>
  idsOf(functions).some((id) => functionArnName(id) === name) ||
  idsOf(machines).some((id) => machineArnName(id) === name);

const asksBedrock = (functionId: FunctionId): boolean => {
  const declaration: FunctionDeclaration = functions[functionId];
  return declaration.asksBedrock === true;
};

/** Whether a machine calls the function; its failures then surface as failed executions. */
const isStep = (functionId: FunctionId): boolean =>
  placeholderNames(Object.values(machines)).includes(functionArnName(functionId));

const functionArns = (deployed: ReadonlyMap<FunctionId, LambdaFunction>): Values =>
  Object.fromEntries([...deployed].map(([functionId, { functionArn }]) => [functionArnName(functionId), functionArn]));

const machineArns = (deployed: ReadonlyMap<MachineId, StateMachine>): Values =>
  Object.fromEntries(
    [...deployed].map(([machineId, { stateMachineArn }]) => [machineArnName(machineId), stateMachineArn]),
  );

function one<Id, T>(deployed: ReadonlyMap<Id, T>, id: Id): T {
  const found = deployed.get(id);
  if (!found) throw new RangeError(`expected one of ${[...deployed.keys()].join(', ')}, got ${String(id)}`);
  return found;
}
