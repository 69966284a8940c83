import type { Budget } from '../core/budget/budget.ts';
import type { Contact, Person } from '../core/person.ts';
import { BUDGET, CONTACT, personKey } from './ledger-keys.ts';
import { getItem, queryItems, type Table } from './table.ts';

/** The person, with or without a plan in force; undefined when there never was a plan. */
export const readPerson = (table: Table, userId: string): Promise<Person | undefined> =>
  getItem<Person>(table, personKey(userId));

/** The limits in force. */
export const readBudgets = (table: Table, userId: string): Promise<Budget[]> =>
  queryItems<Budget>(table, personKey(userId).PK, { prefix: BUDGET });

/** Where the person is told. */
export const readContacts = (table: Table, userId: string): Promise<Contact[]> =>
  queryItems<Contact>(table, personKey(userId).PK, { prefix: CONTACT });
