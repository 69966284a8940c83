import { createHash } from 'node:crypto';
import { account, localArn } from '../account.ts';
import type { Json, JsonObject } from '../http/service.ts';
import type { FunctionResult } from '../lambda/invocation.ts';
import type { QueueMessage } from './durable-queue.ts';

/** The event that Lambda hands to a function for one message of a queue. */
export const sqsEvent = (queueName: string, message: QueueMessage): JsonObject => ({
  Records: [
    {
      messageId: message.id,
      receiptHandle: message.id,
      body: message.body,
      attributes: receiveAttributes(message),
      messageAttributes: {},
      md5OfBody: md5(message.body),
      eventSource: 'aws:sqs',
      eventSourceARN: localArn('sqs', queueName),
      awsRegion: account.region,
    },
  ],
});

/** What SQS says about a received message, all as text. */
export const receiveAttributes = (message: QueueMessage): Record<string, string> => ({
  ApproximateReceiveCount: String(message.receiveCount),
  SentTimestamp: String(message.sentAtMs),
  SenderId: account.id,
  ApproximateFirstReceiveTimestamp: String(message.firstReceivedAtMs ?? message.sentAtMs),
});

export const md5 = (text: string): string => createHash('md5').update(text).digest('hex');

/** Whether a function is done with its one message: it returned, and did not report the message as failed. */
export function isMessageDone(result: FunctionResult, messageId: string): boolean {
  if (!result.ok) return false;
  const failures = (result.payload as { batchItemFailures?: Json } | null)?.batchItemFailures;
  if (!Array.isArray(failures)) return true;
  // An identifier that is missing or empty means the whole batch, as on AWS.
  return !failures.some((failure) => {
    const identifier = (failure as { itemIdentifier?: Json } | null)?.itemIdentifier;
    return identifier === messageId || identifier === undefined || identifier === null || identifier === '';
  });
}
