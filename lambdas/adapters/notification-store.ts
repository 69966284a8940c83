import type { ContactStatus } from '../core/person.ts';
import { type Key, notificationRange, personKey } from './ledger-keys.ts';
import { getItem, putItem, queryItems, type Table } from './table.ts';

/** One message to one contact, and what SNS answered. */
export interface Notification {
  readonly userId: string;
  readonly protocol: 'email' | 'sms';
  readonly address: string;
  /** How the contact stood when the message went out: `pending` means SNS will not deliver it. */
  readonly contactStatus: ContactStatus;
  readonly outcome: 'accepted' | 'failed';
  /** SNS's. */
  readonly messageId?: string;
  readonly error?: string;
  readonly subject: string;
  readonly text: string;
  readonly alertIds: readonly string[];
  readonly sentAt: string;
}

/** Whether this message went to this contact before. */
export async function wasAccepted(table: Table, key: Key): Promise<boolean> {
  return (await getItem<Notification>(table, key))?.outcome === 'accepted';
}

/** Keeps what was said to whom; a later attempt of the same message replaces an earlier one. */
export const writeNotification = async (table: Table, key: Key, notification: Notification): Promise<void> => {
  await putItem(table, { ...key, ...notification });
};

/** What was sent to this person, by the time of the claim: from one instant or day to another, strongly consistent. */
export function readNotifications(table: Table, userId: string, from: string, to: string): Promise<Notification[]> {
  const [first, last] = notificationRange(from, to);
  return queryItems<Notification>(table, personKey(userId).PK, { from: first, to: last });
}

/** A message is keyed by its window, which may have opened this long before it was sent. */
const LONGEST_WINDOW_MS = 2 * 24 * 3_600_000;

/** When text messages to this person were accepted since an instant, in epoch milliseconds, oldest first. */
export async function smsSentSince(table: Table, userId: string, sinceMs: number): Promise<number[]> {
  const from = new Date(sinceMs - LONGEST_WINDOW_MS).toISOString();
  const notifications = await readNotifications(table, userId, from, '9999');
  return notifications
    .filter(({ protocol, outcome }) => protocol === 'sms' && outcome === 'accepted')
    .map(({ sentAt }) => Date.parse(sentAt))
    .filter((sentMs) => sentMs > sinceMs)
    .sort((a, b) => a - b);
}
