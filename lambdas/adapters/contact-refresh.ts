import type { SNSClient } from '@aws-sdk/client-sns';
import type { Contact } from '../core/person/person.ts';
import { mayComeToBeReached } from '../core/person/reach.ts';
import { updateContact } from './contact-store.ts';
import { isSandboxed, subscriptionStatus } from './contact-topics.ts';
import type { Table } from './table.ts';

/**
 * Looks whether a contact that messages did not reach can be reached by now, a mailbox that was confirmed or a number that
 * was verified, and notes it: SNS tells nobody. Contacts that are confirmed cost no call; one that SNS cannot be asked about
 * stays as it is, and keeps no other waiting.
 */
export async function refreshContact(table: Table, sns: SNSClient, contact: Contact): Promise<Contact> {
  if (!mayComeToBeReached(contact) || !(await isReached(sns, contact).catch(() => false))) return contact;
  await updateContact(table, contact, { status: 'confirmed' });
  return { ...contact, status: 'confirmed' };
}

async function isReached(sns: SNSClient, { protocol, address, topicArn }: Contact): Promise<boolean> {
  if (topicArn === undefined) return false;
  if (protocol === 'sms') return !(await isSandboxed(sns, address));
  return (await subscriptionStatus(sns, topicArn, protocol, address)) === 'confirmed';
}

/** Whether the owner of a mailbox that was confirmed has unsubscribed it. Where SNS cannot be asked, the next look does. */
export async function hasUnsubscribed(sns: SNSClient, contact: Contact): Promise<boolean> {
  const { protocol, address, topicArn, status } = contact;
  if (protocol !== 'email' || status !== 'confirmed' || topicArn === undefined) return false;
  const found = await subscriptionStatus(sns, topicArn, protocol, address).catch(() => undefined);
  return found === 'absent';
}
