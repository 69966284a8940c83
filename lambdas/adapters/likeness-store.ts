import type { Likeness, LikenessDay, Lookalike } from '../core/ledger/likeness.ts';
import { likenessDayKey, likenessKey } from './ledger-keys.ts';
import { getItem, queryItems, type Table, type Write } from './table.ts';

interface StoredLookalike extends Lookalike {
  /** The day's version with which it was booked: the order in which they came. */
  readonly bookedAs: number;
}

/** The first item of a day: every booking of the day raises its version. */
export interface DayHead {
  readonly version: number;
  /** As many as it has room for; those that came later stand in items of their own. Up to December 2026 all did. */
  readonly booked?: readonly StoredLookalike[];
  /** None stands in an item of its own. */
  readonly isWhole?: boolean;
}

const NEW_DAY: DayHead = { version: 0, booked: [], isWhole: true };

/** Within a kilobyte, with its key: what a write unit pays for. So most days are one item. */
const ROOM_BYTES = 900;

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
 *
 * @param head The day's, as it was read before: what stands apart is of that version or a later one.
 */
export async function joinDay(
  table: Table,
  userId: string,
  { documentId, key }: Pick<Lookalike, 'documentId' | 'key'>,
  likeness: Likeness,
  head: DayHead = NEW_DAY,
): Promise<JoinedDay> {
  const { version, booked: within = [], isWhole = false } = head;
  const apart = isWhole ? [] : await readApart(table, userId, likeness);
  const all = [...within, ...apart].sort((one, other) => one.bookedAs - other.bookedAs);
  const known = all.find((each) => each.documentId === documentId);
  const { date, currency, ...traits } = likeness;
  const mark: StoredLookalike = { documentId, key, ...traits, bookedAs: known?.bookedAs ?? version + 1 };
  const kept = within.filter((each) => each !== known);
  const isWithin = known ? kept.length < within.length : hasRoom([...within, mark]);
  return {
    others: all.filter((each) => each !== known),
    ...(known ? { known } : {}),
    writes: isWithin
      ? [putHead(userId, likeness, head, { booked: [...kept, mark], isWhole })]
      : [
          putHead(userId, likeness, head, { booked: within, isWhole: false }),
          { put: { ...likenessKey(userId, likeness, documentId), ...mark } },
        ],
  };
}

/** What takes a document from the day under which it was booked; nothing where it stays there. */
export async function leaveDay(
  table: Table,
  userId: string,
  documentId: string,
  before: LikenessDay | undefined,
  after: LikenessDay | undefined,
): Promise<Write[]> {
  if (!before || (before.date === after?.date && before.currency === after.currency)) return [];
  const head = (await getItem<DayHead>(table, likenessDayKey(userId, before))) ?? NEW_DAY;
  const { booked = [], isWhole = false } = head;
  const kept = booked.filter((each) => each.documentId !== documentId);
  if (kept.length < booked.length) return [putHead(userId, before, head, { booked: kept, isWhole })];
  // It has compared nothing: it raises the version whatever that is.
  return [
    { update: likenessDayKey(userId, before), set: { text: 'ADD version :one', values: { ':one': 1 } } },
    { remove: likenessKey(userId, before, documentId) },
  ];
}

async function readApart(table: Table, userId: string, day: LikenessDay): Promise<StoredLookalike[]> {
  const { PK, SK: prefix } = likenessKey(userId, day, '');
  return queryItems<StoredLookalike>(table, PK, { prefix });
}

const hasRoom = (booked: readonly StoredLookalike[]): boolean =>
  Buffer.byteLength(JSON.stringify(booked)) <= ROOM_BYTES;

/** The head stays when the last document has left, so that its version never starts over. */
const putHead = (
  userId: string,
  { date, currency }: LikenessDay,
  { version }: DayHead,
  { booked, isWhole }: Pick<DayHead, 'booked' | 'isWhole'>,
): Write => ({
  put: { ...likenessDayKey(userId, { date, currency }), version: version + 1, booked, isWhole },
  condition:
    version === 0
      ? { text: 'attribute_not_exists(PK)' }
      : { text: 'version = :readVersion', values: { ':readVersion': version } },
});
