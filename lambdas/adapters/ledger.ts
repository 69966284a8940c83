import { hasSeenCopies } from '../core/correction/correction.ts';
import type { DocumentRecord } from '../core/document/document.ts';
import { type DueFacts, openInvoicesOf } from '../core/due/open-invoice.ts';
import { SpendwireError } from '../core/ground/errors.ts';
import { optimistically } from '../core/ground/optimistic.ts';
import { type Allocation, affectedDays, netDifference } from '../core/ledger/ledger.ts';
import {
  describeLikelyDuplicate,
  describePrepaid,
  describeSameInvoice,
  describeWhole,
  findLikelySame,
} from '../core/ledger/likely-duplicate.ts';
import type { Likeness, LikenessDay, Lookalike } from '../core/ledger/likeness.ts';
import type { Booked, Booking } from '../core/outcome/booking.ts';
import type { InvoiceMarks } from '../core/reading/structured-expense.ts';
import { batchGet } from './batch-get.ts';
import { putOutcome } from './document-store.ts';
import { replaceOpenInvoices } from './due-store.ts';
import { type JoinedInvoices, joinInvoices, type KnownInvoice } from './invoice-store.ts';
import { lateSpending } from './late-store.ts';
import {
  documentKey,
  expenseIndex,
  expenseKey,
  fingerprintKey,
  invoiceKey,
  likenessDayKey,
  spendKey,
} from './ledger-keys.ts';
import { type DayHead, type JoinedDay, joinDay, leaveDay } from './likeness-store.ts';
import { claimWrites, type Outbox } from './outbox.ts';
import { readPictureOwner } from './picture-owner.ts';
import { type Item, type Table, transact, type Write } from './table.ts';

type Stored = DocumentRecord &
  DueFacts & {
    readonly affected?: Booked['affected'];
    readonly duplicateOf?: string;
    readonly contentHash?: string;
    /** Of the invoices that it owns, and of those that were paid as a part of them. */
    readonly invoiceMarks?: readonly string[];
    readonly prepaidMarks?: readonly string[];
    /** When something of it was first booked; every later run keeps it. */
    readonly bookedAt?: string;
    /** The day under which its likeness is kept. Text is what it was until likeness hung on the merchant's name. */
    readonly likeness?: LikenessDay | string;
  };

/**
 * Books what a run read, in one transaction: the document, its expenses, the spending of each day, the fingerprints
 * and the status. A run that books nothing gives back what the document was booked under.
 *
 * The same run again changes nothing and gives the same answer; a higher run replaces the lower one exactly; a lower
 * run comes too late. A file whose bytes another document has booked becomes a `duplicate` that points to it.
 *
 * @throws SpendwireError `LikelyDuplicateError` when another picture of the same purchase seems to be booked and no
 *   correction of the document says otherwise; `LedgerBusyError` when others were at the same items every time.
 */
export const book = (outbox: Outbox, booking: Booking): Promise<Booked> =>
  optimistically(() => attempt(outbox, booking, joinDay));

/** {@link book} of a run that books nothing: it asks nothing of the other purchases of a day, and needs no grant for it. */
export const takeBack = (outbox: Outbox, booking: Omit<Booking, 'likeness'>): Promise<Booked> =>
  optimistically(() => attempt(outbox, booking));

async function attempt(outbox: Outbox, booking: Booking, join?: typeof joinDay): Promise<Booked | undefined> {
  const { documentId, run, userId } = booking;
  const { table } = outbox;
  const { stored, head, invoices: known } = await readStanding(table, booking);
  if (!stored) throw new RangeError(`expected the document ${documentId} in the table, it is not there`);
  if (stored.ledgerRun !== undefined && stored.ledgerRun >= run) return answerOf(stored);
  // A newer run is under way and will book; what this one read is out of date.
  if (stored.run > run) return { status: 'pending', affected: [] };
  const { likeness: after } = booking;
  const joined: JoinedDay = after && join ? await join(table, userId, stored, after, head) : { others: [], writes: [] };
  // A correction stands for a person who has looked at it; who paid an invoice has not looked for its other picture.
  const isSettled = (stored.correction && hasSeenCopies(stored.correction)) || isBookedSo(joined.known, after);
  const owned = { own: stored.invoiceMarks ?? [], prepaid: stored.prepaidMarks ?? [] };
  const invoices = joinInvoices(userId, stored, booking.invoiceMarks ?? NO_MARKS, owned, known);
  const likely = isSettled ? undefined : describeLikely(booking, joined.others, invoices);
  if (likely !== undefined) {
    const owner = await pictureOwner(table, booking);
    if (owner !== undefined) return attempt(outbox, asDuplicate(booking, owner), join);
    throw new SpendwireError('LikelyDuplicateError', likely);
  }
  const { writes: claimed, ...claims } = await claimWrites(outbox, booking.claims);
  const before = typeof stored.likeness === 'object' ? stored.likeness : undefined;
  const left = await leaveDay(table, userId, documentId, before, after);
  const writes = [
    ...writesFor(stored, booking, invoices.marks),
    ...lateSpending(userId, netDifference(stored.allocations ?? [], booking.allocations).map(dateOf), outbox.now()),
    ...left,
    ...joined.writes,
    ...invoices.writes,
    ...claimed,
  ];
  const result = await transact(table, writes);
  if (result.written) {
    return {
      status: booking.outcome.status,
      affected: affectedDays(stored.allocations ?? [], booking.allocations),
      ...duplicateOf(booking),
      ...claims,
    };
  }
  const first = ownerOf(result.failed, writes, booking);
  return first === undefined ? undefined : attempt(outbox, asDuplicate(booking, first), join);
}

const dateOf = ({ date }: Allocation): string => date;

const NO_MARKS: InvoiceMarks = { own: [], prepaid: [] };

/** What stands in the table when a booking comes. */
interface Standing {
  readonly stored: Stored | undefined;
  /** Of the day that it joins. */
  readonly head: DayHead | undefined;
  /** Of the invoices that it states, by their marks. */
  readonly invoices: ReadonlyMap<string, KnownInvoice | undefined>;
}

/** One request; all of it is written on the condition that it still stands so, or decides nothing. */
async function readStanding(table: Table, booking: Booking): Promise<Standing> {
  const { documentId, userId, likeness, invoiceMarks: { own, prepaid } = NO_MARKS } = booking;
  const marks = [...own, ...prepaid];
  const [stored, ...others] = await batchGet(table, [
    documentKey(documentId),
    ...marks.map((mark) => invoiceKey(userId, mark)),
    ...(likeness ? [likenessDayKey(userId, likeness)] : []),
  ]);
  return {
    stored: stored as Stored | undefined,
    head: others[marks.length] as DayHead | undefined,
    invoices: new Map(marks.map((mark, index) => [mark, others[index]])),
  };
}

/** What a person reads where the purchase seems to stand in the books already; undefined where it does not. */
function describeLikely(
  { userId, documentId, likeness }: Booking,
  others: readonly Lookalike[],
  { first, prepaid, whole }: JoinedInvoices,
): string | undefined {
  const same = likeness && findLikelySame(likeness, others);
  if (first && (likeness?.isExact || same?.verdict !== 'same'))
    return describeSameInvoice(userId, documentId, first.key);
  if (same) return describeLikelyDuplicate(userId, documentId, same);
  if (prepaid) return describePrepaid(userId, documentId, prepaid.key);
  return whole && describeWhole(userId, documentId, whole.key);
}

/** What stands in the books already is not asked about, unless it is another purchase now. */
const isBookedSo = (known: Lookalike | undefined, after: Likeness | undefined): boolean =>
  known !== undefined && known.totalMinor === after?.totalMinor;

const duplicateOf = ({ outcome }: Booking) =>
  outcome.duplicateOf === undefined ? {} : { duplicateOf: outcome.duplicateOf };

const answerOf = ({ ledgerStatus, affected, duplicateOf: first }: Stored): Booked => ({
  status: ledgerStatus ?? 'completed',
  affected: affected ?? [],
  ...(first === undefined ? {} : { duplicateOf: first }),
});

/** Another document that was booked with the same bytes. */
async function pictureOwner(table: Table, { userId, contentHash, documentId }: Booking): Promise<string | undefined> {
  if (contentHash === undefined) return undefined;
  const owner = await readPictureOwner(table, userId, contentHash);
  return owner === documentId ? undefined : owner;
}

/** The document that owns the picture's fingerprint, when that is what stood in the way. */
function ownerOf(
  failed: readonly { index: number; item?: Item }[],
  writes: readonly Write[],
  { userId, contentHash = '' }: Booking,
): string | undefined {
  const { SK } = fingerprintKey(userId, contentHash);
  const isFingerprint = (write: Write | undefined) =>
    write !== undefined && 'put' in write && (write.put as { SK: string }).SK === SK;
  const blocked = failed.find(({ index }) => isFingerprint(writes[index]));
  return blocked?.item?.['documentId'] as string | undefined;
}

const asDuplicate = (
  { contentHash: _, likeness: __, claims: ___, invoiceMarks: ____, ...booking }: Booking,
  first: string,
): Booking => ({
  ...booking,
  allocations: [],
  outcome: {
    status: 'duplicate',
    updatedAt: booking.outcome.updatedAt,
    duplicateOf: first,
    reason: `the same picture was booked before as document ${first}; it is not counted a second time`,
  },
});

function writesFor(stored: Stored, booking: Booking, { own, prepaid }: InvoiceMarks): Write[] {
  const { documentId, run, userId, allocations, facts, outcome, likeness } = booking;
  const before = stored.allocations ?? [];
  const affected = affectedDays(before, allocations);
  const bookedAt = stored.bookedAt ?? (allocations.length > 0 ? outcome.updatedAt : undefined);
  const openInvoices = outcome.status === 'completed' ? openInvoicesOf(userId, documentId, facts) : [];
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
        bookedAt,
        invoiceMarks: own.length > 0 ? own : undefined,
        prepaidMarks: prepaid.length > 0 ? prepaid : undefined,
        likeness: likeness && { date: likeness.date, currency: likeness.currency },
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
    ...replaceExpenses(userId, documentId, before, allocations, { ...facts, createdAt: bookedAt }),
    ...netDifference(before, allocations).map(
      ({ date, category, currency, amountMinor }): Write => ({
        update: spendKey(userId, date, category, currency),
        set: {
          text: 'SET #date = :date, category = :category, currency = :currency ADD amountMinor :amount',
          values: { ':date': date, ':category': category, ':currency': currency, ':amount': amountMinor },
        },
      }),
    ),
    ...fingerprintWrites(stored, booking),
    ...replaceOpenInvoices(userId, stored, openInvoices),
  ];
}

/** Claims the picture for a document that is booked, and gives it free when the document is booked no longer. */
function fingerprintWrites(stored: Stored, { documentId, userId, contentHash }: Booking): Write[] {
  if (contentHash !== undefined) {
    return [
      {
        put: { ...fingerprintKey(userId, contentHash), documentId },
        condition: { text: 'attribute_not_exists(PK) OR documentId = :ours', values: { ':ours': documentId } },
      },
    ];
  }
  // What ended otherwise never owned it.
  const isOurs = stored.ledgerStatus === 'completed' && stored.contentHash !== undefined;
  return isOurs ? [{ remove: fingerprintKey(userId, stored.contentHash) }] : [];
}

/** One item per allocation; a key that stays is overwritten, one that is no longer needed is removed. */
function replaceExpenses(
  userId: string,
  documentId: string,
  before: readonly Allocation[],
  after: readonly Allocation[],
  common: Item,
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
        ...common,
        ...bookedAs(allocation),
        userId,
        documentId,
      },
    })),
  ];
}

/** An expense tells why its own part of the document is in its category. */
const bookedAs = ({ by, because, ...allocation }: Allocation): Item => ({
  ...allocation,
  ...(by === undefined ? {} : { categoryBy: by }),
  ...(because === undefined ? {} : { categoryBecause: because }),
});
