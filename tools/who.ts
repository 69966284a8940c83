import { closest, distance } from 'fastest-levenshtein';
import { findUserIds, findUserIdsByAddress } from '../lambdas/adapters/person-store.ts';
import type { Table } from '../lambdas/adapters/table.ts';
import { parseUserId } from '../lambdas/core/ground/user-id.ts';
import { UsageError } from '../laptop/cli-options.ts';

/** The person that a tool is asked about: by name, or by an address of theirs. */
export interface Who {
  readonly user?: string;
  readonly contact?: string;
}

/**
 * Finds out who is meant.
 *
 * @throws UsageError when nobody has the address, or several people share it.
 */
export async function userIdOf(table: Table, { user, contact }: Who): Promise<string> {
  if ((user === undefined) === (contact === undefined)) {
    throw new UsageError('expected --user NAME or --contact ADDRESS; --help lists the options');
  }
  if (user !== undefined) return parseUserId(user);
  const address = (contact as string).trim();
  const spellings = new Set([address, address.toLowerCase(), address.replace(/[\s().-]/g, '')]);
  const found = await Promise.all([...spellings].map((spelling) => findUserIdsByAddress(table, spelling)));
  const people = [...new Set(found.flat())];
  if (people.length === 1) return people[0] as string;
  throw new UsageError(
    people.length === 0
      ? `nobody has the contact ${JSON.stringify(address)}; a number is written as +12025550123`
      : `${people.sort().join(' and ')} share ${address}: name one of them with --user`,
  );
}

/** Somebody with a plan whose name is spelled much like this one; undefined when nobody's is. */
export async function similarUserId(table: Table, userId: string): Promise<string | undefined> {
  const others = (await findUserIds(table)).filter((other) => other !== userId);
  if (others.length === 0) return undefined;
  const nearest = closest(userId, others);
  return distance(userId, nearest) <= 2 ? nearest : undefined;
}
