import type { Duration } from 'aws-cdk-lib';
import { type IRole, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import {
  ContextAttribute,
  type IScheduleTarget,
  Schedule,
  ScheduleExpression,
  ScheduleTargetInput,
} from 'aws-cdk-lib/aws-scheduler';
import { ScheduleTargetBase } from 'aws-cdk-lib/aws-scheduler-targets';
import { Construct } from 'constructs';

export interface FunctionScheduleProps {
  readonly function: LambdaFunction;
  readonly every: Duration;
}

/** Further attempts at a start that failed, and at a run that did; a minute, then two lie between those of a run. */
const MORE_ATTEMPTS = 2;

/**
 * Invokes a function by the clock, with the time at which it was due: an attempt more gets the same. What has not succeeded
 * when it is due again is given up, for the next run does the same work; its errors ring the function's alarm.
 */
export class FunctionSchedule extends Construct {
  constructor(scope: Construct, id: string, { function: target, every }: FunctionScheduleProps) {
    super(scope, id);
    new Schedule(this, 'Resource', {
      schedule: ScheduleExpression.rate(every),
      target: new Invocation(target, every),
    });
    target.configureAsyncInvoke({ maxEventAge: every, retryAttempts: MORE_ATTEMPTS });
  }
}

/** CDK's own target would let the schedule invoke every version of the function, by a wildcard. */
class Invocation extends ScheduleTargetBase implements IScheduleTarget {
  constructor(target: LambdaFunction, every: Duration) {
    const input = ScheduleTargetInput.fromObject({ startedAt: ContextAttribute.scheduledTime });
    super({ input, retryAttempts: MORE_ATTEMPTS, maxEventAge: every }, target.functionArn);
  }

  protected addTargetActionToRole(role: IRole): void {
    role.addToPrincipalPolicy(new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [this.targetArn] }));
  }
}
