import { type Alert, isBudgetAlert } from '../core/alert/alert.ts';
import type { Contact } from '../core/person/person.ts';
import type { SortedAlerts } from './sort-alerts.ts';

/** A contact and what it is to be told. */
export interface Recipient {
  readonly contact: Contact;
  readonly alerts: readonly Alert[];
  /** What else is said in its message. */
  readonly remarks: readonly string[];
  /** Why the message is not sent, but noted as refused: it goes another way. */
  readonly heldBack?: string;
  /** Whether documents that need somebody are told here: phones are left in peace where there is a mailbox. */
  readonly tellsAttention: boolean;
}

export interface Recipients {
  readonly now: readonly Recipient[];
  /** What only a phone could be told that has had its messages for this hour. */
  readonly later?: { readonly alerts: readonly Alert[]; readonly atMs: number };
}

/** What phones may be told now. */
export interface SmsAllowance {
  /** So many messages more. */
  readonly left: number;
  /** When there may be one beyond, in epoch milliseconds. */
  readonly nextMs: number;
  /** Numbers that have this window's message already: a repeat sends them none. */
  readonly reached: ReadonlySet<string>;
}

/**
 * Who is told what: each contact the alerts of its budgets, mailboxes also of documents and digests. A phone beyond its
 * allowance is passed over: the mailboxes get what it would have been told, and say so; without one that messages reach it
 * is told later.
 */
export function planRecipients(
  { told, contactsOf }: SortedAlerts,
  contacts: readonly Contact[],
  allowance: SmsAllowance,
): Recipients {
  const mailboxes = contacts.filter(({ protocol }) => protocol === 'email');
  const isMailed = mailboxes.some(canBeReached);
  const tellsAttention = !isMailed;
  const phones = contacts
    .filter(({ protocol }) => protocol === 'sms')
    .map((contact) => ({
      contact,
      alerts: told.filter((alert) => isForPhone(alert, contact, contactsOf, tellsAttention)),
    }))
    .filter(({ alerts }) => alerts.length > 0);
  const over = phones.filter(({ contact }) => !allowance.reached.has(contact.address)).slice(allowance.left);
  const overflow = new Set(over.flatMap(({ alerts }) => alerts));
  const remarks = over.map(({ contact }) => `Not sent to ${contact.address}: it had five messages within the hour.`);
  const toMailboxes = mailboxes.map((contact) => ({
    contact,
    alerts: told.filter((alert) => overflow.has(alert) || isMeantFor(alert, contact, contactsOf)),
    remarks,
    tellsAttention: true,
  }));
  const isLater = over.length > 0 && !isMailed;
  const toPhones = phones
    .filter((phone) => !isLater || !over.includes(phone))
    .map((phone) => ({
      ...{ ...phone, remarks: [], tellsAttention },
      ...(over.includes(phone)
        ? { heldBack: 'five text messages were sent within the hour; told by e-mail instead' }
        : {}),
    }));
  return {
    now: [...toMailboxes, ...toPhones].filter(({ alerts }) => alerts.length > 0),
    ...(isLater ? { later: { alerts: [...overflow], atMs: allowance.nextMs } } : {}),
  };
}

/** SNS takes messages to a mailbox that nobody has confirmed, and delivers none. */
const canBeReached = ({ status }: Contact): boolean =>
  status !== 'pending' && status !== 'expired' && status !== 'refused';

function isForPhone(
  alert: Alert,
  contact: Contact,
  contactsOf: SortedAlerts['contactsOf'],
  tellsAttention: boolean,
): boolean {
  if (alert.kind === 'digest') return false;
  return alert.kind === 'attention' ? tellsAttention : isMeantFor(alert, contact, contactsOf);
}

/** A budget may name its contacts, by address or by kind; everything else is for all. */
function isMeantFor(alert: Alert, { protocol, address }: Contact, contactsOf: SortedAlerts['contactsOf']): boolean {
  const named = isBudgetAlert(alert) ? contactsOf(alert) : undefined;
  return named === undefined || named.includes(address) || named.includes(protocol);
}
