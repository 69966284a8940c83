import { randomUUID } from 'node:crypto';
import { account, localArn } from '../account.ts';
import { type Clock, restUntil } from '../clock.ts';
import { type Json, type JsonObject, type Operation, ServiceError } from '../http/service.ts';
import type { DurableQueue, QueueMessage } from './durable-queue.ts';
import { deadLetterName } from './event-rule.ts';
import { inBatch } from './sqs-batch.ts';
import { md5, receiveAttributes } from './sqs-event.ts';
import { handleOf, LONGEST_DELAY_SECONDS, LONGEST_INVISIBLE_SECONDS, textOf, wholeOf } from './sqs-input.ts';
import type { SqsOptions } from './sqs-options.ts';

/** The operations of SQS that make sense on queues which exist already. */
export function sqsOperations(options: SqsOptions): Readonly<Record<string, Operation>> {
  const { queues, clock } = options;
  const urlOf = (name: string) => `${options.endpoint()}/${account.id}/${name}`;
  const named = (name: string): DurableQueue => {
    const queue = queues.get(name);
    if (!queue) throw noQueue(name, [...queues.keys()]);
    return queue;
  };
  const nameOf = (input: JsonObject) => textOf(input, 'QueueUrl').split('/').at(-1) ?? '';
  const queueOf = (input: JsonObject) => named(nameOf(input));

  return {
    async ListQueues(input) {
      const names = [...queues.keys()].filter((name) => name.startsWith(textOf(input, 'QueueNamePrefix')));
      return { QueueUrls: names.map(urlOf) };
    },
    async GetQueueUrl(input) {
      const name = textOf(input, 'QueueName');
      named(name);
      return { QueueUrl: urlOf(name) };
    },
    async GetQueueAttributes(input) {
      const queue = queueOf(input);
      return { Attributes: chosen(attributesOf(nameOf(input), queue, options), input.AttributeNames) };
    },
    async SendMessage(input) {
      return send(queueOf(input), input);
    },
    async ReceiveMessage(input) {
      const queue = queueOf(input);
      const limit = wholeOf(input, 'MaxNumberOfMessages', 1, 10) ?? 1;
      const timeout = wholeOf(input, 'VisibilityTimeout', 0, LONGEST_INVISIBLE_SECONDS);
      const received = await receiveWithin(queue, limit, timeout, wholeOf(input, 'WaitTimeSeconds', 0, 20) ?? 0, clock);
      const wanted = input.MessageSystemAttributeNames ?? input.AttributeNames;
      return received.length === 0 ? {} : { Messages: received.map((message) => describe(message, wanted)) };
    },
    async DeleteMessage(input) {
      await queueOf(input).remove(handleOf(input));
      return {};
    },
    async DeleteMessageBatch(input) {
      const queue = queueOf(input);
      return inBatch(input, (entry) => queue.remove(handleOf(entry)));
    },
    async SendMessageBatch(input) {
      const queue = queueOf(input);
      return inBatch(input, (entry) => send(queue, entry));
    },
    async ChangeMessageVisibility(input) {
      const seconds = wholeOf(input, 'VisibilityTimeout', 0, LONGEST_INVISIBLE_SECONDS) ?? 0;
      await queueOf(input).changeVisibility(handleOf(input), seconds);
      return {};
    },
    async ListDeadLetterSourceQueues(input) {
      const name = nameOf(input);
      named(name);
      const sources = options.specs.filter((spec) => deadLetterName(spec) === name);
      return { queueUrls: sources.map((spec) => urlOf(spec.name)) };
    },
    async StartMessageMoveTask(input) {
      const source = textOf(input, 'SourceArn').split(':').at(-1) ?? '';
      const target =
        input.DestinationArn === undefined
          ? originOf(source, options)
          : textOf(input, 'DestinationArn').split(':').at(-1);
      await moveAll(named(source), named(target ?? ''));
      return { TaskHandle: randomUUID() };
    },
    async PurgeQueue(input) {
      await queueOf(input).purge();
      return {};
    },
  };
}

async function send(queue: DurableQueue, input: JsonObject): Promise<JsonObject> {
  const body = textOf(input, 'MessageBody');
  if (body === '') throw new ServiceError('MissingParameter', 'The request must contain the parameter MessageBody.');
  const id = await queue.send(body, wholeOf(input, 'DelaySeconds', 0, LONGEST_DELAY_SECONDS) ?? 0);
  return { MessageId: id, MD5OfMessageBody: md5(body) };
}

/** @throws ServiceError `InvalidParameterValue` when the queue takes no dead letters. */
function originOf(source: string, { specs }: SqsOptions): string {
  const origin = specs.find((spec) => deadLetterName(spec) === source);
  if (!origin)
    throw new ServiceError('InvalidParameterValue', `expected a dead-letter queue as source, got "${source}"`);
  return origin.name;
}

async function moveAll(from: DurableQueue, to: DurableQueue): Promise<void> {
  for (let [message] = await from.receive(1); message; [message] = await from.receive(1)) {
    await to.send(message.body);
    await from.remove(message.id);
  }
}

function attributesOf(name: string, queue: DurableQueue, { specs }: SqsOptions): Record<string, string> {
  const { visible, inFlight, delayed } = queue.counts();
  const spec = specs.find((one) => one.name === name);
  const redrive = spec && {
    deadLetterTargetArn: localArn('sqs', deadLetterName(spec)),
    maxReceiveCount: spec.maxReceiveCount,
  };
  return {
    QueueArn: localArn('sqs', name),
    ApproximateNumberOfMessages: String(visible),
    ApproximateNumberOfMessagesNotVisible: String(inFlight),
    ApproximateNumberOfMessagesDelayed: String(delayed),
    VisibilityTimeout: String(spec?.visibilityTimeoutSeconds ?? 30),
    MessageRetentionPeriod: String((spec?.retentionDays ?? 14) * 86_400),
    ...(redrive ? { RedrivePolicy: JSON.stringify(redrive) } : {}),
  };
}

const describe = (message: QueueMessage, wanted: Json | undefined): JsonObject => ({
  MessageId: message.id,
  ReceiptHandle: message.id,
  MD5OfBody: md5(message.body),
  Body: message.body,
  ...(wanted === undefined ? {} : { Attributes: chosen(receiveAttributes(message), wanted) }),
});

/** Only the attributes asked for; `All` is all of them. */
function chosen(attributes: Record<string, string>, names: Json | undefined): Record<string, string> {
  const wanted = [names ?? []].flat().map(String);
  if (wanted.includes('All')) return attributes;
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => wanted.includes(name)));
}

/** Waits for a first message up to some seconds, as long polling does. */
async function receiveWithin(
  queue: DurableQueue,
  limit: number,
  visibilityTimeoutSeconds: number | undefined,
  waitSeconds: number,
  clock: Clock,
): Promise<QueueMessage[]> {
  const rest = restUntil(clock.now() + waitSeconds * 1000, () => clock.now());
  for (;;) {
    const received = await queue.receive(limit, visibilityTimeoutSeconds);
    const restMs = rest();
    if (received.length > 0 || restMs <= 0) return received;
    await clock.sleep(Math.min(restMs, 200));
  }
}

const noQueue = (name: string, existing: readonly string[]): ServiceError =>
  new ServiceError(
    'QueueDoesNotExist',
    `The specified queue does not exist: got "${name}", there are ${existing.join(', ')}`,
  );
