import { CfnOutput, Stack } from 'aws-cdk-lib';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { IStateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import type { MachineId } from '../topology.ts';

export interface UsageOutputsProps {
  readonly bucket: IBucket;
  readonly table: ITable;
  readonly workflows: ReadonlyMap<MachineId, IStateMachine>;
}

/** What the terminal shows after a deployment: names, links to the console, and two commands to try. */
export class UsageOutputs extends Construct {
  constructor(scope: Construct, id: string, { bucket, table, workflows }: UsageOutputsProps) {
    super(scope, id);
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
