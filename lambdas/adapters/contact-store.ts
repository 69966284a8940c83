import type { Contact, ContactChange } from '../core/person/person.ts';
import { contactKey } from './ledger-keys.ts';
import { deleteItem, type Table, updateItem } from './table.ts';

/**
 * Notes where a contact is reached and whether it may be; a contact that left the plan meanwhile stays gone.
 *
 * @returns False when it has left.
 */
export function updateContact(
  table: Table,
  { userId, protocol, address }: Contact,
  change: ContactChange,
): Promise<boolean> {
  const given = Object.entries(change).filter(([, value]) => value !== undefined);
  const set = given.map(([name]) => `#${name} = :${name}`).join(', ');
  return updateItem(
    table,
    contactKey(userId, protocol, address),
    {
      text: `SET ${set}${change.refusal === undefined ? ' REMOVE #refusal' : ''}`,
      values: Object.fromEntries(given.map(([name, value]) => [`:${name}`, value])),
    },
    { text: 'attribute_exists(PK) AND #status <> :leaving', values: { ':leaving': 'leaving' } },
  );
}

/**
 * Forgets a contact that left the plan.
 *
 * @returns False when it is in the plan again.
 */
export const removeLeaving = (table: Table, { userId, protocol, address }: Contact): Promise<boolean> =>
  deleteItem(table, contactKey(userId, protocol, address), {
    text: 'attribute_not_exists(PK) OR #status = :leaving',
    values: { ':leaving': 'leaving' },
  });
