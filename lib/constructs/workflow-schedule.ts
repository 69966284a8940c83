import { Duration } from 'aws-cdk-lib';
import { Schedule, ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { StepFunctionsStartExecution } from 'aws-cdk-lib/aws-scheduler-targets';
import type { IStateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';

export interface WorkflowScheduleProps {
  readonly stateMachine: IStateMachine;
  readonly every: Duration;
}

/** Starts a machine by the clock. A start that fails is not repeated: the next one does the same work. */
export class WorkflowSchedule extends Construct {
  constructor(scope: Construct, id: string, { stateMachine, every }: WorkflowScheduleProps) {
    super(scope, id);
    new Schedule(this, 'Resource', {
      schedule: ScheduleExpression.rate(every),
      target: new StepFunctionsStartExecution(stateMachine, {
        retryAttempts: 0,
        maxEventAge: Duration.minutes(1),
      }),
    });
  }
}
