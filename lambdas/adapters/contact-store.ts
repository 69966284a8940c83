import type { Contact, ContactChange } from '../core/person/person.ts';
import type { PlannedContact } from '../core/plan/plan-items.ts';
import { contactIndex, contactKey } from './ledger-keys.ts';
import { deleteItem, type Table, updateItem, type Write } from './table.ts';

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

/** The write that notes what the owner of a mailbox has done, unless the contact has changed since it was read. */
export const unsubscribedWrite = ({ userId, protocol, address }: Contact): Write => ({
  update: contactKey(userId, protocol, address),
  set: { text: 'SET #status = :unsubscribed', values: { ':unsubscribed': 'unsubscribed' } },
  condition: { text: '#status = :confirmed', values: { ':confirmed': 'confirmed' } },
});

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

type Address = Pick<Contact, 'protocol' | 'address'>;

/**
 * The writes that make a plan's contacts the person's. One that is kept keeps its topic and confirmation; one that left
 * the plan stays as `leaving` until it is unsubscribed.
 *
 * @param before Every contact, those that are leaving too.
 */
export function replaceContacts(userId: string, before: readonly Contact[], after: readonly PlannedContact[]): Write[] {
  const known = new Map(before.map((contact) => [nameOf(contact), contact]));
  const kept = new Set(after.map(nameOf));
  return [
    ...before.filter((contact) => !kept.has(nameOf(contact)) && contact.status !== 'leaving').map(leave),
    ...after.flatMap((planned) => {
      const contact = known.get(nameOf(planned));
      return contact ? keep(contact, planned) : [put(userId, planned)];
    }),
  ];
}

const nameOf = ({ protocol, address }: Address): string => `${protocol}:${address}`;
const EXISTS = { text: 'attribute_exists(PK)' };

const put = (userId: string, planned: PlannedContact): Write => ({
  put: {
    ...contactKey(userId, planned.protocol, planned.address),
    ...contactIndex(userId, planned.address),
    userId,
    ...planned,
    status: 'new',
  },
});

const leave = ({ userId, protocol, address }: Contact): Write => ({
  update: contactKey(userId, protocol, address),
  set: { text: 'SET #status = :leaving', values: { ':leaving': 'leaving' } },
  condition: EXISTS,
});

/** Changes what the plan says and nothing else: meanwhile the contact may get its topic, or be confirmed. */
function keep(contact: Contact, { hideAmounts = false }: PlannedContact): Write[] {
  const { userId, protocol, address, status } = contact;
  const set = [
    ...(status === 'leaving' ? ['#status = :new'] : []),
    ...(hideAmounts && !contact.hideAmounts ? ['hideAmounts = :hide'] : []),
  ];
  const text = [
    ...(set.length > 0 ? [`SET ${set.join(', ')}`] : []),
    ...(!hideAmounts && contact.hideAmounts ? ['REMOVE hideAmounts'] : []),
  ].join(' ');
  if (text === '') return [];
  const values = {
    ...(text.includes(':new') ? { ':new': 'new' } : {}),
    ...(text.includes(':hide') ? { ':hide': true } : {}),
  };
  return [{ update: contactKey(userId, protocol, address), set: { text, values }, condition: EXISTS }];
}
