import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { QueryOperation } from '../http/query-service.ts';
import type { MailDelivery } from './mail-delivery.ts';
import type { MessageProtocol, OutboxMessage } from './message.ts';
import { writeToOutbox } from './outbox.ts';
import { messageAttributesOf, messageFor, messageOf, phoneNumber, subjectOf, textOf } from './sns-input.ts';
import type { SnsStore, Topic } from './sns-store.ts';
import { topicOf } from './topic-operations.ts';

export interface PublishOptions {
  readonly store: SnsStore;
  readonly clock: Clock;
  readonly outboxDirectory: string;
  readonly mail?: MailDelivery;
  onMessage?(message: OutboxMessage): void;
}

interface Recipient {
  readonly protocol: MessageProtocol;
  readonly address: string;
  readonly topicArn?: string;
  /** What SNS puts in front of the text. */
  readonly prefix: string;
}

/** Publish: answers once the message for each subscriber is in the outbox and, with SMTP, stored for sending. */
export function publishOperation(options: PublishOptions): QueryOperation {
  return async (input) => {
    const subject = subjectOf(input.Subject);
    const text = messageOf(input.Message);
    const attributes = messageAttributesOf(input.MessageAttributes);
    const recipients =
      input.PhoneNumber === undefined
        ? subscribers(options.store, topicOf(options.store, input.TopicArn ?? input.TargetArn))
        : [{ protocol: 'sms' as const, address: phoneNumber(textOf(input.PhoneNumber)), prefix: '' }];
    const messageId = randomUUID();
    const acceptedAtMs = options.clock.now();

    const messages = recipients.map(
      ({ prefix, ...recipient }): OutboxMessage => ({
        ...recipient,
        messageId,
        acceptedAtMs,
        attributes,
        body: `${prefix}${messageFor(recipient.protocol, text, input.MessageStructure)}`,
        ...(recipient.protocol === 'email' && subject !== undefined ? { subject } : {}),
      }),
    );
    await Promise.all(messages.map((message, index) => accept(message, index, options)));
    for (const message of messages) options.onMessage?.(message);
    return { MessageId: messageId };
  };
}

const subscribers = (store: SnsStore, topic: Topic): Recipient[] =>
  store
    .subscriptionsOf(topic.arn)
    .filter(({ state }) => state === undefined)
    .map(({ protocol, endpoint }) => ({
      protocol,
      address: endpoint,
      topicArn: topic.arn,
      prefix: protocol === 'sms' ? smsPrefix(topic.attributes['DisplayName'] ?? '') : '',
    }));

/**
 * A topic's display name goes in front of its text messages: ten characters of it, in capitals. It counts as text.
 * https://docs.aws.amazon.com/sns/latest/dg/sms_sending-overview.html
 */
const smsPrefix = (displayName: string): string =>
  displayName === '' ? '' : `${displayName.slice(0, 10).toUpperCase()}> `;

async function accept(message: OutboxMessage, index: number, options: PublishOptions): Promise<void> {
  const file = await writeToOutbox(options.outboxDirectory, message, index);
  if (message.protocol === 'email') await options.mail?.enqueue(message, file);
}
