import * as z from 'zod';
import type { ContactChange } from '../adapters/contact-store.ts';
import type { SubscriptionStatus } from '../adapters/contact-topics.ts';
import type { Contact, ContactStatus } from '../core/person.ts';

const Input = z.object({ userId: z.string() });

export interface EnsureContactsPorts {
  now(): number;
  readContacts(userId: string): Promise<Contact[]>;
  ensureTopic(protocol: Contact['protocol'], address: string): Promise<string>;
  subscriptionStatus(topicArn: string, protocol: Contact['protocol'], address: string): Promise<SubscriptionStatus>;
  subscribe(topicArn: string, protocol: Contact['protocol'], address: string): Promise<SubscriptionStatus>;
  isSandboxed(phoneNumber: string): Promise<boolean>;
  updateContact(contact: Contact, change: ContactChange): Promise<void>;
  /** What SNS says when it will never take an address; undefined for an error that passes. */
  refusalOf(error: unknown): string | undefined;
}

/** SNS drops a subscription that nobody confirmed for two days. */
const LINK_LASTS_MS = 2 * 24 * 3600 * 1000;

/**
 * Gives each contact of a person its topic and subscription, and notes whether it is confirmed. Lists before it
 * subscribes, so that nobody gets a second confirmation mail. Safe to run twice: what is there is found, not made.
 */
export const createHandler = (ports: EnsureContactsPorts) => async (event: unknown) => {
  const { userId } = Input.parse(event);
  const contacts = await ports.readContacts(userId);
  const statuses: { protocol: string; status: ContactStatus }[] = [];
  for (const contact of contacts)
    statuses.push({ protocol: contact.protocol, status: await ensureOrRefuse(ports, contact) });
  return { contacts: statuses };
};

/** An address that SNS takes not at all must not keep the others from being reached. */
async function ensureOrRefuse(ports: EnsureContactsPorts, contact: Contact): Promise<ContactStatus> {
  try {
    return await ensure(ports, contact);
  } catch (error) {
    const refusal = ports.refusalOf(error);
    if (refusal === undefined) throw error;
    await ports.updateContact(contact, { status: 'refused', refusal });
    return 'refused';
  }
}

async function ensure(ports: EnsureContactsPorts, contact: Contact): Promise<ContactStatus> {
  const { protocol, address } = contact;
  const topicArn = await ports.ensureTopic(protocol, address);
  const known = await ports.subscriptionStatus(topicArn, protocol, address);
  const now = ports.now();
  const subscribedAt = known === 'absent' ? new Date(now).toISOString() : contact.subscribedAt;
  const found = known === 'absent' ? await ports.subscribe(topicArn, protocol, address) : known;
  const status = await statusOf(ports, contact, found, subscribedAt, now);
  await ports.updateContact(contact, { topicArn, status, ...(subscribedAt ? { subscribedAt } : {}) });
  return status;
}

async function statusOf(
  ports: EnsureContactsPorts,
  { protocol, address }: Contact,
  found: SubscriptionStatus,
  subscribedAt: string | undefined,
  now: number,
): Promise<ContactStatus> {
  if (protocol === 'sms' && (await ports.isSandboxed(address))) return 'sandboxed';
  if (found === 'confirmed') return 'confirmed';
  const isExpired = subscribedAt !== undefined && now - Date.parse(subscribedAt) > LINK_LASTS_MS;
  return isExpired ? 'expired' : 'pending';
}
