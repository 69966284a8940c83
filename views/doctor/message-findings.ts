import type { Alert } from '../../lambdas/core/alert/alert.ts';
import type { Notification } from '../../lambdas/core/message/notification.ts';
import { canBeReached } from '../../lambdas/core/person/reach.ts';
import { localTime } from '../local-time.ts';
import type { ExaminedContact, Facts } from './facts.ts';
import { type Finding, hint, obstacle, ok } from './finding.ts';

/** The sweep takes up what was due so long ago and not sent. */
const UNSENT_TOO_LONG_MS = 10 * 60_000;

/** Whether what was claimed went out, and what SNS answered. */
export function messageFindings(facts: Facts): Finding[] {
  if (!facts.person?.isActive) return [];
  const { timeZone } = facts.person;
  return [
    ...unsentFindings(facts),
    ...facts.contacts.flatMap((contact) => answersTo(contact, facts.messages, timeZone)),
    ...(facts.isLaptop
      ? [hint('messages stay on this computer, in outbox/ of the data folder, unless SMTP_URL is set')]
      : []),
  ];
}

function unsentFindings(facts: Facts): Finding[] {
  const { unsent, now, isLaptop, person } = facts;
  const late = unsent.filter((alert) => now - Date.parse(dueAt(alert)) > UNSENT_TOO_LONG_MS);
  const waiting = unsent.filter((alert) => Date.parse(dueAt(alert)) - now > UNSENT_TOO_LONG_MS);
  const [until] = waiting.map(dueAt).sort();
  const fresh = unsent.length - late.length - waiting.length;
  const remedy = isLaptop
    ? 'let npm start run: its sweep sends them'
    : 'the sweep sends them within minutes; if they stay, docs/runbook.md says where to look';
  return [
    ...(late.length > 0
      ? [obstacle(`${count(late.length, 'alert')} due more than ten minutes ago not sent`, remedy)]
      : []),
    ...(until ? [hint(waitingText(facts, waiting.length, localTime(until, person?.timeZone ?? 'UTC')))] : []),
    ...(fresh > 0 ? [hint(`${count(fresh, 'alert')} being sent right now`)] : []),
  ];
}

/** A window's end, or until when it is held: for a contact that can be reached, or for room among an hour's texts. */
const dueAt = ({ closesAt, heldUntil, takenAt }: Alert): string => takenAt ?? heldUntil ?? closesAt;

function waitingText({ contacts }: Facts, waiting: number, at: string): string {
  return contacts.some(canBeReached)
    ? `${count(waiting, 'alert')} to be sent at ${at}`
    : `${count(waiting, 'alert')} held until a contact can be reached; looked at again at ${at}`;
}

function answersTo({ protocol, address }: ExaminedContact, all: readonly Notification[], timeZone: string): Finding[] {
  const messages = all.filter((message) => message.protocol === protocol && message.address === address);
  const latest = messages.at(-1);
  if (!latest) return [];
  const failed = messages.filter(({ outcome }) => outcome === 'failed').length;
  const undelivered = messages.filter(
    ({ outcome, contactStatus }) => outcome === 'accepted' && contactStatus !== 'confirmed',
  ).length;
  const at = localTime(latest.sentAt, timeZone);
  return [
    ...(latest.outcome === 'failed'
      ? [
          obstacle(
            `the last message to ${address}, of ${at}, was not taken by SNS`,
            'name an address in the plan that works',
            [...(latest.error ? [latest.error] : [])],
          ),
        ]
      : [ok(`the last message to ${address}, of ${at}, was accepted by SNS`)]),
    ...(latest.outcome === 'accepted' && failed > 0
      ? [hint(`${count(failed, 'message')} of the last 30 days to ${address} not taken by SNS`)]
      : []),
    ...(undelivered > 0
      ? [
          hint(
            `${count(undelivered, 'message')} of the last 30 days to ${address} not delivered: it was not confirmed then`,
          ),
        ]
      : []),
  ];
}

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;
