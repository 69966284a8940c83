import type { Budget } from '../core/budget/budget.ts';
import { duePeriods } from '../core/person/look-ahead.ts';
import type { Contact, Person } from '../core/person/person.ts';
import {
  BUDGET,
  CONTACT,
  contactIndex,
  type IndexKey,
  type Key,
  namedPeopleRange,
  PEOPLE,
  personIndexRange,
  personKey,
  planRange,
} from './ledger-keys.ts';
import { getItem, queryIndex, queryIndexBetween, queryItems, type Table } from './table.ts';

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
  const people = await queryIndex<Person>(table, PEOPLE, '\uffff');
  return people.map(({ userId }) => userId);
}

/** Everyone with a plan in force, from the index. */
export async function findActivePeople(table: Table): Promise<Person[]> {
  const people = await queryIndex<Person>(table, PEOPLE, '\uffff');
  return people.filter(({ isActive }) => isActive);
}

/** People as the index has them, and the place behind the last one; none when there is nobody behind. */
export interface PeoplePage {
  readonly people: readonly Person[];
  readonly next?: string;
}

/**
 * Everyone with a plan in force, from the index, so many at most. Who is looked at meanwhile may come twice; who hands in a
 * plan may be passed over.
 *
 * @param after The place to go on behind. @default - the beginning
 */
export const findPeoplePage = (table: Table, most: number, after = ''): Promise<PeoplePage> =>
  findPeopleIn(table, [['0', '\uffff']], most, after);

/**
 * Everyone with a plan in force who may be due for a look, likewise: who is, by their place in the index, and who stands there
 * by their name, as an earlier version had it.
 */
export const findPeopleToLookAt = (table: Table, nowMs: number, most: number, after = ''): Promise<PeoplePage> =>
  findPeopleIn(table, [...duePeriods(nowMs).map((each) => personIndexRange(...each)), namedPeopleRange], most, after);

/** @param ranges Of the index's sort keys, in their order. */
async function findPeopleIn(
  table: Table,
  ranges: readonly (readonly [string, string])[],
  most: number,
  after: string,
): Promise<PeoplePage> {
  const found: (Person & IndexKey)[] = [];
  for (const [from, to] of ranges.filter(([, end]) => end > after)) {
    // The least text behind another one.
    const start = from > after ? from : `${after}\u0000`;
    const left = { most: most - found.length };
    if (left.most > 0) found.push(...(await queryIndexBetween<Person & IndexKey>(table, PEOPLE, start, to, left)));
  }
  const last = found.length === most ? found.at(-1) : undefined;
  return { people: found.filter(({ isActive }) => isActive), ...(last ? { next: last.GSI1SK } : {}) };
}
