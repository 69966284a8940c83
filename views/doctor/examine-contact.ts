import type { SNSClient } from '@aws-sdk/client-sns';
import { isSandboxed, subscriptionStatus } from '../../lambdas/adapters/contact-topics.ts';
import { isOptedOut } from '../../lambdas/adapters/sms-account.ts';
import type { Contact } from '../../lambdas/core/person/person.ts';
import type { ExaminedContact } from './facts.ts';

/**
 * Asks SNS how a contact stands now; nothing is noted. On a laptop every phone number may be texted.
 *
 * @throws Error when SNS does not answer, or the credentials may not ask.
 */
export async function examineContact(sns: SNSClient, contact: Contact, isLaptop: boolean): Promise<ExaminedContact> {
  const { protocol, address, topicArn, status } = contact;
  if (topicArn === undefined || status === 'refused') return contact;
  const subscription = await subscriptionStatus(sns, topicArn, protocol, address);
  if (protocol === 'email' || isLaptop) return { ...contact, subscription };
  const [sandboxed, optedOut] = await Promise.all([isSandboxed(sns, address), isOptedOut(sns, address)]);
  return {
    ...contact,
    subscription,
    isOptedOut: optedOut,
    status: sandboxed ? 'sandboxed' : status === 'sandboxed' ? 'confirmed' : status,
  };
}
