import {
  DeleteMessageBatchCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ListDeadLetterSourceQueuesCommand,
  ListQueuesCommand,
  PurgeQueueCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  SQSClient,
  StartMessageMoveTaskCommand,
} from '@aws-sdk/client-sqs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Clock, systemClock, VirtualClock } from '../../src/clock.ts';
import type { EventBridgeEvent } from '../../src/events/event.ts';
import { createEventsService, type EventsService } from '../../src/events/events-service.ts';
import type { Json, JsonObject } from '../../src/http/service.ts';
import type { FunctionResult } from '../../src/lambda/invocation.ts';
import { clientConfig, openTestGateway } from '../http/test-gateway.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

const DONE: FunctionResult = { ok: true, payload: null };
const BROKEN: FunctionResult = {
  ok: false,
  functionError: 'Unhandled',
  payload: { errorType: 'Error', errorMessage: 'broken' },
};

describe('createEventsService', () => {
  it('delivers a matching event to the queue’s function as an SQS record, once', async () => {
    const { events, invocations } = await openRoom({ answer: () => DONE });

    await events.put(objectCreated('receipts/alice/a b+ü.jpg'));
    await events.put(objectCreated('artifacts/x.json'));
    await events.idle();

    expect(invocations).toHaveLength(1);
    expect(invocations[0]?.functionName).toBe('start-workflow');
    expect(invocations[0]?.payload).toMatchObject({
      Records: [
        {
          eventSource: 'aws:sqs',
          eventSourceARN: 'arn:aws:sqs:us-east-1:000000000000:ingest',
          attributes: { ApproximateReceiveCount: '1' },
        },
      ],
    });
    expect(JSON.parse(bodyOf(invocations[0]?.payload))).toEqual(objectCreated('receipts/alice/a b+ü.jpg'));
  });

  it('tries a failed message again after its visibility timeout, then gives it up to the dead letters', async () => {
    const clock = new VirtualClock();
    const { events, invocations, sqs } = await openRoom({ clock, answer: () => BROKEN });
    const before = clock.now();

    await events.put(objectCreated('receipts/alice/x.jpg'));
    await events.idle();

    const { Attributes } = await sqs.send(
      new GetQueueAttributesCommand({ QueueUrl: 'x/ingest-dead-letters', AttributeNames: ['All'] }),
    );
    expect(invocations).toHaveLength(3);
    expect(clock.now() - before).toBeGreaterThanOrEqual(3 * 180_000);
    expect(Attributes?.ApproximateNumberOfMessages).toBe('1');
  });

  it.each([
    ['reported as failed', (id: string) => ({ batchItemFailures: [{ itemIdentifier: id }] }), 2],
    ['not among the failed', () => ({ batchItemFailures: [] }), 1],
  ])('takes the word of a function whose message is %s', async (_, report, expected) => {
    const { events, invocations } = await openRoom({
      clock: new VirtualClock(),
      answer: ({ Records }, attempt) =>
        attempt === 1 ? { ok: true, payload: report(String((Records as JsonObject[])[0]?.messageId)) } : DONE,
    });

    await events.put(objectCreated('receipts/alice/x.jpg'));
    await events.idle();

    expect(invocations).toHaveLength(expected);
  });

  it('retries a function that is a rule’s target twice with the event itself', async () => {
    const { events, invocations } = await openRoom({ clock: new VirtualClock(), answer: () => BROKEN });
    const event = { ...objectCreated('x'), source: 'aws.states', detail: { status: 'FAILED' } };

    await events.put(event);
    await events.idle();

    expect(invocations).toEqual(Array(3).fill({ functionName: 'tell-somebody', payload: event }));
  });

  it('goes on with what an earlier process had stored and not finished', async () => {
    const directory = await temporaryDirectory();
    const killed = await openRoom({ directory, answer: () => DONE, start: false });
    await killed.events.put(objectCreated('receipts/alice/1.jpg'));
    await killed.events.put(objectCreated('receipts/alice/2.jpg'));

    const { events, invocations } = await openRoom({ directory, answer: () => DONE });
    await events.idle();

    expect(invocations.map(({ payload }) => JSON.parse(bodyOf(payload)).detail.object.key)).toEqual([
      'receipts/alice/1.jpg',
      'receipts/alice/2.jpg',
    ]);
  });

  it('works on as many messages at once as the queue allows', async () => {
    let running = 0;
    let most = 0;
    const { events, invocations } = await openRoom({
      answer: async () => {
        most = Math.max(most, ++running);
        await new Promise((resolve) => setTimeout(resolve, 20));
        running -= 1;
        return DONE;
      },
    });

    await Promise.all(Array.from({ length: 12 }, (_, index) => events.put(objectCreated(`receipts/${index}`))));
    await events.idle();

    expect(invocations).toHaveLength(12);
    expect(most).toBe(4);
  });

  it('shows its queues to an SQS client', async () => {
    const { sqs } = await openRoom({ answer: () => DONE });
    const { QueueUrl } = await sqs.send(new GetQueueUrlCommand({ QueueName: 'ingest-dead-letters' }));

    const { QueueUrls } = await sqs.send(new ListQueuesCommand({ QueueNamePrefix: 'ingest' }));
    const { MessageId } = await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'ü' }));
    const { Messages } = await sqs.send(
      new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 1, MessageSystemAttributeNames: ['All'] }),
    );
    await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: Messages?.[0]?.ReceiptHandle }));
    await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'again' }));
    await sqs.send(new PurgeQueueCommand({ QueueUrl }));
    const { Messages: left } = await sqs.send(new ReceiveMessageCommand({ QueueUrl }));

    expect(QueueUrls?.map((url) => url.split('/').at(-1))).toEqual(['ingest', 'ingest-dead-letters']);
    expect(Messages).toMatchObject([{ MessageId, Body: 'ü', Attributes: { ApproximateReceiveCount: '1' } }]);
    expect(left ?? []).toEqual([]);
  });

  it('takes and removes messages in batches, and tells whose dead letters a queue holds', async () => {
    const { sqs } = await openRoom({ answer: () => DONE });
    const { QueueUrl } = await sqs.send(new GetQueueUrlCommand({ QueueName: 'ingest-dead-letters' }));
    const bodies = ['a', 'b', 'c'].map((Id) => ({ Id, MessageBody: Id }));

    const { Successful } = await sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries: bodies }));
    const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }));
    const Entries = Messages.map(({ MessageId, ReceiptHandle }) => ({ Id: MessageId, ReceiptHandle }));
    await sqs.send(new DeleteMessageBatchCommand({ QueueUrl, Entries }));

    const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }));
    const { queueUrls } = await sqs.send(new ListDeadLetterSourceQueuesCommand({ QueueUrl }));
    expect(Successful?.map(({ Id }) => Id)).toEqual(['a', 'b', 'c']);
    expect(Attributes?.ApproximateNumberOfMessagesNotVisible).toBe('0');
    expect(queueUrls?.map((url) => url.split('/').at(-1))).toEqual(['ingest']);
  });

  it('moves dead letters back to where they came from', async () => {
    let isMended = false;
    const { events, invocations, sqs, failures } = await openRoom({
      clock: new VirtualClock(),
      answer: () => (isMended ? DONE : BROKEN),
    });
    await events.put(objectCreated('receipts/alice/x.jpg'));
    await events.idle();

    isMended = true;
    await sqs.send(
      new StartMessageMoveTaskCommand({ SourceArn: 'arn:aws:sqs:us-east-1:000000000000:ingest-dead-letters' }),
    );
    await events.idle();

    expect(invocations).toHaveLength(4);
    expect(failures).toHaveLength(3);
    expect(failures[0]).toContain('attempt 1: start-workflow could not handle a message: broken');
  });

  it.each([
    ['Action=GetQueueUrl&QueueName=ingest', '<QueueUrl>http://127.0.0.1:'],
    ['Action=ListQueues', '/000000000000/ingest-dead-letters</QueueUrl>'],
    [
      'Action=GetQueueAttributes&QueueUrl=x/ingest&AttributeName.1=VisibilityTimeout',
      '<Attribute><Name>VisibilityTimeout</Name><Value>180</Value></Attribute>',
    ],
    ['Action=SendMessage&QueueUrl=x/ingest-dead-letters&MessageBody=a', '<MD5OfMessageBody>0cc175b9c0f1b6a831c399e2'],
    [
      'Action=SendMessageBatch&QueueUrl=x/ingest-dead-letters&SendMessageBatchRequestEntry.1.Id=e1&SendMessageBatchRequestEntry.1.MessageBody=a',
      '<SendMessageBatchResultEntry><Id>e1</Id><MessageId>',
    ],
    ['Action=GetQueueUrl&QueueName=nobody', '<Code>QueueDoesNotExist</Code>'],
  ])('speaks the older query protocol, too: %s', async (form, expected) => {
    const { endpoint } = await openRoom({ answer: () => DONE });

    const response = await fetch(endpoint, {
      method: 'POST',
      body: form,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        authorization:
          'AWS4-HMAC-SHA256 Credential=any/20261120/us-east-1/sqs/aws4_request, SignedHeaders=host, Signature=00',
      },
    });

    expect(await response.text()).toContain(expected);
  });

  it('fails for a queue that does not exist', async () => {
    const { sqs } = await openRoom({ answer: () => DONE });

    const answer = sqs.send(new GetQueueUrlCommand({ QueueName: 'nobody' }));

    await expect(answer).rejects.toMatchObject({ name: expect.stringContaining('QueueDoesNotExist') });
  });
});

interface RoomOptions {
  answer(payload: JsonObject, attempt: number): FunctionResult | Promise<FunctionResult>;
  clock?: Clock;
  directory?: string;
  start?: boolean;
}

async function openRoom({ answer, clock = systemClock, directory, start = true }: RoomOptions) {
  const invocations: { functionName: string; payload: Json }[] = [];
  const failures: string[] = [];
  let endpoint = '';
  const events: EventsService = await createEventsService({
    directory: directory ?? (await temporaryDirectory()),
    clock,
    endpoint: () => endpoint,
    onFailure: (_, reason) => failures.push(reason),
    queues: [
      {
        name: 'ingest',
        visibilityTimeoutSeconds: 180,
        maxReceiveCount: 3,
        retentionDays: 14,
        consumer: { functionName: 'start-workflow', maximumConcurrency: 4 },
      },
    ],
    rules: [
      {
        name: 'objects',
        pattern: { source: ['aws.s3'], detail: { object: { key: [{ 'anything-but': { prefix: 'artifacts/' } }] } } },
        target: { queue: 'ingest' },
      },
      {
        name: 'failures',
        pattern: { source: ['aws.states'], detail: { status: ['FAILED'] } },
        target: { function: 'tell-somebody' },
      },
    ],
    async invokeFunction(functionName, payload) {
      invocations.push({ functionName, payload });
      return answer(payload as JsonObject, invocations.length);
    },
  });
  const gateway = await openTestGateway([events.sqs]);
  endpoint = gateway.endpoint;
  if (start) events.start();
  const sqs = new SQSClient(clientConfig(gateway));
  onTestFinished(async () => {
    sqs.destroy();
    await gateway.close();
    await events.close();
  });
  return { events, invocations, failures, sqs, endpoint };
}

const bodyOf = (payload: Json | undefined): string =>
  String(((payload as JsonObject).Records as JsonObject[])[0]?.body);

const objectCreated = (key: string): EventBridgeEvent => ({
  version: '0',
  id: '1',
  'detail-type': 'Object Created',
  source: 'aws.s3',
  account: '000000000000',
  time: '2026-11-20T07:30:00Z',
  region: 'us-east-1',
  resources: [],
  detail: { object: { key } },
});
