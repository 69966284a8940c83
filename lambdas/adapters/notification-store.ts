import { openedAtOf } from '../core/alert/window.ts';
import { MOST_ALERT_IDS, type Notification, type ToldAsked, type ToldBefore } from '../core/message/notification.ts';
import type { Contact } from '../core/person/person.ts';
import { canBeReached } from '../core/person/reach.ts';
import { type Key, messageIdOf, notificationKey, notificationRange, personKey } from './ledger-keys.ts';
import { putItem, queryItems, type Table } from './table.ts';

/**
 * Keeps what was said to whom; a later attempt of the same message replaces an earlier one.
 *
 * @param round Of the delivery, see `roundOf`; the first one is called as its window.
 */
export async function writeNotification(table: Table, round: string, notification: Notification): Promise<void> {
  await putItem(table, { ...keyOf(notification, round), ...notification });
}

/** One message a contact and round. */
const keyOf = ({ userId, protocol, address }: ReachedContact, round: string): Key =>
  notificationKey(userId, openedAtOf(round), messageIdOf(protocol, address, round));

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

/** A message is keyed by its round, which may have begun this long before it was sent. */
const LONGEST_ROUND_MS = 2 * 24 * 3_600_000;

/** Reads in one range what was sent of the alerts of a round, and which text messages went out lately. */
export async function readToldBefore(
  table: Table,
  { userId, round, since, smsSinceMs }: ToldAsked,
): Promise<ToldBefore> {
  const opened = [since, openedAtOf(round)].sort();
  const [from, to] =
    smsSinceMs === undefined
      ? opened
      : [[...opened, new Date(smsSinceMs - LONGEST_ROUND_MS).toISOString()].sort()[0], '9999'];
  const notifications = await readNotifications<Notification & Key>(table, userId, from as string, to as string);
  const accepted = notifications.filter(({ outcome }) => outcome === 'accepted');
  const isOfRound = (notification: Notification & Key) => notification.SK === keyOf(notification, round).SK;
  const tells = (notification: Notification & Key, alert: { readonly alertId: string }) =>
    isAbout(notification, alert) || (isOfRound(notification) && isFull(notification));
  return {
    isDone: (contact, alert) =>
      notifications
        .filter(({ protocol, address }) => protocol === contact.protocol && address === contact.address)
        .filter((notification) => tells(notification, alert))
        .some((notification) =>
          notification.outcome === 'accepted'
            ? isReached(notification) || !canBeReached(contact)
            : !isOfRound(notification) && notification.isTransient !== true,
        ),
    wasTold: (alert) => accepted.some((notification) => isReached(notification) && tells(notification, alert)),
    smsAcceptedMs: accepted
      .filter(({ protocol }) => protocol === 'sms')
      .map(({ sentAt }) => Date.parse(sentAt))
      .filter((sentMs) => sentMs > (smsSinceMs ?? Number.POSITIVE_INFINITY))
      .sort((a, b) => a - b),
  };
}

const isAbout = ({ alertIds }: Notification, { alertId }: { readonly alertId: string }) => alertIds.includes(alertId);
/** A message names no more, however many it is about: a repeat of it is known by its round alone. */
const isFull = ({ alertIds }: Notification) => alertIds.length >= MOST_ALERT_IDS;
const isReached = ({ contactStatus }: Notification) => canBeReached({ status: contactStatus });
