import { emailText } from '../core/message/email-text.ts';
import type { Message, PublishOutcome } from '../core/message/message.ts';
import type { MessageContent } from '../core/message/message-content.ts';
import type { Notification, ToldBefore } from '../core/message/notification.ts';
import { smsText } from '../core/message/sms-text.ts';
import type { Contact } from '../core/person/person.ts';
import type { Recipient } from './recipients.ts';

/** A message that is about to go out, and what went out before it. */
interface ToSend {
  readonly recipient: Recipient;
  readonly content: MessageContent;
  readonly windowId: string;
  readonly before: Pick<ToldBefore, 'wasAccepted'>;
}

export interface SendPorts {
  now(): number;
  writeNotification(windowId: string, notification: Notification): Promise<void>;
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
  { recipient, content, windowId, before }: ToSend,
): Promise<PublishOutcome | undefined> {
  const { contact, alerts } = recipient;
  const { userId, protocol, address, status } = contact;
  const texts = textsFor(recipient, content);
  if (!texts) return undefined;
  if (before.wasAccepted(contact)) return { outcome: 'accepted', messageId: '' };
  const alertIds = alerts
    .map(({ alertId }) => alertId)
    .sort()
    .slice(0, MOST_IDS);
  const result = await publishTo(ports, recipient, { protocol, ...texts, alertIds });
  await ports.writeNotification(windowId, {
    ...{ userId, protocol, address },
    contactStatus: status,
    outcome: result.outcome,
    ...(result.outcome === 'accepted' ? { messageId: result.messageId } : { error: result.error }),
    ...{ ...texts, alertIds },
    sentAt: new Date(ports.now()).toISOString(),
  });
  return result;
}

/** As many as tell a repeat; the ids of a night's ten thousand files would fit into no message and no item. */
const MOST_IDS = 100;

function textsFor({ contact, tellsAttention }: Recipient, content: MessageContent) {
  const email = emailText(content);
  if (contact.protocol === 'email') return email && { subject: email.subject, text: email.body };
  const text = smsText(content, { hideAmounts: contact.hideAmounts ?? false, tellsAttention });
  return text === undefined ? undefined : { subject: email?.subject ?? 'Spendwire', text };
}

/** A contact that SNS refused stays unreached until the plan names another; one without a topic gets it any moment. */
async function publishTo(
  ports: SendPorts,
  { contact, heldBack }: Recipient,
  message: Omit<Message, 'topicArn'>,
): Promise<PublishOutcome> {
  const { status, refusal = 'SNS takes no such address', topicArn }: Contact = contact;
  if (heldBack !== undefined) return { outcome: 'failed', error: heldBack, isTransient: false };
  if (status === 'refused') return { outcome: 'failed', error: refusal, isTransient: false };
  if (topicArn === undefined) return { outcome: 'failed', error: 'the contact has no topic yet', isTransient: true };
  return ports.publish({ topicArn, ...message });
}
