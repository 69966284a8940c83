import { readContacts } from '../lambdas/adapters/person-store.ts';
import type { Table } from '../lambdas/adapters/table.ts';
import type { Contact } from '../lambdas/core/person/person.ts';

const STATUS = {
  new: 'not subscribed yet',
  confirmed: 'confirmed',
  pending: 'not confirmed: follow the link in the mail from AWS, nothing is delivered before',
  expired: 'not confirmed in time: drop the plan again for a new link',
  unsubscribed: 'unsubscribed by its owner: drop the plan again for a new link',
  refused: 'not reachable: SNS takes no such address',
  sandboxed: 'not reachable: the account may text verified numbers only (see docs/how-to/deploy.md)',
  leaving: 'out of the plan: being unsubscribed',
} as const;

/** Where a person is told, one line each, and whether messages get there yet. */
export async function describeContacts(table: Table, userId: string): Promise<string[]> {
  const contacts = await readContacts(table, userId);
  return contacts.map(
    ({ protocol, address, status }: Contact) =>
      `${protocol === 'sms' ? 'SMS' : 'e-mail'} ${address}: ${STATUS[status]}`,
  );
}
