import type { Contact } from './person.ts';

type Standing = Pick<Contact, 'status'>;

/** Whether its owner, or whoever runs the account, may still let messages through: SNS takes them until then, and drops them. */
export const mayComeToBeReached = ({ status }: Standing): boolean =>
  status === 'pending' || status === 'expired' || status === 'unsubscribed' || status === 'sandboxed';

/** Whether a message that SNS takes for a contact is delivered, as far as is known. */
export const canBeReached = (contact: Standing): boolean =>
  contact.status !== 'refused' && !mayComeToBeReached(contact);
