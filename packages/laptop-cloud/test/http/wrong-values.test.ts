import { describe, expect, it, onTestFinished } from 'vitest';
import { systemClock } from '../../src/clock.ts';
import { createDynamoDbService } from '../../src/dynamodb/dynamodb-service.ts';
import { createEventBridgeService } from '../../src/events/eventbridge-service.ts';
import { createEventsService } from '../../src/events/events-service.ts';
import { type JsonObject, type Operation, type Service, ServiceError } from '../../src/http/service.ts';
import { lambdaHandler } from '../../src/lambda/lambda-handler.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { openTestGateway } from './test-gateway.ts';

/** The code that an operation refuses its input with; `taken` when it does not. */
const refusal = (operation: Operation | undefined, input: JsonObject): Promise<string> =>
  Promise.resolve(operation?.(input, {})).then(
    () => 'taken',
    (error) => (error instanceof ServiceError ? error.code : String(error)),
  );

/** Sends to one service what anybody signed. */
async function send(service: Service, path: string, headers: Record<string, string>, body?: string) {
  const gateway = await openTestGateway([service]);
  const authorization = `AWS4-HMAC-SHA256 Credential=any/20261120/us-east-1/${service.signingName}/aws4_request, SignedHeaders=host, Signature=00`;
  const answer = await fetch(`${gateway.endpoint}${path}`, {
    method: 'POST',
    headers: { authorization, connection: 'close', ...headers },
    ...(body === undefined ? {} : { body }),
  });
  const told = [answer.status, ((await answer.json()) as { __type: string }).__type] as const;
  await gateway.close();
  return told;
}

describe('SQS', () => {
  it.each([
    ['SendMessage', { MessageBody: { text: 'x' } }, 'InvalidParameterValue'],
    ['SendMessage', { MessageBody: 'x', DelaySeconds: 901 }, 'InvalidParameterValue'],
    ['SendMessage', { MessageBody: 'x', DelaySeconds: 'soon' }, 'InvalidParameterValue'],
    ['SendMessageBatch', { Entries: [null] }, 'InvalidParameterValue'],
    ['SendMessageBatch', { Entries: [{ Id: 'a' }] }, 'MissingParameter'],
    ['ReceiveMessage', { MaxNumberOfMessages: 'NaN' }, 'InvalidParameterValue'],
    ['ReceiveMessage', { WaitTimeSeconds: '86400' }, 'InvalidParameterValue'],
    ['ReceiveMessage', { VisibilityTimeout: -1 }, 'InvalidParameterValue'],
    ['ReceiveMessage', { QueueUrl: { S: 'ingest' } }, 'InvalidParameterValue'],
    ['DeleteMessage', { ReceiptHandle: 'nonsense' }, 'ReceiptHandleIsInvalid'],
    ['ChangeMessageVisibility', { ReceiptHandle: '', VisibilityTimeout: 1 }, 'ReceiptHandleIsInvalid'],
    ['SendMessage', { MessageBody: 'x', DelaySeconds: '1' }, 'taken'],
  ])('answers %s of %j with %s', async (name, input, code) => {
    const events = await createEventsService({
      directory: await temporaryDirectory(),
      clock: systemClock,
      endpoint: () => 'http://127.0.0.1',
      queues: [{ name: 'ingest', visibilityTimeoutSeconds: 30, maxReceiveCount: 1, retentionDays: 1 }],
      rules: [],
      invokeFunction: async () => ({ ok: true, payload: null }),
    });
    onTestFinished(() => events.close());

    expect(await refusal(events.sqs.operations[name], { QueueUrl: 'http://127.0.0.1/0/ingest', ...input })).toBe(code);
  });
});

describe('EventBridge', () => {
  const { operations } = createEventBridgeService({ clock: systemClock, put: async () => undefined });

  it.each([
    undefined,
    null,
    12,
    {},
    [],
    Array.from({ length: 11 }, () => ({})),
  ])('refuses the entries %j', async (Entries) => {
    expect(await refusal(operations['PutEvents'], (Entries === undefined ? {} : { Entries }) as JsonObject)).toBe(
      'ValidationException',
    );
  });
});

describe('DynamoDB', () => {
  it.each([
    ['GetItem', 'null'],
    ['GetItem', '12'],
    ['Scan', '"text"'],
    ['BatchWriteItem', '{"RequestItems":{"table":[null]}}'],
    ['BatchGetItem', '{"RequestItems":{"table":null}}'],
    ['CreateTable', '{"TableName":"table","KeySchema":[null]}'],
  ])('refuses %s with a body of %s', async (operation, body) => {
    const service = await createDynamoDbService({ clock: systemClock });
    onTestFinished(() => service.close());

    expect((await send(service, '/', { 'x-amz-target': `DynamoDB_20120810.${operation}` }, body))[0]).toBe(400);
  });

  it('names what a body without a request is', async () => {
    const service = await createDynamoDbService({ clock: systemClock });
    onTestFinished(() => service.close());

    expect(await send(service, '/', { 'x-amz-target': 'DynamoDB_20120810.GetItem' }, 'null')).toEqual([
      400,
      expect.stringContaining('SerializationException'),
    ]);
  });
});

describe('Lambda', () => {
  const service: Service = {
    signingName: 'lambda',
    handle: lambdaHandler({
      functions: [
        {
          ...{ id: 'Sweep', name: 'sweep', description: 'of a test', bundleDirectory: 'nowhere' },
          ...{ timeoutSeconds: 1, memoryMb: 128, environment: {} },
        },
      ],
      invoke: async () => ({ ok: true, payload: null }),
    }),
  };

  it('refuses a kind of invocation that it does not know', async () => {
    const headers = { 'x-amz-invocation-type': 'Nonsense' };

    expect(await send(service, '/2015-03-31/functions/sweep/invocations', headers, '{}')).toEqual([
      400,
      'InvalidParameterValueException',
    ]);
  });

  it('refuses a name that is no UTF-8', async () => {
    expect(await send(service, '/2015-03-31/functions/%zz/invocations', {}, '{}')).toEqual([400, 'InvalidURI']);
  });
});
