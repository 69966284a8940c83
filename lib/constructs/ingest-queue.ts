import { Duration } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { EventSourceMapping, type IFunction } from 'aws-cdk-lib/aws-lambda';
import { type IQueue, Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { ingestQueue as declared } from '../topology.ts';

export interface IngestQueueProps {
  /** Function that works the queue off. */
  readonly consumer: IFunction;
  /** How many of its invocations run at once, 2 to 1,000: what keeps a burst from using up the account's concurrency. */
  readonly maximumConcurrency: number;
}

/**
 * The queue between the bucket's events and the function that starts a workflow for each. A message that fails
 * `maxReceiveCount` times waits in `deadLetters` for two weeks, from where it can be sent back.
 */
export class IngestQueue extends Construct {
  readonly queue: IQueue;
  readonly deadLetters: IQueue;

  constructor(scope: Construct, id: string, { consumer, maximumConcurrency }: IngestQueueProps) {
    super(scope, id);
    const kept = {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(declared.retentionDays),
    };
    this.deadLetters = new Queue(this, 'DeadLetters', kept);
    this.queue = new Queue(this, 'Resource', {
      ...kept,
      visibilityTimeout: Duration.seconds(declared.visibilityTimeoutSeconds),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: declared.maxReceiveCount },
    });
    this.#feed(consumer, maximumConcurrency);
  }

  #feed(consumer: IFunction, maximumConcurrency: number): void {
    consumer.addToRolePolicy(
      new PolicyStatement({
        actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
        resources: [this.queue.queueArn],
      }),
    );
    const mapping = new EventSourceMapping(this, 'Consumer', {
      target: consumer,
      eventSourceArn: this.queue.queueArn,
      batchSize: declared.batchSize,
      maxConcurrency: maximumConcurrency,
    });
    // Lambda refuses a mapping whose role cannot receive yet.
    if (consumer.role) mapping.node.addDependency(consumer.role);
  }
}

/** Lets one rule, and nobody else, put messages into a queue. */
export function allowRule(queue: IQueue, ruleArn: string): void {
  queue.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal('events.amazonaws.com')],
      actions: ['sqs:SendMessage'],
      resources: [queue.queueArn],
      conditions: { ArnEquals: { 'aws:SourceArn': ruleArn } },
    }),
  );
}
