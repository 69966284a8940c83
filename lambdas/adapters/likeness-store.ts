import type { Likeness, Lookalike } from '../core/ledger/likeness.ts';
import { likenessKey } from './ledger-keys.ts';
import { getItem, type Table, type Write } from './table.ts';

/** The booked documents that look alike, with the version that a write has to name. */
interface Lookalikes {
  readonly documents: readonly Lookalike[];
  /** 0 when there are none yet. */
  readonly version: number;
}

/** What a booking does to the lists of documents that look alike. */
export interface LikenessChange {
  /** The others that are booked with the same likeness, in the order in which they were. */
  readonly others: readonly Lookalike[];
  /** Whether this document stands among them already. */
  readonly isKnown: boolean;
  /** Puts the document where it looks alike now, and takes it from where it did before. */
  readonly writes: readonly Write[];
}

/**
 * Reads what a booking needs to know of documents that look alike, and what it has to write about them. The writes
 * belong into the booking's transaction; it is refused when another booking was at the same list, and is then to be
 * tried anew.
 *
 * @param before Hash of the likeness under which the document is booked now.
 * @param after Its likeness from now on; undefined when nothing of it is booked.
 */
export async function changeLikeness(
  table: Table,
  userId: string,
  { documentId, key }: Lookalike,
  before: string | undefined,
  after: Likeness | undefined,
): Promise<LikenessChange> {
  const writes: Write[] = [];
  if (before !== undefined && before !== after?.hash) {
    const left = await read(table, userId, before);
    writes.push(write(userId, before, left, without(left, documentId)));
  }
  if (!after) return { others: [], isKnown: false, writes };
  const { hash, ...rest } = after;
  const joined = await read(table, userId, hash);
  const others = without(joined, documentId);
  const isKnown = others.length < joined.documents.length;
  writes.push(write(userId, hash, joined, [...others, { documentId, key, ...rest }]));
  return { others, isKnown, writes };
}

const without = ({ documents }: Lookalikes, documentId: string): Lookalike[] =>
  documents.filter((document) => document.documentId !== documentId);

const read = async (table: Table, userId: string, hash: string): Promise<Lookalikes> =>
  (await getItem<Lookalikes>(table, likenessKey(userId, hash))) ?? { documents: [], version: 0 };

/** An empty list stays, so that its version never starts over. */
function write(userId: string, hash: string, { version }: Lookalikes, documents: readonly Lookalike[]): Write {
  return {
    put: { ...likenessKey(userId, hash), documents, version: version + 1 },
    condition:
      version === 0
        ? { text: 'attribute_not_exists(PK)' }
        : { text: 'version = :readVersion', values: { ':readVersion': version } },
  };
}
