import { type Alert, isBudgetAlert } from '../core/alert/alert.ts';
import type { ToldBefore } from '../core/message/notification.ts';
import { roomAtMs, shareOf } from '../core/message/sms-share.ts';
import type { Contact } from '../core/person/person.ts';
import { canBeReached, mayComeToBeReached } from '../core/person/reach.ts';
import type { SortedAlerts } from './sort-alerts.ts';

/** A contact and what it is to be told. */
export interface Recipient {
  readonly contact: Contact;
  readonly alerts: readonly Alert[];
  /** What else is said in its message. */
  readonly remarks: readonly string[];
  /** Whether documents that need somebody are told here: phones are left in peace where there is a mailbox. */
  readonly tellsAttention: boolean;
}

export interface Recipients {
  readonly now: readonly Recipient[];
  /** What a phone is told once the hour has room, or somebody once a contact can be reached. */
  readonly later?: { readonly alerts: readonly Alert[]; readonly atMs: number };
}

/** What was sent before, and when it is now. */
export interface Sent extends Pick<ToldBefore, 'isDone'> {
  readonly nowMs: number;
  /** When the person's phones got messages within the hour, oldest first, in epoch milliseconds. */
  readonly smsMs: readonly number[];
}

/** SNS tells nobody that a mailbox was confirmed: while something waits for it, it is asked so often. */
const LOOK_AGAIN_MS = 3_600_000;

/**
 * Who is told what: each contact the alerts of its budgets, mailboxes also of documents and digests. What none of its
 * contacts can be reached with waits for one that can. A phone that has had its share of the hour is told once there is room;
 * a mailbox that messages reach is told meanwhile, and that the phone is not yet.
 */
export function planRecipients(
  { told, contactsOf }: SortedAlerts,
  contacts: readonly Contact[],
  { isDone, nowMs, smsMs }: Sent,
): Recipients {
  const mailboxes = contacts.filter(({ protocol }) => protocol === 'email');
  const isMailed = mailboxes.some(canBeReached);
  const tellsAttention = !isMailed;
  const isFor = (alert: Alert, contact: Contact): boolean => {
    if (contact.protocol === 'email') return isMeantFor(alert, contact, contactsOf);
    return isForPhone(alert, contact, contactsOf, tellsAttention);
  };
  const isUnreached = (alert: Alert): boolean => {
    const meant = contacts.filter((contact) => isFor(alert, contact));
    return !meant.some(canBeReached) && meant.some(mayComeToBeReached);
  };
  const unreached = new Set(told.filter(isUnreached));
  const telling = told.filter((alert) => !unreached.has(alert));
  const phones = contacts
    .filter(({ protocol }) => protocol === 'sms')
    .map((contact) => ({
      contact,
      alerts: telling.filter((alert) => isFor(alert, contact) && !isDone(contact, alert)),
    }))
    .filter(({ alerts }) => alerts.length > 0);
  const { inTime, over, roomMs } = withinShares(phones, smsMs, nowMs);
  const overflow = new Set(over.flatMap(({ alerts }) => alerts));
  const remarks = over.map(({ contact }) => `Not sent to ${contact.address} yet: it had its messages for this hour.`);
  const toMailboxes = mailboxes.map((contact) => ({
    contact,
    alerts: telling.filter(
      (alert) => (overflow.has(alert) || isMeantFor(alert, contact, contactsOf)) && !isDone(contact, alert),
    ),
    remarks,
    tellsAttention: true,
  }));
  const toPhones = inTime.map((phone) => ({ ...phone, remarks: [], tellsAttention }));
  const later = new Set([...overflow, ...unreached]);
  const atMs = Math.min(...roomMs, ...(unreached.size > 0 ? [nowMs + LOOK_AGAIN_MS] : []));
  return {
    now: [...toMailboxes, ...toPhones].filter(({ alerts }) => alerts.length > 0),
    ...(later.size > 0 ? { later: { alerts: [...later], atMs } } : {}),
  };
}

type Phone = Pick<Recipient, 'contact' | 'alerts'>;

/** The phones that there is room for in this hour, what presses most first, and when there is for the others. */
function withinShares(phones: readonly Phone[], smsMs: readonly number[], nowMs: number) {
  const byPressure = [...phones].sort((one, other) => shareOf(other.alerts) - shareOf(one.alerts));
  const sentMs = [...smsMs];
  const inTime: Phone[] = [];
  const over: Phone[] = [];
  for (const phone of byPressure) {
    const isSilent = !canBeReached(phone.contact);
    if (!isSilent && roomAtMs(shareOf(phone.alerts), sentMs) !== undefined) {
      over.push(phone);
      continue;
    }
    inTime.push(phone);
    if (!isSilent) sentMs.push(nowMs);
  }
  return { inTime, over, roomMs: over.flatMap(({ alerts }) => roomAtMs(shareOf(alerts), sentMs) ?? []) };
}

function isForPhone(
  alert: Alert,
  contact: Contact,
  contactsOf: SortedAlerts['contactsOf'],
  tellsAttention: boolean,
): boolean {
  if (alert.kind === 'digest') return false;
  return alert.kind === 'attention' ? tellsAttention : isMeantFor(alert, contact, contactsOf);
}

/** A budget may name its contacts, by address or by kind; everything else is for all, but for whom it is about. */
function isMeantFor(alert: Alert, { protocol, address }: Contact, contactsOf: SortedAlerts['contactsOf']): boolean {
  if (alert.kind === 'unsubscribed') return protocol !== 'email' || alert.address !== address;
  const named = isBudgetAlert(alert) ? contactsOf(alert) : undefined;
  return named === undefined || named.includes(address) || named.includes(protocol);
}
