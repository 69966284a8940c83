import type { SNSClient } from '@aws-sdk/client-sns';
import type { Contact } from '../core/person/person.ts';
import { updateContact } from './contact-store.ts';
import { subscriptionStatus } from './contact-topics.ts';
import type { Table } from './table.ts';

/**
 * Looks whether a mailbox that had not confirmed has done so by now, and notes it: SNS tells nobody. Contacts that
 * are confirmed cost no call; one that SNS cannot be asked about stays as it is, and keeps no other waiting.
 */
export async function refreshContact(table: Table, sns: SNSClient, contact: Contact): Promise<Contact> {
  const { protocol, address, topicArn, status } = contact;
  if (protocol !== 'email' || topicArn === undefined || (status !== 'pending' && status !== 'expired')) return contact;
  const found = await subscriptionStatus(sns, topicArn, protocol, address).catch(() => 'unknown' as const);
  if (found !== 'confirmed') return contact;
  await updateContact(table, contact, { status: 'confirmed' });
  return { ...contact, status: 'confirmed' };
}
