import * as z from 'zod';
import type { NewDigestAlert } from '../adapters/alert-store.ts';
import { type Delivery, dailyClaimant } from '../core/alert.ts';
import { isDigestDue, periodsJustOver } from '../core/digest.ts';
import type { Contact, Person } from '../core/person.ts';
import { uniqueDeliveries } from '../core/window.ts';

const Delivered = z.object({ userId: z.string(), windowId: z.string(), name: z.string(), closesAt: z.string() });
const Input = z.object({
  userId: z.string(),
  /** The person's day on which the look ahead began. */
  schedule: z.iso.date(),
  /** Windows that the check of the budgets claimed in. */
  deliveries: z.array(Delivered).default([]),
});

export interface ClaimDigestsPorts {
  now(): number;
  readPerson(userId: string): Promise<Person | undefined>;
  readContacts(userId: string): Promise<Contact[]>;
  /** Notes the look and claims what is due by the day of the last one, in one transaction. */
  noteLook(
    userId: string,
    day: string,
    digestsDue: (lookedAtOn: string | undefined) => readonly NewDigestAlert[],
  ): Promise<boolean>;
  /** The windows in which claims stand unsent. */
  deliveriesOf(claims: readonly NewDigestAlert[]): Promise<Delivery[]>;
}

/**
 * Ends a person's look ahead: claims the summaries of the week and the month just over, where a mailbox can take them,
 * and notes that the person was looked at today. Comes after the check of the budgets, so that a look that broke off is
 * taken up again. Safe to run twice: each period has one claim, and a second run finds what the first one claimed.
 */
export const createHandler =
  (ports: ClaimDigestsPorts) =>
  async (event: unknown): Promise<{ deliveries: Delivery[] }> => {
    const { userId, schedule, deliveries } = Input.parse(event);
    const person = await ports.readPerson(userId);
    if (!person?.isActive) return { deliveries };
    const claims = (await isMailed(ports, person)) ? claimsOf(ports, person, schedule) : [];
    await ports.noteLook(userId, schedule, (lookedAtOn) =>
      claims.filter((claim) => isDigestDue(claim, person, lookedAtOn)),
    );
    return { deliveries: uniqueDeliveries([...deliveries, ...(await ports.deliveriesOf(claims))]) };
  };

/** A summary is too long for a phone. */
async function isMailed(ports: ClaimDigestsPorts, { userId, digest = [] }: Person): Promise<boolean> {
  if (digest.length === 0) return false;
  return (await ports.readContacts(userId)).some(({ protocol }) => protocol === 'email');
}

const claimsOf = (ports: ClaimDigestsPorts, person: Person, schedule: string): NewDigestAlert[] =>
  periodsJustOver(person, schedule).map((period) => ({
    kind: 'digest',
    userId: person.userId,
    ...period,
    claimedAt: new Date(ports.now()).toISOString(),
    claimedBy: dailyClaimant(schedule),
  }));
