import { emailText } from '../core/message/email-text.ts';
import type { Message, PublishOutcome } from '../core/message/message.ts';
import type { MessageContent } from '../core/message/message-content.ts';
import { MOST_ALERT_IDS, type Notification, type ToldBefore } from '../core/message/notification.ts';
import { smsText } from '../core/message/sms-text.ts';
import type { Contact } from '../core/person/person.ts';
import type { Recipient } from './recipients.ts';

/** A message that is about to go out, and what went out before it. */
interface ToSend {
  readonly recipient: Recipient;
  readonly content: MessageContent;
  /** Of the delivery: what is sent again within it is the same message. */
  readonly round: string;
  readonly before: Pick<ToldBefore, 'isDone'>;
}

export interface SendPorts {
  now(): number;
  writeNotification(round: string, notification: Notification): Promise<void>;
  publish(message: Message): Promise<PublishOutcome>;
}

/**
 * Hands one contact's message to SNS and keeps what it answered. Nothing to say is no message; a message that SNS has
 * accepted before is not sent again.
 *
 * @returns What SNS said; undefined where there was nothing to say.
 */
export async function send(
  ports: SendPorts,
  { recipient, content, round, before }: ToSend,
): Promise<PublishOutcome | undefined> {
  const { contact, alerts } = recipient;
  const { userId, protocol, address, status } = contact;
  const texts = textsFor(recipient, content);
  if (!texts) return undefined;
  if (alerts.every((alert) => before.isDone(contact, alert))) return { outcome: 'accepted', messageId: '' };
  const alertIds = alerts
    .map(({ alertId }) => alertId)
    .sort()
    .slice(0, MOST_ALERT_IDS);
  const result = await publishTo(ports, recipient, { protocol, ...texts, alertIds });
  await ports.writeNotification(round, {
    ...{ userId, protocol, address },
    contactStatus: status,
    outcome: result.outcome,
    ...(result.outcome === 'accepted' ? { messageId: result.messageId } : failureOf(result)),
    ...{ ...texts, alertIds },
    sentAt: new Date(ports.now()).toISOString(),
  });
  return result;
}

const failureOf = ({ error, isTransient }: Extract<PublishOutcome, { outcome: 'failed' }>) => ({
  error,
  ...(isTransient ? { isTransient } : {}),
});

function textsFor({ contact, tellsAttention }: Recipient, content: MessageContent) {
  const email = emailText(content);
  if (contact.protocol === 'email') return email && { subject: email.subject, text: email.body };
  const text = smsText(content, { hideAmounts: contact.hideAmounts ?? false, tellsAttention });
  return text === undefined ? undefined : { subject: email?.subject ?? 'Spendwire', text };
}

/** A contact that SNS refused stays unreached until the plan names another; one without a topic gets it any moment. */
async function publishTo(
  ports: SendPorts,
  { contact }: Recipient,
  message: Omit<Message, 'topicArn'>,
): Promise<PublishOutcome> {
  const { status, refusal = 'SNS takes no such address', topicArn }: Contact = contact;
  if (status === 'refused') return { outcome: 'failed', error: refusal, isTransient: false };
  if (topicArn === undefined) return { outcome: 'failed', error: 'the contact has no topic yet', isTransient: true };
  return ports.publish({ topicArn, ...message });
}
