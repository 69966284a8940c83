import { randomUUID } from 'node:crypto';
import { account, localArn } from '../account.ts';
import { type Clock, restUntil } from '../clock.ts';
import { type Json, type JsonObject, type Operation, ServiceError } from '../http/service.ts';
import type { DurableQueue, QueueMessage } from './durable-queue.ts';
import { deadLetterName } from './event-rule.ts';
import { inBatch } from './sqs-batch.ts';
import { md5, receiveAttributes } from './sqs-event.ts';
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
  const nameOf = (input: JsonObject) =>
    String(input.QueueUrl ?? '')
      .split('/')
      .at(-1) ?? '';
  const queueOf = (input: JsonObject) => named(nameOf(input));

  return {
    async ListQueues({ QueueNamePrefix }) {
      const names = [...queues.keys()].filter((name) => name.startsWith(String(QueueNamePrefix ?? '')));
      return { QueueUrls: names.map(urlOf) };
    },
    async GetQueueUrl({ QueueName }) {
      named(String(QueueName));
      return { QueueUrl: urlOf(String(QueueName)) };
    },
    async GetQueueAttributes(input) {
      const queue = queueOf(input);
      return { Attributes: chosen(attributesOf(nameOf(input), queue, options), input.AttributeNames) };
    },
    async SendMessage(input) {
      const body = String(input.MessageBody ?? '');
      if (body === '')
        throw new ServiceError('MissingParameter', 'The request must contain the parameter MessageBody.');
      const id = await queueOf(input).send(body, Number(input.DelaySeconds ?? 0));
      return { MessageId: id, MD5OfMessageBody: md5(body) };
    },
    async ReceiveMessage(input) {
      const queue = queueOf(input);
      const limit = Number(input.MaxNumberOfMessages ?? 1);
      if (!(limit >= 1 && limit <= 10)) throw outOfRange('MaxNumberOfMessages', limit, '1 to 10');
      const timeout = input.VisibilityTimeout === undefined ? undefined : Number(input.VisibilityTimeout);
      const received = await receiveWithin(queue, limit, timeout, Number(input.WaitTimeSeconds ?? 0), clock);
      const wanted = input.MessageSystemAttributeNames ?? input.AttributeNames;
      return received.length === 0 ? {} : { Messages: received.map((message) => describe(message, wanted)) };
    },
    async DeleteMessage(input) {
      await queueOf(input).remove(String(input.ReceiptHandle ?? ''));
      return {};
    },
    async DeleteMessageBatch(input) {
      const queue = queueOf(input);
      return inBatch(input, ({ ReceiptHandle }) => queue.remove(String(ReceiptHandle ?? '')));
    },
    async SendMessageBatch(input) {
      const queue = queueOf(input);
      return inBatch(input, async ({ MessageBody, DelaySeconds }) => {
        const body = String(MessageBody ?? '');
        return { MessageId: await queue.send(body, Number(DelaySeconds ?? 0)), MD5OfMessageBody: md5(body) };
      });
    },
    async ChangeMessageVisibility(input) {
      await queueOf(input).changeVisibility(String(input.ReceiptHandle ?? ''), Number(input.VisibilityTimeout ?? 0));
      return {};
    },
    async ListDeadLetterSourceQueues(input) {
      const name = nameOf(input);
      named(name);
      const sources = options.specs.filter((spec) => deadLetterName(spec) === name);
      return { queueUrls: sources.map((spec) => urlOf(spec.name)) };
    },
    async StartMessageMoveTask({ SourceArn, DestinationArn }) {
      const source = String(SourceArn).split(':').at(-1) ?? '';
      const target =
        DestinationArn === undefined ? originOf(source, options) : String(DestinationArn).split(':').at(-1);
      await moveAll(named(source), named(target ?? ''));
      return { TaskHandle: randomUUID() };
    },
    async PurgeQueue(input) {
      await queueOf(input).purge();
      return {};
    },
  };
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
  const rest = restUntil(clock.now() + Math.min(waitSeconds, 20) * 1000, () => clock.now());
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

const outOfRange = (name: string, value: number, range: string): ServiceError =>
  new ServiceError('InvalidParameterValue', `Value ${value} for parameter ${name} is invalid: expected ${range}`);
