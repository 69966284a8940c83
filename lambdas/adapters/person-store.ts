import type { Budget } from '../core/budget/budget.ts';
import type { Contact, Person } from '../core/person/person.ts';
import { BUDGET, CONTACT, contactIndex, personIndex, personKey } from './ledger-keys.ts';
import { getItem, queryIndex, queryItems, type Table } from './table.ts';

/** The person, with or without a plan in force; undefined when there never was a plan. */
export const readPerson = (table: Table, userId: string): Promise<Person | undefined> =>
  getItem<Person>(table, personKey(userId));

/** The limits in force. */
export const readBudgets = (table: Table, userId: string): Promise<Budget[]> =>
  queryItems<Budget>(table, personKey(userId).PK, { prefix: BUDGET });

/** Where the person is told. */
export const readContacts = async (table: Table, userId: string): Promise<Contact[]> =>
  (await readEveryContact(table, userId)).filter(({ status }) => status !== 'leaving');

/** Where the person is told, and where no more, as soon as that is unsubscribed. */
export const readEveryContact = (table: Table, userId: string): Promise<Contact[]> =>
  queryItems<Contact>(table, personKey(userId).PK, { prefix: CONTACT });

/** Whose address is this? From the index, so a contact of a moment ago may be missing. */
export async function findUserIdsByAddress(table: Table, address: string): Promise<string[]> {
  const contacts = await queryIndex<Contact>(table, contactIndex('', address).GSI1PK, '\uffff');
  return contacts.filter(({ status }) => status !== 'leaving').map(({ userId }) => userId);
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
