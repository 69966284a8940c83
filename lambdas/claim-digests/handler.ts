import * as z from 'zod';
import { dailyClaimant } from '../core/alert/alert.ts';
import type { Claimed, NewDigestAlert, NewDueAlert } from '../core/alert/claim.ts';
import { isDigestDue, periodsJustOver } from '../core/alert/digest.ts';
import type { AlertWindow } from '../core/alert/window.ts';
import { dueDaysToTell } from '../core/due/due-days.ts';
import type { OpenInvoice } from '../core/due/open-invoice.ts';
import type { Contact, Person } from '../core/person/person.ts';

const Input = z.object({
  userId: z.string(),
  /** The person's day on which the look ahead began. */
  schedule: z.iso.date(),
  /** ARN of the execution that the step belongs to. */
  startedBy: z.string().optional(),
});

/** What a look may tell a person besides their forecasts. */
type LookClaim = NewDigestAlert | NewDueAlert;

export interface ClaimDigestsPorts {
  now(): number;
  readPerson(userId: string): Promise<Person | undefined>;
  readContacts(userId: string): Promise<Contact[]>;
  /** What is to be paid from one day to another, both included, the earliest first. */
  readOpenInvoices(userId: string, start: string, end: string): Promise<OpenInvoice[]>;
  /** Notes the look and claims what is due by the day of the last one, in one transaction. */
  noteLook(
    person: Person,
    day: string,
    claimsDue: (lookedAtOn: string | undefined) => readonly LookClaim[],
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
  const claims = await claimsOf(ports, person, schedule);
  return ports.noteLook(person, schedule, (lookedAtOn) =>
    claims.filter((claim) => claim.kind === 'due' || isDigestDue(claim, person, lookedAtOn)),
  );
}

/** A summary is too long for a phone; a reminder goes to every contact. */
async function claimsOf(ports: ClaimDigestsPorts, person: Person, schedule: string): Promise<LookClaim[]> {
  const { userId, digest = [], dueReminders = false } = person;
  if (digest.length === 0 && !dueReminders) return [];
  const contacts = await ports.readContacts(userId);
  const claimed = { userId, claimedAt: new Date(ports.now()).toISOString(), claimedBy: dailyClaimant(schedule) };
  const isMailed = contacts.some(({ protocol }) => protocol === 'email');
  const periods = isMailed ? periodsJustOver(person, schedule) : [];
  const days = dueDaysToTell(schedule);
  const invoices =
    dueReminders && contacts.length > 0 ? await ports.readOpenInvoices(userId, days.start, days.end) : [];
  return [
    ...periods.map((period) => ({ kind: 'digest', ...claimed, ...period }) as const),
    ...invoices.map((invoice) => ({ kind: 'due', ...claimed, ...claimedOf(invoice) }) as const),
  ];
}

const claimedOf = ({ documentId, dueOn, instalment }: OpenInvoice) => ({
  documentId,
  dueOn,
  ...(instalment ? { instalment: instalment.number } : {}),
});
