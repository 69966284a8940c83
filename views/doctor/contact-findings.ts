import type { Person } from '../../lambdas/core/person/person.ts';
import { localTime } from '../local-time.ts';
import type { ExaminedContact, Facts } from './facts.ts';
import { type Finding, hint, obstacle, ok } from './finding.ts';

/** SNS drops a subscription that nobody confirmed for two days. */
const LINK_LASTS_MS = 2 * 24 * 3600 * 1000;

/** Whether messages reach the person's addresses; nothing is said of them without a plan in force. */
export function contactFindings(facts: Facts): Finding[] {
  const { person, contacts, snsError } = facts;
  if (!person?.isActive) return [];
  const unasked = snsError ? [hint(`SNS could not be asked, contacts are shown as last noted: ${snsError}`)] : [];
  if (contacts.length === 0) {
    return [
      obstacle('the plan names no contact', `add contacts to ${person.plan.key}, such as - email: you@example.com`),
    ];
  }
  const isPhoneOnly = contacts.every(({ protocol }) => protocol === 'sms');
  return [
    ...contacts.map((contact) => describe(contact, person.timeZone, facts.now)),
    ...(isPhoneOnly ? withoutMailbox(person) : []),
    ...smsFindings(facts),
    ...unasked,
  ];
}

function withoutMailbox({ digest = [] }: Person): Finding[] {
  return [
    hint('a phone takes five messages an hour; the rest waits for the next hour, and no mailbox tells it sooner'),
    ...(digest.length > 0 ? [hint('summaries go by e-mail only, and the plan names no mailbox: none is sent')] : []),
  ];
}

function describe(contact: ExaminedContact, timeZone: string, now: number): Finding {
  const name = `${contact.protocol === 'sms' ? 'SMS' : 'e-mail'} ${contact.address}`;
  if (contact.isOptedOut) {
    return obstacle(
      `${name}: has opted out by replying STOP`,
      'opt in again: aws sns opt-in-phone-number (once in 30 days)',
    );
  }
  switch (statusNow(contact, now)) {
    case 'confirmed':
      return ok(`${name}: confirmed`);
    case 'pending': {
      const until = contact.subscribedAt
        ? `; it is void after ${localTime(new Date(Date.parse(contact.subscribedAt) + LINK_LASTS_MS).toISOString(), timeZone)}`
        : '';
      return obstacle(
        `${name}: not confirmed, SNS delivers nothing before`,
        `follow the link in the mail "AWS Notification - Subscription Confirmation", perhaps in the spam folder${until}`,
      );
    }
    case 'expired':
      return obstacle(`${name}: not confirmed within two days`, 'drop the plan again; SNS sends a new link');
    case 'unsubscribed':
      return obstacle(`${name}: its owner has unsubscribed`, 'drop the plan again; SNS sends a new link');
    case 'sandboxed':
      return obstacle(
        `${name}: the AWS account is in the SMS sandbox and may text verified numbers only`,
        'verify the number or leave the sandbox: docs/how-to/deploy.md, Text messages; then drop the plan again',
      );
    case 'refused':
      return obstacle(`${name}: SNS takes no such address`, 'correct it in the plan and drop it again', [
        ...(contact.refusal ? [contact.refusal] : []),
      ]);
    case 'leaving':
      return hint(`${name}: out of the plan, and being unsubscribed`);
    case 'new':
      return obstacle(
        `${name}: not subscribed yet`,
        'wait a minute; if it stays, see how the newest execution of apply-plan ended, then drop the plan again',
      );
  }
}

/** What SNS says now counts more than what was noted with the last message. */
function statusNow({ protocol, status, subscription, subscribedAt }: ExaminedContact, now: number) {
  const hadConfirmed = status === 'confirmed' || status === 'unsubscribed';
  if (subscription === 'absent' && hadConfirmed) return 'unsubscribed';
  if (protocol === 'sms' || subscription === undefined || status === 'refused') return status;
  if (subscription === 'confirmed') return 'confirmed';
  const isExpired = subscribedAt !== undefined && now - Date.parse(subscribedAt) > LINK_LASTS_MS;
  return isExpired || subscription === 'absent' ? 'expired' : 'pending';
}

const smsFindings = ({ monthlySmsLimitUsd, contacts }: Facts): Finding[] =>
  monthlySmsLimitUsd === undefined || contacts.every(({ protocol }) => protocol !== 'sms')
    ? []
    : [
        hint(
          `the account may spend USD ${monthlySmsLimitUsd} a month on SMS; above it SNS accepts messages and drops them`,
          ...(monthlySmsLimitUsd <= 1 ? ['raise it: docs/how-to/deploy.md, Text messages'] : []),
        ),
      ];
