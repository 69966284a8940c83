import type { Budget } from '../core/budget/budget.ts';
import type { Contact, Person } from '../core/person/person.ts';
import { BUDGET, CONTACT, contactIndex, type Key, personIndex, personKey, planRange } from './ledger-keys.ts';
import { getItem, queryIndex, queryItems, type Table } from './table.ts';

/** The person, with or without a plan in force; undefined when there never was a plan. */
export const readPerson = (table: Table, userId: string): Promise<Person | undefined> =>
  getItem<Person>(table, personKey(userId));

/** The limits in force. */
export const readBudgets = (table: Table, userId: string): Promise<Budget[]> =>
  queryItems<Budget>(table, personKey(userId).PK, { prefix: BUDGET });

/** Where the person is told. */
export const readContacts = async (table: Table, userId: string): Promise<Contact[]> =>
  (await readEveryContact(table, userId)).filter(isIn);

/** Whether a contact is in the plan still. */
const isIn = ({ status }: Contact): boolean => status !== 'leaving';

/** The limits in force, and where the person is told, in one range. */
export async function readBudgetsAndContacts(
  table: Table,
  userId: string,
): Promise<{ readonly budgets: Budget[]; readonly contacts: Contact[] }> {
  const [from, to] = planRange;
  const items = await queryItems<Key>(table, personKey(userId).PK, { from, to });
  const of = <T>(prefix: string): T[] => items.filter(({ SK }) => SK.startsWith(prefix)) as unknown as T[];
  return { budgets: of<Budget>(BUDGET), contacts: of<Contact>(CONTACT).filter(isIn) };
}

/** Where the person is told, and where no more, as soon as that is unsubscribed. */
export const readEveryContact = (table: Table, userId: string): Promise<Contact[]> =>
  queryItems<Contact>(table, personKey(userId).PK, { prefix: CONTACT });

/** Whose address is this? From the index, so a contact of a moment ago may be missing. */
export async function findUserIdsByAddress(table: Table, address: string): Promise<string[]> {
  const contacts = await queryIndex<Contact>(table, contactIndex('', address).GSI1PK, '\uffff');
  return contacts.filter(isIn).map(({ userId }) => userId);
}

/** Everyone who ever handed in a plan, from the index. */
export async function findUserIds(table: Table): Promise<string[]> {
  const people = await queryIndex<Person>(table, personIndex('').GSI1PK, '\uffff');
  return people.map(({ userId }) => userId);
}

/** Everyone with a plan in force, from the index. */
export async function findActivePeople(table: Table): Promise<Person[]> {
  const people = await queryIndex<Person>(table, personIndex('').GSI1PK, '\uffff');
  return people.filter(({ isActive }) => isActive);
}

/** The ids of everyone with a plan in force, from the index. */
export const findActiveUserIds = async (table: Table): Promise<string[]> =>
  (await findActivePeople(table)).map(({ userId }) => userId);
