import type { Contact, ContactChange, ContactStatus, SubscriptionStatus } from '../core/person/person.ts';

export interface EnsurePorts {
  now(): number;
  ensureTopic(protocol: Contact['protocol'], address: string): Promise<string>;
  subscriptionStatus(topicArn: string, protocol: Contact['protocol'], address: string): Promise<SubscriptionStatus>;
  subscribe(topicArn: string, protocol: Contact['protocol'], address: string): Promise<SubscriptionStatus>;
  isSandboxed(phoneNumber: string): Promise<boolean>;
  /** False when the contact has left the plan meanwhile. */
  updateContact(contact: Contact, change: ContactChange): Promise<boolean>;
  /** What SNS says when it will never take an address; undefined for an error that passes. */
  refusalOf(error: unknown): string | undefined;
}

/** SNS drops a subscription that nobody confirmed for two days. */
const LINK_LASTS_MS = 2 * 24 * 3600 * 1000;
/** A topic vanishes only when another run unsubscribes the contact that a newer plan has again. */
const ATTEMPTS = 3;

/**
 * Gives one contact its topic and subscription, and notes whether it is confirmed. An address that SNS takes not at all
 * is noted as refused: it must not keep the others from being reached.
 *
 * @returns The contact as it is now; `leaving`, with its topic, when it has left the plan meanwhile.
 */
export async function ensureContact(ports: EnsurePorts, contact: Contact): Promise<Contact> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await note(ports, contact, await subscribed(ports, contact));
    } catch (error) {
      if (isTopicGone(error) && attempt < ATTEMPTS) continue;
      const refusal = ports.refusalOf(error);
      if (refusal === undefined) throw error;
      return note(ports, contact, { status: 'refused', refusal });
    }
  }
}

const isTopicGone = (error: unknown): boolean => /^NotFound/.test((error as Error).name);

async function note(ports: EnsurePorts, contact: Contact, change: ContactChange): Promise<Contact> {
  const isInPlan = await ports.updateContact(contact, change);
  return { ...contact, ...change, ...(isInPlan ? {} : { status: 'leaving' as const }) };
}

/** Looks before it subscribes, so that nobody gets a second confirmation mail. */
async function subscribed(ports: EnsurePorts, contact: Contact): Promise<ContactChange> {
  const { protocol, address } = contact;
  const topicArn = await ports.ensureTopic(protocol, address);
  const known = await ports.subscriptionStatus(topicArn, protocol, address);
  const now = ports.now();
  const subscribedAt = known === 'absent' ? new Date(now).toISOString() : contact.subscribedAt;
  const found = known === 'absent' ? await ports.subscribe(topicArn, protocol, address) : known;
  const status = await statusOf(ports, contact, found, subscribedAt, now);
  return { topicArn, status, ...(subscribedAt ? { subscribedAt } : {}) };
}

async function statusOf(
  ports: EnsurePorts,
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
