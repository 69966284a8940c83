import * as z from 'zod/mini';
import { SpendwireError } from '../core/ground/errors.ts';
import type { Contact } from '../core/person/person.ts';
import { type EnsurePorts, ensureContact } from './ensure-contact.ts';
import { type ReleasePorts, releaseContacts } from './release-contacts.ts';

const Input = z.object({ userId: z.string() });

export interface EnsureContactsPorts extends EnsurePorts, ReleasePorts {
  /** Those that are leaving, too. */
  readEveryContact(userId: string): Promise<Contact[]>;
}

/** Plans that take a contact out and in again within seconds, each with a run of its own. */
const MOST_ROUNDS = 5;

/**
 * Gives each contact of a person its topic and subscription, and notes whether it is confirmed; unsubscribes those that
 * left the plan. Safe to run twice, and beside itself for another version of the plan: what is there is found, not
 * made, what is gone is gone, and a contact that changed sides meanwhile is dealt with anew.
 *
 * @throws SpendwireError `ContactNotReleasedError` when only unsubscribing failed.
 */
export const createHandler = (ports: EnsureContactsPorts) => async (event: unknown) => {
  const { userId } = Input.parse(event);
  const every = await ports.readEveryContact(userId);
  let toEnsure = every.filter(({ status }) => status !== 'leaving');
  let toRelease = every.filter(({ status }) => status === 'leaving');
  const ensured = new Map<string, Contact>();
  for (let round = 0; toEnsure.length + toRelease.length > 0; round++) {
    if (round === MOST_ROUNDS) throw busy();
    for (const contact of toEnsure) ensured.set(nameOf(contact), await ensureContact(ports, contact));
    const left = toEnsure.map((contact) => ensured.get(nameOf(contact)) ?? contact).filter(isLeaving);
    toEnsure = await releaseContacts(ports, [...toRelease, ...left]);
    toRelease = [];
  }
  const stayed = [...ensured.values()].filter((contact) => !isLeaving(contact));
  return { contacts: stayed.map(({ protocol, status }) => ({ protocol, status })) };
};

const nameOf = ({ protocol, address }: Contact): string => `${protocol}#${address}`;
const isLeaving = ({ status }: Contact): boolean => status === 'leaving';
const busy = () =>
  new SpendwireError('LedgerBusyError', `contacts left the plan and came back ${MOST_ROUNDS} times; tried again later`);
