import * as z from 'zod/mini';
import { dailyClaimant } from '../core/alert/alert.ts';
import type { Claimed, LookClaim } from '../core/alert/claim.ts';
import { isDigestDue, periodsJustOver } from '../core/alert/digest.ts';
import type { AlertWindow } from '../core/alert/window.ts';
import { dueDaysToTell } from '../core/due/due-days.ts';
import type { OpenInvoice } from '../core/due/open-invoice.ts';
import type { Contact, Person } from '../core/person/person.ts';
import { canBeReached } from '../core/person/reach.ts';

const Input = z.object({
  userId: z.string(),
  /** The person's day on which the look ahead began. */
  schedule: z.iso.date(),
  /** ARN of the execution that the step belongs to. */
  startedBy: z.optional(z.string()),
});

export interface ClaimDigestsPorts {
  now(): number;
  readPerson(userId: string): Promise<Person | undefined>;
  readContacts(userId: string): Promise<Contact[]>;
  /** Whether the owner of a mailbox that was confirmed has unsubscribed it. */
  hasUnsubscribed(contact: Contact): Promise<boolean>;
  /** What is to be paid from one day to another, both included, the earliest first. */
  readOpenInvoices(userId: string, start: string, end: string): Promise<OpenInvoice[]>;
  /** Notes the look and claims what is due by the day of the last one, in one transaction. */
  noteLook(
    person: Person,
    day: string,
    claimsDue: (lookedAtOn: string | undefined) => readonly LookClaim[],
    unsubscribed: readonly Contact[],
  ): Promise<Claimed>;
  /** Starts the delivery of the window that this run has claimed in, or else of the one that is open. */
  startDelivery(
    userId: string,
    claimedIn: AlertWindow | undefined,
    startedBy: string | undefined,
  ): Promise<string | undefined>;
}

/**
 * Ends a person's look ahead: claims the summaries of the week and the month just over, where a mailbox can take them, and
 * the invoices that fall due, where the plan wants reminders; and notes that the person was looked at today. Comes after the check of the budgets, so that a look that broke off is
 * taken up again. Starts the delivery of the window that is open then, and returns its ARN.
 * Safe to run twice: each period and each instalment of an invoice has one claim, and a second run finds the window of what the first one claimed.
 */
export const createHandler =
  (ports: ClaimDigestsPorts) =>
  async (event: unknown): Promise<{ delivery?: string }> => {
    const { userId, schedule, startedBy } = Input.parse(event);
    const person = await ports.readPerson(userId);
    const { claimedIn } = person?.isActive ? await look(ports, person, schedule) : {};
    const delivery = await ports.startDelivery(userId, claimedIn, startedBy);
    return delivery === undefined ? {} : { delivery };
  };

async function look(ports: ClaimDigestsPorts, person: Person, schedule: string): Promise<Claimed> {
  const contacts = await ports.readContacts(person.userId);
  const asked = await Promise.all(
    contacts.map(async (contact) => ({ contact, gone: await ports.hasUnsubscribed(contact) })),
  );
  const gone = asked.filter((each) => each.gone).map(({ contact }) => contact);
  const staying = contacts.filter((contact) => !gone.includes(contact));
  const claims = await claimsOf(ports, person, schedule, { gone, staying });
  return ports.noteLook(
    person,
    schedule,
    (lookedAtOn) => claims.filter((claim) => claim.kind !== 'digest' || isDigestDue(claim, person, lookedAtOn)),
    gone,
  );
}

/** A summary is too long for a phone; a reminder goes to every contact; who has unsubscribed is told another way, if there is one. */
async function claimsOf(
  ports: ClaimDigestsPorts,
  person: Person,
  schedule: string,
  { gone, staying }: { readonly gone: readonly Contact[]; readonly staying: readonly Contact[] },
): Promise<LookClaim[]> {
  const { userId, dueReminders = false } = person;
  const claimed = { userId, claimedAt: new Date(ports.now()).toISOString(), claimedBy: dailyClaimant(schedule) };
  const isMailed = staying.some(({ protocol }) => protocol === 'email');
  const periods = isMailed ? periodsJustOver(person, schedule) : [];
  const days = dueDaysToTell(schedule);
  const invoices = dueReminders && staying.length > 0 ? await ports.readOpenInvoices(userId, days.start, days.end) : [];
  const toTell = staying.some(canBeReached) ? gone : [];
  return [
    ...toTell.map(({ address }) => ({ kind: 'unsubscribed', ...claimed, address, seenOn: schedule }) as const),
    ...periods.map((period) => ({ kind: 'digest', ...claimed, ...period }) as const),
    ...invoices.map((invoice) => ({ kind: 'due', ...claimed, ...claimedOf(invoice) }) as const),
  ];
}

const claimedOf = ({ documentId, dueOn, instalment }: OpenInvoice) => ({
  documentId,
  dueOn,
  ...(instalment ? { instalment: instalment.number } : {}),
});
