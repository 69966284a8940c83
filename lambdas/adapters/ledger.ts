import type { DocumentOutcome, DocumentRecord, DocumentStatus } from '../core/document.ts';
import { type Allocation, affectedDays, netDifference } from '../core/ledger.ts';
import { putOutcome } from './document-store.ts';
import { documentKey, expenseIndex, expenseKey, fingerprintKey, spendKey } from './ledger-keys.ts';
import { optimistically } from './optimistic.ts';
import { getItem, type Item, type Table, transact, type Write } from './table.ts';

/** What one run has to say about a document. */
export interface Booking {
  readonly documentId: string;
  readonly run: number;
  readonly userId: string;
  /** SHA-256 of the file; who books it first owns it. Absent when nothing is to be booked. */
  readonly contentHash?: string;
  /** What to book; empty for a document that needs review. */
  readonly allocations: readonly Allocation[];
  /** What was read, kept on the document and on each of its expenses. */
  readonly facts: Item;
  readonly outcome: Omit<DocumentOutcome, 'run'>;
  /** Further writes that belong to the same moment, such as an alert. */
  readonly also?: readonly Write[];
}

/** How a booking ended. */
export interface Booked {
  readonly status: DocumentStatus;
  /** Days and categories whose spending may have changed. */
  readonly affected: readonly { readonly date: string; readonly category: string }[];
  readonly duplicateOf?: string;
}

type Stored = DocumentRecord & {
  readonly affected?: Booked['affected'];
  readonly ledgerStatus?: DocumentStatus;
  readonly duplicateOf?: string;
};

/**
 * Books what a run read, in one transaction: the document, its expenses, the spending of each day, the fingerprint
 * and the status.
 *
 * The same run again changes nothing and gives the same answer; a higher run replaces the lower one exactly; a lower
 * run comes too late. A file whose bytes another document has booked becomes a `duplicate` that points to it.
 *
 * @throws SpendwireError `LedgerBusyError` when others were at the same items every time.
 */
export function book(table: Table, booking: Booking): Promise<Booked> {
  return optimistically(() => attempt(table, booking));
}

async function attempt(table: Table, booking: Booking): Promise<Booked | undefined> {
  const { documentId, run } = booking;
  const stored = await getItem<Stored>(table, documentKey(documentId));
  if (!stored) throw new RangeError(`expected the document ${documentId} in the table, it is not there`);
  if (stored.ledgerRun !== undefined && stored.ledgerRun >= run) return answerOf(stored);
  // A newer run is under way and will book; what this one read is out of date.
  if (stored.run > run) return { status: 'pending', affected: [] };
  const writes = writesFor(stored, booking);
  const result = await transact(table, writes);
  if (result.written) {
    return {
      status: booking.outcome.status,
      affected: affectedDays(stored.allocations ?? [], booking.allocations),
      ...duplicateOf(booking),
    };
  }
  const first = ownerOf(result.failed, writes);
  return first === undefined ? undefined : attempt(table, asDuplicate(booking, first));
}

const duplicateOf = ({ outcome }: Booking) =>
  outcome.duplicateOf === undefined ? {} : { duplicateOf: outcome.duplicateOf };

const answerOf = ({ ledgerStatus, affected, duplicateOf: first }: Stored): Booked => ({
  status: ledgerStatus ?? 'completed',
  affected: affected ?? [],
  ...(first === undefined ? {} : { duplicateOf: first }),
});

/** The document that owns the fingerprint, when that is what stood in the way. */
function ownerOf(failed: readonly { index: number; item?: Item }[], writes: readonly Write[]): string | undefined {
  const blocked = failed.find(({ index }) => isFingerprint(writes[index]));
  return blocked?.item?.['documentId'] as string | undefined;
}

const isFingerprint = (write: Write | undefined): boolean =>
  write !== undefined && 'put' in write && (write.put as { SK: string }).SK.startsWith('FINGERPRINT#');

const asDuplicate = ({ contentHash: _, ...booking }: Booking, first: string): Booking => ({
  ...booking,
  allocations: [],
  outcome: {
    status: 'duplicate',
    updatedAt: booking.outcome.updatedAt,
    duplicateOf: first,
    reason: `the same picture was booked before as document ${first}; it is not counted a second time`,
  },
});

function writesFor(stored: Stored, booking: Booking): Write[] {
  const { documentId, run, userId, contentHash, allocations, facts, outcome, also = [] } = booking;
  const before = stored.allocations ?? [];
  const affected = affectedDays(before, allocations);
  const fingerprint: Write[] =
    contentHash === undefined
      ? []
      : [
          {
            put: { ...fingerprintKey(userId, contentHash), documentId },
            condition: { text: 'attribute_not_exists(PK) OR documentId = :ours', values: { ':ours': documentId } },
          },
        ];
  return [
    {
      // Optimistic on what was read: the differences below are right only against exactly that.
      put: {
        ...stored,
        ...facts,
        run,
        ledgerRun: run,
        ledgerStatus: outcome.status,
        allocations,
        affected,
        duplicateOf: outcome.duplicateOf,
      },
      condition:
        stored.ledgerRun === undefined
          ? {
              text: 'attribute_exists(PK) AND attribute_not_exists(ledgerRun) AND #run = :readRun',
              values: { ':readRun': stored.run },
            }
          : {
              text: 'ledgerRun = :readLedgerRun AND #run = :readRun',
              values: { ':readLedgerRun': stored.ledgerRun, ':readRun': stored.run },
            },
    },
    putOutcome(documentId, userId, { ...outcome, run }),
    ...replaceExpenses(userId, documentId, before, allocations, facts),
    ...netDifference(before, allocations).map(
      ({ date, category, currency, amountMinor }): Write => ({
        update: spendKey(userId, date, category, currency),
        set: {
          text: 'SET #date = :date, category = :category, currency = :currency ADD amountMinor :amount',
          values: { ':date': date, ':category': category, ':currency': currency, ':amount': amountMinor },
        },
      }),
    ),
    ...fingerprint,
    ...also,
  ];
}

/** One item per allocation; a key that stays is overwritten, one that is no longer needed is removed. */
function replaceExpenses(
  userId: string,
  documentId: string,
  before: readonly Allocation[],
  after: readonly Allocation[],
  facts: Item,
): Write[] {
  const keyOf = ({ date }: Allocation, index: number) => expenseKey(userId, date, documentId, index);
  const kept = new Set(after.map((allocation, index) => keyOf(allocation, index).SK));
  const gone = before.map(keyOf).filter(({ SK }) => !kept.has(SK));
  return [
    ...gone.map((remove) => ({ remove })),
    ...after.map((allocation, index) => ({
      put: {
        ...keyOf(allocation, index),
        ...expenseIndex(userId, allocation.category, allocation.date, documentId),
        ...facts,
        ...allocation,
        userId,
        documentId,
      },
    })),
  ];
}
