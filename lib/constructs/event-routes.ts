import { Duration, Validations } from 'aws-cdk-lib';
import { CfnRule } from 'aws-cdk-lib/aws-events';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { type IQueue, Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { substitute } from '../placeholders.ts';
import { rules } from '../topology.ts';
import { allowRule } from './ingest-queue.ts';

export interface EventRoutesProps {
  /** Takes the bucket's events. */
  readonly ingestQueue: IQueue;
  /** Takes the executions that ended without closing their document. */
  readonly closeAbandoned: LambdaFunction;
  /** Values of the placeholders in the patterns. */
  readonly values: Readonly<Record<string, string>>;
}

/** How long EventBridge, and then Lambda, try to hand an event over. */
const TRY_FOR = Duration.hours(6);

/**
 * The rules of `lib/topology.ts` and their targets. An event that reaches no target, or whose function fails for good,
 * waits in `undelivered` for two weeks.
 */
export class EventRoutes extends Construct {
  readonly undelivered: IQueue;

  constructor(scope: Construct, id: string, { ingestQueue, closeAbandoned, values }: EventRoutesProps) {
    super(scope, id);
    this.undelivered = new Queue(this, 'Undelivered', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    Validations.of(this.undelivered).acknowledge({
      id: 'AwsSolutions-SQS3',
      reason:
        'it is itself the dead-letter queue, of EventBridge targets and a Lambda destination; the rule knows only queues',
    });

    const objectEvents = this.#rule('ObjectEvents', ingestQueue.queueArn, values);
    allowRule(ingestQueue, objectEvents.attrArn);

    const failures = this.#rule('ExecutionsThatFailed', closeAbandoned.functionArn, values);
    closeAbandoned.addPermission('ExecutionsThatFailed', {
      principal: new ServicePrincipal('events.amazonaws.com'),
      sourceArn: failures.attrArn,
    });
    this.#keepFailedInvocations(closeAbandoned);
  }

  /** An L1 construct, because `EventPattern` has no `$or`. */
  #rule(id: keyof typeof rules, targetArn: string, values: Readonly<Record<string, string>>): CfnRule {
    const rule = new CfnRule(this, id, {
      description: rules[id].description,
      eventPattern: substitute(rules[id].pattern, values),
      targets: [
        {
          id: 'Target',
          arn: targetArn,
          deadLetterConfig: { arn: this.undelivered.queueArn },
          retryPolicy: { maximumEventAgeInSeconds: TRY_FOR.toSeconds(), maximumRetryAttempts: 185 },
        },
      ],
    });
    allowRule(this.undelivered, rule.attrArn);
    return rule;
  }

  #keepFailedInvocations(closeAbandoned: LambdaFunction): void {
    closeAbandoned.configureAsyncInvoke({
      maxEventAge: TRY_FOR,
      retryAttempts: 2,
      onFailure: new SqsDestination(this.undelivered),
    });
  }
}
