import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { QueryOperation } from '../http/query-service.ts';
import type { MailDelivery } from './mail-delivery.ts';
import type { MessageProtocol, OutboxMessage } from './message.ts';
import { writeToOutbox } from './outbox.ts';
import { messageAttributesOf, messageFor, messageOf, phoneNumber, subjectOf, textOf } from './sns-input.ts';
import type { SnsStore } from './sns-store.ts';
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
}

/** Publish: answers once the message for each subscriber is in the outbox and, with SMTP, stored for sending. */
export function publishOperation(options: PublishOptions): QueryOperation {
  return async (input) => {
    const subject = subjectOf(input.Subject);
    const text = messageOf(input.Message);
    const attributes = messageAttributesOf(input.MessageAttributes);
    const recipients =
      input.PhoneNumber === undefined
        ? subscribers(options.store, topicOf(options.store, input.TopicArn ?? input.TargetArn).arn)
        : [{ protocol: 'sms' as const, address: phoneNumber(textOf(input.PhoneNumber)) }];
    const messageId = randomUUID();
    const acceptedAtMs = options.clock.now();

    const messages = recipients.map(
      (recipient): OutboxMessage => ({
        ...recipient,
        messageId,
        acceptedAtMs,
        attributes,
        body: messageFor(recipient.protocol, text, input.MessageStructure),
        ...(recipient.protocol === 'email' && subject !== undefined ? { subject } : {}),
      }),
    );
    await Promise.all(messages.map((message, index) => accept(message, index, options)));
    for (const message of messages) options.onMessage?.(message);
    return { MessageId: messageId };
  };
}

const subscribers = (store: SnsStore, topicArn: string): Recipient[] =>
  store
    .subscriptionsOf(topicArn)
    .filter(({ state }) => state === undefined)
    .map(({ protocol, endpoint }) => ({ protocol, address: endpoint, topicArn }));

async function accept(message: OutboxMessage, index: number, options: PublishOptions): Promise<void> {
  const file = await writeToOutbox(options.outboxDirectory, message, index);
  if (message.protocol === 'email') await options.mail?.enqueue(message, file);
}
