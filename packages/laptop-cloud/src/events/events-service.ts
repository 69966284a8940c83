import { join } from 'node:path';
import type { Clock } from '../clock.ts';
import type { Json, OperationService } from '../http/service.ts';
import type { FunctionResult, InvokeFunction } from '../lambda/invocation.ts';
import { DurableQueue, type QueueMessage } from './durable-queue.ts';
import type { EventBridgeEvent, EventSink } from './event.ts';
import { compilePattern } from './event-pattern.ts';
import { deadLetterName, type EventRule, type QueueSpec } from './event-rule.ts';
import { createEventBridgeService } from './eventbridge-service.ts';
import { type QueueConsumer, startQueueConsumer } from './queue-consumer.ts';
import { isMessageDone, sqsEvent } from './sqs-event.ts';
import { createSqsService } from './sqs-service.ts';

export interface EventsOptions {
  readonly directory: string;
  readonly clock: Clock;
  readonly queues: readonly QueueSpec[];
  readonly rules: readonly EventRule[];
  readonly invokeFunction: InvokeFunction;
  /** Told of every message that a function could not handle; it is tried again, or goes to the dead letters. */
  onFailure?(queueName: string, reason: string): void;
  /** `http://127.0.0.1:{port}`, which the queues' addresses begin with. */
  endpoint(): string;
}

export interface EventsService {
  /** Stores an event for every rule that matches. */
  readonly put: EventSink;
  readonly sqs: OperationService;
  readonly eventbridge: OperationService;
  /** Stores an invocation that nobody waits for. */
  invokeLater(functionName: string, payload: Json): Promise<void>;
  /** Starts working on what is queued; until then events are only stored. */
  start(): void;
  /** Messages that wait or are in work, without those given up on. */
  pending(): number;
  /** Resolves when nothing is pending. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

/** As Lambda does with asynchronous invocations: two more tries, after one minute and after two. */
const INVOCATIONS: QueueSpec = {
  name: 'asynchronous-invocations',
  visibilityTimeoutSeconds: 900,
  maxReceiveCount: 3,
  retentionDays: 1,
};
const FIRST_RETRY_SECONDS = 60;
const INVOCATIONS_AT_ONCE = 4;

interface Invocation {
  readonly functionName: string;
  readonly payload: Json;
}

/** EventBridge, SQS and Lambda's asynchronous invocations, as durable queues that deliver at least once. */
export async function createEventsService(options: EventsOptions): Promise<EventsService> {
  const { clock, invokeFunction } = options;
  const queues = new Map<string, DurableQueue>();
  const consumed: DurableQueue[] = [];
  const consumers: QueueConsumer[] = [];
  const starters: (() => QueueConsumer)[] = [];

  for (const spec of options.queues) {
    const queue = await openQueue(options, spec, queues);
    const { consumer } = spec;
    if (!consumer) continue;
    consumed.push(queue);
    starters.push(() =>
      startQueueConsumer({
        queue,
        clock,
        maximumConcurrency: consumer.maximumConcurrency,
        onFailure: (message, error) => options.onFailure?.(spec.name, failureText(message, error)),
        async consume(message) {
          const result = await invokeFunction(consumer.functionName, sqsEvent(spec.name, message));
          if (!isMessageDone(result, message.id)) throw failure(consumer.functionName, result);
        },
      }),
    );
  }

  const invocations = await openQueue(options, INVOCATIONS, queues);
  const invokeLater = async (functionName: string, payload: Json) => {
    await invocations.send(JSON.stringify({ functionName, payload } satisfies Invocation));
  };
  consumed.push(invocations);
  starters.push(() =>
    startQueueConsumer({
      queue: invocations,
      clock,
      maximumConcurrency: INVOCATIONS_AT_ONCE,
      onFailure: (message, error) => options.onFailure?.(INVOCATIONS.name, failureText(message, error)),
      retryDelaySeconds: (receiveCount) => receiveCount * FIRST_RETRY_SECONDS,
      async consume({ body }) {
        const { functionName, payload } = JSON.parse(body) as Invocation;
        const result = await invokeFunction(functionName, payload);
        if (!result.ok) throw failure(functionName, result);
      },
    }),
  );

  const routes = options.rules.map((rule) => ({
    matches: compilePattern(rule.pattern),
    deliver: deliveryTo(rule, queues, invokeLater),
  }));
  const put: EventSink = async (event) => {
    const matching = routes.filter(({ matches }) => matches(event));
    await clock.busy(() => Promise.all(matching.map(({ deliver }) => deliver(event))));
  };
  const pending = () => consumed.reduce((sum, queue) => sum + queue.size, 0);

  return {
    pending,
    sqs: createSqsService({ queues, clock, endpoint: options.endpoint, specs: [...options.queues, INVOCATIONS] }),
    put,
    eventbridge: createEventBridgeService({ clock, put }),
    invokeLater,
    start() {
      consumers.push(...starters.splice(0).map((start) => start()));
    },
    async idle() {
      while (pending() > 0) await nextChange(consumed);
    },
    async close() {
      await Promise.all(consumers.map((consumer) => consumer.close()));
      await Promise.all([...queues.values()].map((queue) => queue.close()));
    },
  };
}

async function openQueue(
  { directory, clock }: EventsOptions,
  spec: QueueSpec,
  queues: Map<string, DurableQueue>,
): Promise<DurableQueue> {
  const fileOf = (name: string) => join(directory, `${name}.jsonl`);
  const deadLetterSpec = { clock, visibilityTimeoutSeconds: 30, retentionDays: 14 };
  const deadLetterQueue = deadLetterName(spec);
  const deadLetters =
    queues.get(deadLetterQueue) ?? (await DurableQueue.open({ ...deadLetterSpec, file: fileOf(deadLetterQueue) }));
  const queue = await DurableQueue.open({
    file: fileOf(spec.name),
    clock,
    visibilityTimeoutSeconds: spec.visibilityTimeoutSeconds,
    retentionDays: spec.retentionDays,
    deadLetters: { queue: deadLetters, maxReceiveCount: spec.maxReceiveCount },
  });
  queues.set(spec.name, queue).set(deadLetterQueue, deadLetters);
  return queue;
}

/** @throws RangeError when the rule's queue does not exist. */
function deliveryTo(
  { name, target }: EventRule,
  queues: ReadonlyMap<string, DurableQueue>,
  invokeLater: EventsService['invokeLater'],
): (event: EventBridgeEvent) => Promise<unknown> {
  if ('function' in target) return (event) => invokeLater(target.function, event as unknown as Json);
  const queue = queues.get(target.queue);
  if (!queue) throw new RangeError(`rule ${name}: expected a queue that exists, got "${target.queue}"`);
  return (event) => queue.send(JSON.stringify(event));
}

const failureText = ({ id, receiveCount }: QueueMessage, error: unknown): string =>
  `message ${id}, attempt ${receiveCount}: ${error instanceof Error ? error.message : String(error)}`;

function failure(functionName: string, result: FunctionResult): Error {
  const reason = result.ok ? 'the message was reported as failed' : result.payload.errorMessage;
  return new Error(`${functionName} could not handle a message: ${reason}`);
}

function nextChange(queues: readonly DurableQueue[]): Promise<void> {
  return new Promise((resolve) => {
    const stops = queues.map((queue) =>
      queue.onChange(() => {
        for (const stop of stops) stop();
        resolve();
      }),
    );
  });
}
