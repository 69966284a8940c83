import { CfnOutput, Stack } from 'aws-cdk-lib';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { IStateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import type { FunctionId, MachineId } from '../topology.ts';

export interface UsageOutputsProps {
  readonly bucket: IBucket;
  readonly table: ITable;
  readonly workflows: ReadonlyMap<MachineId, IStateMachine>;
  /** Starts workflows; invoked by hand it replays a document. */
  readonly startWorkflow: LambdaFunction;
  /** Looks for uploads without a document when invoked by hand. */
  readonly findMissing: LambdaFunction;
  /** Takes up what was left lying when invoked by hand. */
  readonly sweep: LambdaFunction;
  /** Those of which the log alone tells what went wrong: no machine calls them, or they go on without an answer. */
  readonly functions: ReadonlyMap<FunctionId, LambdaFunction>;
  readonly ingest: { readonly queue: IQueue; readonly deadLetters: IQueue };
  readonly undelivered: IQueue;
}

/** What the terminal shows after a deployment: two commands to try, links to the console, names for the runbook. */
export class UsageOutputs extends Construct {
  constructor(scope: Construct, id: string, props: UsageOutputsProps) {
    super(scope, id);
    const { bucket, table, workflows, startWorkflow, findMissing, sweep, functions, ingest, undelivered } = props;
    const { region } = Stack.of(this);
    const console = (path: string) => `https://${region}.console.aws.amazon.com/${path}`;

    this.#output('BucketName', bucket.bucketName, 'Drop documents here');
    this.#output('TableName', table.tableName, 'The ledger');
    this.#output(
      'FirstPlan',
      `aws s3 cp alice.yaml s3://${bucket.bucketName}/budgets/alice.yaml`,
      'Hand in the plan of a person called alice',
    );
    this.#output(
      'FirstReceipt',
      `aws s3 cp lunch.jpg s3://${bucket.bucketName}/receipts/alice/`,
      'Then a receipt of theirs',
    );
    this.#output('StartWorkflowFunction', startWorkflow.functionName, 'Replays a document when invoked by hand');
    this.#output('FindMissingFunction', findMissing.functionName, 'Starts uploads whose event was lost');
    this.#output('SweepFunction', sweep.functionName, 'Takes up what was left lying');
    this.#output('IngestQueueUrl', ingest.queue.queueUrl, 'Uploads that wait for their workflow to be started');
    this.#output('IngestDeadLettersArn', ingest.deadLetters.queueArn, 'Uploads that were given up on');
    this.#output('UndeliveredEventsUrl', undelivered.queueUrl, 'Events that reached no target');
    for (const [functionId, { logGroup }] of functions) {
      this.#output(`${functionId}Logs`, logGroup.logGroupName, `Log of ${functionId}`);
    }
    for (const [machineId, { stateMachineArn }] of workflows) {
      this.#output(
        `${machineId}Console`,
        console(`states/home?region=${region}#/statemachines/view/${stateMachineArn}`),
        `Executions of ${machineId}`,
      );
    }
  }

  #output(name: string, value: string, description: string): void {
    new CfnOutput(this, name, { value, description }).overrideLogicalId(name);
  }
}
