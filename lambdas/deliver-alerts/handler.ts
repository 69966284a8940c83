import * as z from 'zod';
import { idOfKey, type Key, notificationKey, personKey } from '../adapters/ledger-keys.ts';
import type { Notification } from '../adapters/notification-store.ts';
import type { Publication, PublishOutcome } from '../adapters/publish.ts';
import type { Alert, ThresholdAlert } from '../core/alert.ts';
import type { Budget } from '../core/budget/budget.ts';
import { calendarDay } from '../core/budget/period.ts';
import type { DailySpend } from '../core/budget/spend.ts';
import { SpendwireError } from '../core/errors.ts';
import { alertMessage } from '../core/message/alert-message.ts';
import { attentionMessage } from '../core/message/attention-message.ts';
import type { Message } from '../core/message/message.ts';
import { groupByBudget, standingOf } from '../core/message/standing.ts';
import type { Contact, Person } from '../core/person.ts';

const Input = z.object({ userId: z.string(), alerts: z.array(z.string()) });

type SentOutcome = 'accepted' | 'failed' | 'no-contacts' | 'plan-ended';

export interface DeliverAlertsPorts {
  now(): number;
  readAlert(key: Key): Promise<Alert | undefined>;
  readPerson(userId: string): Promise<Person | undefined>;
  readContacts(userId: string): Promise<Contact[]>;
  /** A contact as it stands now: its owner may have confirmed it since. */
  refreshContact(contact: Contact): Promise<Contact>;
  readBudgets(userId: string): Promise<Budget[]>;
  readSpend(userId: string, start: string, end: string): Promise<DailySpend[]>;
  wasAccepted(key: Key): Promise<boolean>;
  writeNotification(key: Key, notification: Notification): Promise<void>;
  publish(publication: Publication): Promise<PublishOutcome>;
  markSent(key: Key, sentAt: string, outcome: SentOutcome): Promise<void>;
}

/** A message and the alerts that it is about. */
interface Outgoing {
  readonly message: Message;
  readonly alerts: readonly Alert[];
}

/**
 * Sends what was claimed: everything that one check found as one message per contact, and a message for each
 * document that needs attention, to e-mail contacts only.
 *
 * Claimed exactly once, delivered at least once: an alert is marked only after SNS has answered. A repeat skips
 * alerts that are marked and contacts that SNS has accepted the same message for.
 *
 * @throws SpendwireError `MessageNotAcceptedError` when SNS could not take a message now; the machine tries again.
 */
export const createHandler = (ports: DeliverAlertsPorts) => async (event: unknown) => {
  const { userId, alerts: sortKeys } = Input.parse(event);
  const read = await Promise.all(sortKeys.map((SK) => ports.readAlert({ PK: personKey(userId).PK, SK })));
  const unsent = read.filter((alert) => alert !== undefined).filter(({ sentAt }) => sentAt === undefined);
  if (unsent.length === 0) return { accepted: 0, failed: 0 };
  const person = await ports.readPerson(userId);
  if (!person?.isActive) return settle(ports, unsent, 'plan-ended', { accepted: 0, failed: 0 });
  const contacts = await Promise.all(
    (await ports.readContacts(userId)).map((contact) => ports.refreshContact(contact)),
  );
  const totals = { accepted: 0, failed: 0 };
  for (const outgoing of await compose(ports, person, unsent)) {
    const { accepted, failed } = await send(ports, outgoing, contacts);
    totals.accepted += accepted;
    totals.failed += failed;
    await settle(ports, outgoing.alerts, accepted > 0 ? 'accepted' : failed > 0 ? 'failed' : 'no-contacts', totals);
  }
  return totals;
};

async function settle<T>(
  ports: DeliverAlertsPorts,
  alerts: readonly Alert[],
  outcome: SentOutcome,
  result: T,
): Promise<T> {
  const sentAt = new Date(ports.now()).toISOString();
  for (const { userId, SK } of alerts) await ports.markSent({ PK: personKey(userId).PK, SK }, sentAt, outcome);
  return result;
}

async function compose(ports: DeliverAlertsPorts, person: Person, alerts: readonly Alert[]): Promise<Outgoing[]> {
  const thresholds = alerts.filter((alert): alert is ThresholdAlert => alert.kind === 'threshold');
  const attention = alerts.flatMap((alert) =>
    alert.kind === 'attention' ? [{ message: attentionMessage({ ...alert, name: person.name }), alerts: [alert] }] : [],
  );
  return thresholds.length === 0 ? attention : [await composeAlert(ports, person, thresholds), ...attention];
}

async function composeAlert(
  ports: DeliverAlertsPorts,
  person: Person,
  alerts: readonly ThresholdAlert[],
): Promise<Outgoing> {
  const reader = { locale: person.locale, today: calendarDay(ports.now(), person.timeZone) };
  const budgets = await ports.readBudgets(person.userId);
  const standings = [];
  for (const alert of groupByBudget(alerts)) {
    const spend = await ports.readSpend(person.userId, alert.periodStart, alert.periodEnd);
    standings.push(standingOf(alert, budgets, spend, reader));
  }
  const latest = [...alerts].sort((a, b) => b.claimedAt.localeCompare(a.claimedAt))[0] as ThresholdAlert;
  return {
    message: alertMessage({ name: person.name, locale: person.locale, budgets: standings, cause: latest.cause }),
    alerts,
  };
}

async function send(ports: DeliverAlertsPorts, outgoing: Outgoing, contacts: readonly Contact[]) {
  const totals = { accepted: 0, failed: 0 };
  const later: string[] = [];
  for (const contact of contacts) {
    const text = contact.protocol === 'sms' ? outgoing.message.sms : outgoing.message.body;
    if (text === undefined) continue;
    const result = await sendTo(ports, contact, text, outgoing);
    totals[result.outcome] += 1;
    if (result.outcome === 'failed' && result.isTransient) later.push(result.error);
  }
  if (later.length > 0) {
    throw new SpendwireError(
      'MessageNotAcceptedError',
      `${later.length} messages were not taken and are tried again: ${later[0]}`,
    );
  }
  return totals;
}

async function sendTo(
  ports: DeliverAlertsPorts,
  contact: Contact,
  text: string,
  { message, alerts }: Outgoing,
): Promise<PublishOutcome> {
  const { userId, protocol, address, topicArn } = contact;
  const alertIds = alerts.map(({ alertId }) => alertId).sort();
  const claimedAt = alerts.map((alert) => alert.claimedAt).sort()[0] as string;
  const key = notificationKey(userId, claimedAt, idOfKey({ PK: `${protocol}#${address}`, SK: alertIds.join(',') }));
  if (await ports.wasAccepted(key)) return { outcome: 'accepted', messageId: '' };
  const result = await publishTo(ports, contact, { topicArn, protocol, subject: message.subject, text, alertIds });
  await ports.writeNotification(key, {
    userId,
    protocol,
    address,
    contactStatus: contact.status,
    outcome: result.outcome,
    ...(result.outcome === 'accepted' ? { messageId: result.messageId } : { error: result.error }),
    subject: message.subject,
    text,
    alertIds,
    sentAt: new Date(ports.now()).toISOString(),
  });
  return result;
}

/** A contact that SNS refused stays unreached until the plan names another; one without a topic gets it any moment. */
async function publishTo(
  ports: DeliverAlertsPorts,
  { status, refusal = 'SNS takes no such address' }: Contact,
  { topicArn, ...publication }: Omit<Publication, 'topicArn'> & { readonly topicArn: string | undefined },
): Promise<PublishOutcome> {
  if (status === 'refused') return { outcome: 'failed', error: refusal, isTransient: false };
  if (topicArn === undefined) return { outcome: 'failed', error: 'the contact has no topic yet', isTransient: true };
  return ports.publish({ topicArn, ...publication });
}
