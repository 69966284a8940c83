import { openedAtOf } from '../core/alert/window.ts';
import type { Notification, ToldBefore } from '../core/message/notification.ts';
import type { Contact } from '../core/person/person.ts';
import { type Key, messageIdOf, notificationKey, notificationRange, personKey } from './ledger-keys.ts';
import { putItem, queryItems, type Table } from './table.ts';

/** Keeps what was said to whom; a later attempt of the same message replaces an earlier one. */
export async function writeNotification(table: Table, windowId: string, notification: Notification): Promise<void> {
  await putItem(table, { ...keyOf(notification, windowId), ...notification });
}

/** One message a contact and window. */
const keyOf = ({ userId, protocol, address }: ReachedContact, windowId: string): Key =>
  notificationKey(userId, openedAtOf(windowId), messageIdOf(protocol, address, windowId));

type ReachedContact = Pick<Contact, 'userId' | 'protocol' | 'address'>;

/** What was sent to this person, by the time of the claim: from one instant or day to another, strongly consistent. */
export function readNotifications<T extends Notification = Notification>(
  table: Table,
  userId: string,
  from: string,
  to: string,
): Promise<T[]> {
  const [first, last] = notificationRange(from, to);
  return queryItems<T>(table, personKey(userId).PK, { from: first, to: last });
}

/** A message is keyed by its window, which may have opened this long before it was sent. */
const LONGEST_WINDOW_MS = 2 * 24 * 3_600_000;

/**
 * Reads in one range what was sent of a window, and which text messages went out lately.
 *
 * @param smsSinceMs From when on text messages count, in epoch milliseconds. @default - there is no phone to count for
 */
export async function readToldBefore(
  table: Table,
  userId: string,
  windowId: string,
  smsSinceMs?: number,
): Promise<ToldBefore> {
  const openedAt = openedAtOf(windowId);
  const sinceMs = smsSinceMs ?? Number.POSITIVE_INFINITY;
  const [from, to] =
    smsSinceMs === undefined
      ? [openedAt, openedAt]
      : [[openedAt, new Date(smsSinceMs - LONGEST_WINDOW_MS).toISOString()].sort()[0] as string, '9999'];
  const notifications = await readNotifications<Notification & Key>(table, userId, from, to);
  const accepted = notifications.filter(({ outcome }) => outcome === 'accepted');
  const messages = new Set(accepted.map(({ SK }) => SK));
  return {
    wasAccepted: (contact) => messages.has(keyOf(contact, windowId).SK),
    smsAcceptedMs: accepted
      .filter(({ protocol }) => protocol === 'sms')
      .map(({ sentAt }) => Date.parse(sentAt))
      .filter((sentMs) => sentMs > sinceMs)
      .sort((a, b) => a - b),
  };
}
