import { idOfKey, type Key, notificationKey } from '../adapters/ledger-keys.ts';
import { openedAtOf } from '../core/alert/window.ts';
import { emailText } from '../core/message/email-text.ts';
import type { Notice } from '../core/message/notice.ts';
import type { Notification } from '../core/message/notification.ts';
import type { Publication, PublishOutcome } from '../core/message/publication.ts';
import { smsText } from '../core/message/sms-text.ts';
import type { Contact } from '../core/person/person.ts';
import type { Recipient } from './recipients.ts';

export interface SendPorts {
  now(): number;
  writeNotification(key: Key, notification: Notification): Promise<void>;
  publish(publication: Publication): Promise<PublishOutcome>;
}

interface Outgoing {
  readonly recipient: Recipient;
  readonly notice: Notice;
  readonly windowId: string;
  /** Sort keys of messages that SNS has accepted before. */
  readonly accepted: ReadonlySet<string>;
}

/**
 * Hands one contact's message to SNS and keeps what it answered. Nothing to say is no message; a message that SNS has
 * accepted before is not sent again.
 *
 * @returns What SNS said; undefined where there was nothing to say.
 */
export async function send(ports: SendPorts, outgoing: Outgoing): Promise<PublishOutcome | undefined> {
  const { recipient, notice, windowId, accepted } = outgoing;
  const { contact, alerts } = recipient;
  const { userId, protocol, address, status } = contact;
  const message = messageFor(recipient, notice);
  if (!message) return undefined;
  const key = messageKey(contact, windowId);
  if (accepted.has(key.SK)) return { outcome: 'accepted', messageId: '' };
  const alertIds = alerts
    .map(({ alertId }) => alertId)
    .sort()
    .slice(0, MOST_IDS);
  const result = await publishTo(ports, recipient, { protocol, ...message, alertIds });
  await ports.writeNotification(key, {
    ...{ userId, protocol, address },
    contactStatus: status,
    outcome: result.outcome,
    ...(result.outcome === 'accepted' ? { messageId: result.messageId } : { error: result.error }),
    ...{ ...message, alertIds },
    sentAt: new Date(ports.now()).toISOString(),
  });
  return result;
}

/** As many as tell a repeat; the ids of a night's ten thousand files would fit into no message and no item. */
const MOST_IDS = 100;

/** Where a contact's message of a window is kept. */
export const messageKey = ({ userId, protocol, address }: Contact, windowId: string): Key =>
  notificationKey(userId, openedAtOf(windowId), idOfKey({ PK: `${protocol}#${address}`, SK: windowId }));

function messageFor({ contact, tellsAttention }: Recipient, notice: Notice) {
  const email = emailText(notice);
  if (contact.protocol === 'email') return email && { subject: email.subject, text: email.body };
  const text = smsText(notice, { hideAmounts: contact.hideAmounts ?? false, tellsAttention });
  return text === undefined ? undefined : { subject: email?.subject ?? 'Spendwire', text };
}

/** A contact that SNS refused stays unreached until the plan names another; one without a topic gets it any moment. */
async function publishTo(
  ports: SendPorts,
  { contact, heldBack }: Recipient,
  publication: Omit<Publication, 'topicArn'>,
): Promise<PublishOutcome> {
  const { status, refusal = 'SNS takes no such address', topicArn }: Contact = contact;
  if (heldBack !== undefined) return { outcome: 'failed', error: heldBack, isTransient: false };
  if (status === 'refused') return { outcome: 'failed', error: refusal, isTransient: false };
  if (topicArn === undefined) return { outcome: 'failed', error: 'the contact has no topic yet', isTransient: true };
  return ports.publish({ topicArn, ...publication });
}
