import type { Likeness, LikenessDay, Lookalike } from '../core/ledger/likeness.ts';
import { likenessDayKey, likenessKey } from './ledger-keys.ts';
import { queryItems, type Table, type Write } from './table.ts';

/** The first item of a day: it is read with the others, and every booking of the day raises it. */
interface Head {
  readonly version: number;
}

interface StoredLookalike extends Lookalike {
  /** The day's version with which it was booked: the order in which they came. */
  readonly bookedAs: number;
}

/** What a booking that joins a day sees and does there. */
export interface JoinedDay {
  /** The others that are booked on that day in that currency, in the order in which they were. */
  readonly others: readonly Lookalike[];
  /** This document, as it stands among them already. */
  readonly known?: Lookalike;
  /** Puts the document among those of its day. */
  readonly writes: readonly Write[];
}

/**
 * Reads what a booking needs to know of the other purchases of its day, and what it has to write about its own. The writes
 * belong into the booking's transaction: it is refused when any other booking was at the same day meanwhile, and is then
 * to be tried anew.
 */
export async function joinDay(
  table: Table,
  userId: string,
  { documentId, key }: Pick<Lookalike, 'documentId' | 'key'>,
  likeness: Likeness,
): Promise<JoinedDay> {
  const { version, booked } = await readDay(table, userId, likeness);
  const known = booked.find((each) => each.documentId === documentId);
  const { date, currency, ...traits } = likeness;
  const mark: StoredLookalike = { documentId, key, ...traits, bookedAs: known?.bookedAs ?? version + 1 };
  return {
    others: booked.filter((each) => each !== known),
    ...(known ? { known } : {}),
    writes: [raise(userId, likeness, version), { put: { ...likenessKey(userId, likeness, documentId), ...mark } }],
  };
}

/**
 * What takes a document from the day under which it was booked; nothing where it stays there. Whoever leaves has compared
 * nothing: it raises the day's version whatever it is.
 */
export function leaveDay(
  userId: string,
  documentId: string,
  before: LikenessDay | undefined,
  after: LikenessDay | undefined,
): Write[] {
  if (!before || (before.date === after?.date && before.currency === after.currency)) return [];
  return [
    { update: likenessDayKey(userId, before), set: { text: 'ADD version :one', values: { ':one': 1 } } },
    { remove: likenessKey(userId, before, documentId) },
  ];
}

/** The head sorts before what it stands for, so what comes behind it is of that version or a later one. */
async function readDay(
  table: Table,
  userId: string,
  day: LikenessDay,
): Promise<{ readonly version: number; readonly booked: readonly StoredLookalike[] }> {
  const { PK, SK } = likenessDayKey(userId, day);
  const items = await queryItems<Head | StoredLookalike>(table, PK, { prefix: SK });
  const booked = items.filter((item): item is StoredLookalike => 'documentId' in item);
  const head = items.find((item): item is Head => 'version' in item);
  return { version: head?.version ?? 0, booked: booked.sort((one, other) => one.bookedAs - other.bookedAs) };
}

/** The head stays when the last document has left, so that its version never starts over. */
const raise = (userId: string, { date, currency }: LikenessDay, version: number): Write => ({
  put: { ...likenessDayKey(userId, { date, currency }), version: version + 1 },
  condition:
    version === 0
      ? { text: 'attribute_not_exists(PK)' }
      : { text: 'version = :readVersion', values: { ':readVersion': version } },
});
