import * as z from 'zod/mini';
import { type Alert, type BudgetAlert, isBudgetAlert, type SentOutcome } from '../core/alert/alert.ts';
import { type Deliverer, firstOpenedAt, isOwn, mayTake, roundOf } from '../core/alert/held.ts';
import type { WindowAlerts } from '../core/alert/subjects.ts';
import { deliveryOf, endOfQuietHours } from '../core/alert/window.ts';
import type { Budget } from '../core/budget/budget.ts';
import { SpendwireError } from '../core/ground/errors.ts';
import { isAhead } from '../core/ground/wrong-clock.ts';
import type { ToldAsked, ToldBefore } from '../core/message/notification.ts';
import { smsSince } from '../core/message/sms-share.ts';
import type { Contact, Person } from '../core/person/person.ts';
import { type ComposePorts, contentFor, readFigures } from './compose.ts';
import { planRecipients, type Recipient } from './recipients.ts';
import { type SendPorts, send } from './send.ts';
import { sortAlerts } from './sort-alerts.ts';

const Input = z.object({
  userId: z.string(),
  windowId: z.string(),
  /** Of the execution; tells whose the alerts are that are held. @default - that of the window's own */
  name: z.optional(z.string()),
  takesOver: z.optional(z.boolean()),
});

/** What one delivery came to; `again` when the rest may go out at that instant only. */
export interface Delivered {
  readonly accepted: number;
  readonly failed: number;
  readonly again?: string;
}

export interface DeliverAlertsPorts extends ComposePorts, SendPorts {
  readPerson(userId: string): Promise<Person | undefined>;
  readBudgetsAndContacts(userId: string): Promise<{ readonly budgets: Budget[]; readonly contacts: Contact[] }>;
  /** A contact as it stands now: its owner may have confirmed it since. */
  refreshContact(contact: Contact): Promise<Contact>;
  closeWindow(userId: string, windowId: string): Promise<void>;
  /** Leaves a window open until a later instant. */
  postponeWindow(userId: string, windowId: string, closesAt: string): Promise<void>;
  /** All that was claimed in a window, and all of the person that is held, with what these are about. */
  readWindow(userId: string, windowId: string): Promise<WindowAlerts>;
  readToldBefore(asked: ToldAsked): Promise<ToldBefore>;
  markSent(alerts: readonly Alert[], sentAt: string, outcomeOf: (alert: Alert) => SentOutcome): Promise<void>;
  postpone(alerts: readonly Alert[], until: string): Promise<void>;
  /** Holds alerts for a later round of the delivery of this name. */
  hold(alerts: readonly Alert[], by: string, until: string): Promise<void>;
  /** Takes what is held, so as to send it; without those that another delivery was faster with. */
  take(alerts: readonly Alert[], by: string, now: string): Promise<readonly Alert[]>;
  /** Lets triggers that nobody is told of speak again. */
  rearm(alerts: readonly BudgetAlert[]): Promise<void>;
}

const NOTHING: Delivered = { accepted: 0, failed: 0 };

/**
 * Closes a window and sends what was claimed in it, one message per contact that names everything of its budgets that is
 * still true now, and with it what is held of earlier windows.
 *
 * Claimed exactly once, delivered at least once: an alert is marked only after SNS has answered. A repeat skips
 * alerts that are marked and contacts that an alert is done with. In quiet hours nothing is sent, a phone gets its share of
 * an hour's messages, and what no contact can be reached with waits for one that can: that is held, and goes out in a later
 * round, or with whatever goes out before.
 *
 * @throws SpendwireError `MessageNotAcceptedError` when SNS could not take a message now; the machine tries again.
 */
export const createHandler =
  (ports: DeliverAlertsPorts) =>
  async (event: unknown): Promise<Delivered> => {
    const { userId, windowId, ...input } = Input.parse(event);
    const { name = deliveryOf(userId, { windowId, closesAt: '' }).name, takesOver = false } = input;
    const delivery = { windowId, name, takesOver };
    const person = await ports.readPerson(userId);
    const quietUntil = person?.isActive ? endOfQuietHours(ports.now(), person) : undefined;
    if (quietUntil === undefined) await ports.closeWindow(userId, windowId);
    else await ports.postponeWindow(userId, windowId, new Date(quietUntil).toISOString());
    const { alerts, subjects } = await ports.readWindow(userId, windowId);
    const unsent = alerts.filter(({ sentAt }) => sentAt === undefined);
    const own = unsent.filter((alert) => isOwn(alert, delivery));
    if (own.length === 0) return NOTHING;
    if (person?.isActive && quietUntil !== undefined) return sleep(ports, own, quietUntil);
    const ours = await takeHeld(ports, delivery, unsent);
    if (!ours.some((alert) => isOwn(alert, delivery))) return NOTHING;
    return deliver(ports, person, userId, delivery, { alerts: ours, subjects });
  };

/** What this delivery sends: what nobody holds of its window, and what it can take of that which is held. */
async function takeHeld(
  ports: DeliverAlertsPorts,
  delivery: Deliverer,
  unsent: readonly Alert[],
): Promise<readonly Alert[]> {
  const nowMs = ports.now();
  const held = unsent.filter((alert) => mayTake(alert, delivery, nowMs));
  const taken = await ports.take(held, delivery.name, new Date(nowMs).toISOString());
  const takenAs = new Map(taken.map((alert) => [alert.SK, alert]));
  return unsent.flatMap((alert) => {
    if (alert.heldBy === undefined) return isOwn(alert, delivery) ? alert : [];
    return takenAs.get(alert.SK) ?? [];
  });
}

async function deliver(
  ports: DeliverAlertsPorts,
  person: Person | undefined,
  userId: string,
  { name, windowId }: Deliverer,
  { alerts: unsent, subjects }: WindowAlerts,
): Promise<Delivered> {
  const round = roundOf(windowId, unsent);
  const asked = { userId, round, since: firstOpenedAt(unsent) };
  if (!person?.isActive) {
    return leaveUntold(ports, unsent, 'plan-ended', await ports.readToldBefore(asked), NOTHING);
  }
  const { budgets, contacts: planned } = await ports.readBudgetsAndContacts(userId);
  const contacts = await Promise.all(planned.map((contact) => ports.refreshContact(contact)));
  const nowMs = ports.now();
  const hasPhone = contacts.some(({ protocol }) => protocol === 'sms');
  const before = await ports.readToldBefore({ ...asked, ...(hasPhone ? { smsSinceMs: smsSince(nowMs) } : {}) });
  const sorted = sortAlerts({ person, budgets, contacts, subjects, nowMs }, unsent);
  await leaveUntold(ports, sorted.overtaken, 'overtaken', before, undefined);
  // A later plan may name somebody: what is true by then is claimed anew.
  if (contacts.length === 0) return leaveUntold(ports, sorted.told, 'no-contacts', before, NOTHING);
  const smsMs = before.smsAcceptedMs.filter((acceptedMs) => !isAhead(acceptedMs, nowMs));
  const recipients = planRecipients(sorted, contacts, { isDone: before.isDone, nowMs, smsMs });
  const figures = await readFigures(ports, person, sorted);
  const totals = { accepted: 0, failed: 0 };
  const outcomes = new Map<string, SentOutcome>();
  const refusals: string[] = [];
  for (const recipient of recipients.now) {
    const content = await contentFor(ports, person, sorted, figures, recipient);
    const result = await send(ports, { recipient, content, round, before });
    if (!result) continue;
    totals[result.outcome] += 1;
    note(outcomes, recipient, result.outcome);
    if (result.outcome === 'failed' && result.isTransient) refusals.push(result.error);
  }
  refuse(refusals);
  const waiting = new Set(recipients.later?.alerts.map(({ SK }) => SK));
  const done = sorted.told.filter(({ SK }) => !waiting.has(SK));
  const outcomeOf = (alert: Alert) => (before.wasTold(alert) ? 'accepted' : (outcomes.get(alert.SK) ?? 'no-contacts'));
  await settle(ports, done, outcomeOf);
  if (!recipients.later) return totals;
  const again = new Date(recipients.later.atMs).toISOString();
  await ports.hold(recipients.later.alerts, name, again);
  return { ...totals, again };
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

const settle = (
  ports: DeliverAlertsPorts,
  alerts: readonly Alert[],
  outcomeOf: (alert: Alert) => SentOutcome,
): Promise<void> => ports.markSent(alerts, new Date(ports.now()).toISOString(), outcomeOf);

/** What is still true may be worth telling once its budget is in a plan again, unless somebody was told of it before. */
async function leaveUntold<T>(
  ports: DeliverAlertsPorts,
  alerts: readonly Alert[],
  outcome: SentOutcome,
  { wasTold }: Pick<ToldBefore, 'wasTold'>,
  result: T,
): Promise<T> {
  await ports.rearm(alerts.filter((alert) => !wasTold(alert)).filter(isBudgetAlert));
  await settle(ports, alerts, (alert) => (wasTold(alert) ? 'accepted' : outcome));
  return result;
}

async function sleep(ports: DeliverAlertsPorts, alerts: readonly Alert[], atMs: number): Promise<Delivered> {
  const again = new Date(atMs).toISOString();
  await ports.postpone(alerts, again);
  return { ...NOTHING, again };
}
