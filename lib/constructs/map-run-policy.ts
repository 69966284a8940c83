import { ArnFormat, Stack, Validations } from 'aws-cdk-lib';
import { Policy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { flattenCfnReference } from 'cdk-nag/lib/utils/flatten-cfn-reference.js';
import type { Construct } from 'constructs';

/**
 * Lets a machine run its distributed Maps: start executions of its own for their items, look after them and stop them.
 *
 * A policy apart from the role's, since it names the machine, which waits for its role.
 * https://docs.aws.amazon.com/step-functions/latest/dg/iam-policies-eg-dist-map.html
 */
export class MapRunPolicy extends Policy {
  constructor(scope: Construct, id: string, machine: StateMachine) {
    super(scope, id, { roles: [machine.role] });
    const { stateMachineArn, stateMachineName } = machine;
    const executions = [':', '/'].map((separator) =>
      Stack.of(this).formatArn({
        service: 'states',
        resource: 'execution',
        // A Map's label stands after a slash.
        resourceName: `${stateMachineName}${separator}*`,
        arnFormat: ArnFormat.COLON_RESOURCE_NAME,
      }),
    );
    this.addStatements(
      new PolicyStatement({ actions: ['states:StartExecution'], resources: [stateMachineArn] }),
      new PolicyStatement({
        actions: ['states:DescribeExecution', 'states:StopExecution', 'states:RedriveExecution'],
        resources: executions,
      }),
    );
    for (const arn of executions) {
      Validations.of(this).acknowledge({
        id: `AwsSolutions-IAM5[Resource::${flattenCfnReference(Stack.of(this).resolve(arn))}]`,
        reason: "the executions of a machine's own Map are named by Step Functions as they start",
      });
    }
  }
}
