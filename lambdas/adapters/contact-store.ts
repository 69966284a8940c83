import type { Contact, ContactStatus } from '../core/person.ts';
import { contactKey } from './ledger-keys.ts';
import { type Table, updateItem } from './table.ts';

/** Notes where a contact is reached and whether it may be; a contact that left the plan meanwhile stays gone. */
export async function updateContact(
  table: Table,
  { userId, protocol, address }: Contact,
  change: { readonly topicArn: string; readonly status: ContactStatus; readonly subscribedAt?: string },
): Promise<void> {
  const { topicArn, status, subscribedAt } = change;
  await updateItem(
    table,
    contactKey(userId, protocol, address),
    {
      text: `SET topicArn = :topic, #status = :status${subscribedAt ? ', subscribedAt = :at' : ''}`,
      values: { ':topic': topicArn, ':status': status, ...(subscribedAt ? { ':at': subscribedAt } : {}) },
    },
    { text: 'attribute_exists(PK)' },
  );
}
