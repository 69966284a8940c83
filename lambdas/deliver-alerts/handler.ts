import * as z from 'zod';
import { type Alert, type BudgetAlert, isBudgetAlert, type SentOutcome } from '../core/alert/alert.ts';
import { endOfQuietHours } from '../core/alert/window.ts';
import { SpendwireError } from '../core/ground/errors.ts';
import { someAtOnce } from '../core/ground/some-at-once.ts';
import { isAhead } from '../core/ground/wrong-clock.ts';
import type { ToldBefore } from '../core/message/notification.ts';
import type { Contact, Person } from '../core/person/person.ts';
import { type ComposePorts, contentFor, readFigures } from './compose.ts';
import { planRecipients, type Recipient, type SmsAllowance } from './recipients.ts';
import { type SendPorts, send } from './send.ts';
import { type SortPorts, sortAlerts } from './sort-alerts.ts';

const Input = z.object({ userId: z.string(), windowId: z.string() });

/** What one delivery came to; `again` when the rest may go out at that instant only. */
export interface Delivered {
  readonly accepted: number;
  readonly failed: number;
  readonly again?: string;
}

export interface DeliverAlertsPorts extends SortPorts, ComposePorts, SendPorts {
  readPerson(userId: string): Promise<Person | undefined>;
  readContacts(userId: string): Promise<Contact[]>;
  /** A contact as it stands now: its owner may have confirmed it since. */
  refreshContact(contact: Contact): Promise<Contact>;
  closeWindow(userId: string, windowId: string): Promise<void>;
  /** Leaves a window open until a later instant. */
  postponeWindow(userId: string, windowId: string, closesAt: string): Promise<void>;
  /** All that was claimed in a window, sent or not. */
  readWindowAlerts(userId: string, windowId: string): Promise<Alert[]>;
  /** What was accepted of a window, and which text messages since an instant, if any are to be counted. */
  readToldBefore(userId: string, windowId: string, smsSinceMs: number | undefined): Promise<ToldBefore>;
  markSent(alert: Alert, sentAt: string, outcome: SentOutcome): Promise<void>;
  postpone(alert: Alert, until: string): Promise<void>;
  /** Lets a trigger that nobody is told of speak again. */
  rearm(alert: BudgetAlert): Promise<unknown>;
}

/**
 * Closes a window and sends what was claimed in it, one message per contact that names everything of its budgets that is
 * still true now.
 *
 * Claimed exactly once, delivered at least once: an alert is marked only after SNS has answered. A repeat skips
 * alerts that are marked and contacts that SNS has accepted the window's message for. In quiet hours nothing is sent,
 * and a phone gets five messages an hour at most: what that holds back goes out later, or by e-mail.
 *
 * @throws SpendwireError `MessageNotAcceptedError` when SNS could not take a message now; the machine tries again.
 */
export const createHandler =
  (ports: DeliverAlertsPorts) =>
  async (event: unknown): Promise<Delivered> => {
    const { userId, windowId } = Input.parse(event);
    const person = await ports.readPerson(userId);
    const quietUntil = person?.isActive ? endOfQuietHours(ports.now(), person) : undefined;
    if (quietUntil === undefined) await ports.closeWindow(userId, windowId);
    else await ports.postponeWindow(userId, windowId, new Date(quietUntil).toISOString());
    const claimed = await ports.readWindowAlerts(userId, windowId);
    const unsent = claimed.filter(({ sentAt }) => sentAt === undefined);
    if (unsent.length === 0) return { accepted: 0, failed: 0 };
    if (!person?.isActive) return leaveUntold(ports, unsent, 'plan-ended', { accepted: 0, failed: 0 });
    if (quietUntil !== undefined) return later(ports, unsent, quietUntil, { accepted: 0, failed: 0 });
    return deliver(ports, person, windowId, unsent);
  };

async function deliver(
  ports: DeliverAlertsPorts,
  person: Person,
  windowId: string,
  unsent: readonly Alert[],
): Promise<Delivered> {
  const sorted = await sortAlerts(ports, person, unsent);
  await leaveUntold(ports, sorted.overtaken, 'overtaken', undefined);
  const contacts = await Promise.all(
    (await ports.readContacts(person.userId)).map((contact) => ports.refreshContact(contact)),
  );
  const phones = contacts.filter(({ protocol }) => protocol === 'sms');
  const smsSinceMs = phones.length > 0 ? ports.now() - HOUR_MS : undefined;
  const before = await ports.readToldBefore(person.userId, windowId, smsSinceMs);
  const recipients = planRecipients(sorted, contacts, smsAllowance(ports.now(), phones, before));
  const figures = await readFigures(ports, person, sorted);
  const totals = { accepted: 0, failed: 0 };
  const outcomes = new Map<string, SentOutcome>();
  const refusals: string[] = [];
  for (const recipient of recipients.now) {
    const content = await contentFor(ports, person, sorted, figures, recipient);
    const result = await send(ports, { recipient, content, windowId, before });
    if (!result) continue;
    totals[result.outcome] += 1;
    note(outcomes, recipient, result.outcome);
    if (result.outcome === 'failed' && result.isTransient) refusals.push(result.error);
  }
  refuse(refusals);
  const waiting = new Set(recipients.later?.alerts.map(({ SK }) => SK));
  const done = sorted.told.filter(({ SK }) => !waiting.has(SK));
  await someAtOnce(WRITES_AT_ONCE, done, (alert) =>
    settle(ports, [alert], outcomes.get(alert.SK) ?? 'no-contacts', undefined),
  );
  return recipients.later ? later(ports, recipients.later.alerts, recipients.later.atMs, totals) : totals;
}

/** Everybody else was told first: one mailbox out of order keeps no other waiting. */
function refuse([first, ...others]: readonly string[]): void {
  if (first === undefined) return;
  const text = `${others.length + 1} messages were not taken and are tried again: ${first}`;
  throw new SpendwireError('MessageNotAcceptedError', text);
}

/** One acceptance is enough: the person was told. */
function note(outcomes: Map<string, SentOutcome>, { alerts }: Recipient, outcome: 'accepted' | 'failed'): void {
  for (const { SK } of alerts) if (outcomes.get(SK) !== 'accepted') outcomes.set(SK, outcome);
}

/** A night may leave thousands of files that need somebody. */
const WRITES_AT_ONCE = 25;

const MOST_SMS = 5;
const HOUR_MS = 3_600_000;

/** How many text messages a person may still get now, and when the next one beyond. */
function smsAllowance(
  nowMs: number,
  phones: readonly Contact[],
  { wasAccepted, smsAcceptedMs }: ToldBefore,
): SmsAllowance {
  const reached = phones.filter(wasAccepted);
  const sentMs = smsAcceptedMs.filter((acceptedMs) => !isAhead(acceptedMs, nowMs));
  return {
    left: Math.max(0, MOST_SMS - sentMs.length),
    nextMs: (sentMs.at(-MOST_SMS) ?? sentMs[0] ?? nowMs) + HOUR_MS,
    reached: new Set(reached.map(({ address }) => address)),
  };
}

async function settle<T>(
  ports: DeliverAlertsPorts,
  alerts: readonly Alert[],
  outcome: SentOutcome,
  result: T,
): Promise<T> {
  const sentAt = new Date(ports.now()).toISOString();
  await someAtOnce(WRITES_AT_ONCE, alerts, (alert) => ports.markSent(alert, sentAt, outcome));
  return result;
}

/** What is still true may be worth telling once its budget is in a plan again. */
async function leaveUntold<T>(
  ports: DeliverAlertsPorts,
  alerts: readonly Alert[],
  outcome: SentOutcome,
  result: T,
): Promise<T> {
  await someAtOnce(WRITES_AT_ONCE, alerts.filter(isBudgetAlert), (alert) => ports.rearm(alert));
  return settle(ports, alerts, outcome, result);
}

async function later(
  ports: DeliverAlertsPorts,
  alerts: readonly Alert[],
  atMs: number,
  totals: Delivered,
): Promise<Delivered> {
  const again = new Date(atMs).toISOString();
  await someAtOnce(WRITES_AT_ONCE, alerts, (alert) => ports.postpone(alert, again));
  return { ...totals, again };
}
