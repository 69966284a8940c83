import type { InvoiceMarks } from '../core/reading/structured-expense.ts';
import { invoiceKey } from './ledger-keys.ts';
import type { Write } from './table.ts';

/** The document that an invoice is booked by. */
export interface BookedInvoice {
  readonly documentId: string;
  /** The object's key as the person dropped it. */
  readonly key: string;
}

/** What is known of an invoice: who has booked it, and who has booked a later one of which it was paid as a part. */
export interface KnownInvoice extends Partial<BookedInvoice> {
  readonly prepaidIn?: string;
  readonly prepaidInKey?: string;
}

/** What a booking sees of the invoices that it states, and does about them. */
export interface JoinedInvoices {
  /** Another document that has booked one of them. */
  readonly first?: BookedInvoice;
  /** Another document that has booked what was paid of one of them before. */
  readonly prepaid?: BookedInvoice;
  /** Another document that has booked a whole total of which one of them was paid before. */
  readonly whole?: BookedInvoice;
  /** The marks that this document holds once it is booked. */
  readonly marks: InvoiceMarks;
  /** Belong into the booking's transaction, which is refused when another document has come to one of them meanwhile. */
  readonly writes: readonly Write[];
}

/**
 * What a booking sees of who has booked the invoices of its document before, by the seller's tax number and their own, and
 * what it has to write to own them; what it owned and states no longer is given free.
 *
 * @param known What stands in the table, by mark.
 */
export function joinInvoices(
  userId: string,
  ours: BookedInvoice,
  { own, prepaid }: InvoiceMarks,
  before: InvoiceMarks,
  known: ReadonlyMap<string, KnownInvoice | undefined>,
): JoinedInvoices {
  const look = (mark: string) => ({ mark, known: known.get(mark) ?? {} });
  const owned = own.map(look);
  const paid = prepaid.map(look);
  const others = {
    first: owned.flatMap(({ known }) => otherOf(ours, known.documentId, known.key))[0],
    prepaid: paid.flatMap(({ known }) => otherOf(ours, known.documentId, known.key))[0],
    whole: owned.flatMap(({ known }) => otherOf(ours, known.prepaidIn, known.prepaidInKey))[0],
  };
  // Where another document has one and a person says that both count, it stays with the first.
  const kept = owned.filter(({ known }) => otherOf(ours, known.documentId, known.key).length === 0);
  const named = paid.filter(({ known }) => otherOf(ours, known.prepaidIn, known.prepaidInKey).length === 0);
  const marks = { own: kept.map(({ mark }) => mark), prepaid: named.map(({ mark }) => mark) };
  const held = new Set([...marks.own, ...marks.prepaid]);
  return {
    ...(others.first && { first: others.first }),
    ...(others.prepaid && { prepaid: others.prepaid }),
    ...(others.whole && { whole: others.whole }),
    marks,
    writes: [
      ...before.own.filter((mark) => !held.has(mark)).map((mark) => release(userId, mark, 'documentId, #key')),
      ...before.prepaid
        .filter((mark) => !held.has(mark))
        .map((mark) => release(userId, mark, 'prepaidIn, prepaidInKey')),
      ...kept.map(({ mark, known }) => take(userId, mark, ours, known)),
      ...named.map(({ mark, known }) => claim(userId, mark, ours, known)),
    ],
  };
}

const otherOf = (
  { documentId: ours }: BookedInvoice,
  documentId: string | undefined,
  key: string | undefined,
): BookedInvoice[] => (documentId === undefined || documentId === ours ? [] : [{ documentId, key: key ?? documentId }]);

/** Optimistic: of a part and the whole that arrive at once, the second is tried anew and sees the first. */
const take = (
  userId: string,
  mark: string,
  { documentId, key }: BookedInvoice,
  { prepaidIn }: KnownInvoice,
): Write => ({
  update: invoiceKey(userId, mark),
  set: { text: 'SET documentId = :ours, #key = :key', values: { ':ours': documentId, ':key': key } },
  condition: {
    text: `(attribute_not_exists(documentId) OR documentId = :ours) AND ${isStill('prepaidIn', prepaidIn)}`,
    values: { ':ours': documentId, ...(prepaidIn !== undefined && { ':read': prepaidIn }) },
  },
});

const claim = (userId: string, mark: string, ours: BookedInvoice, { documentId }: KnownInvoice): Write => ({
  update: invoiceKey(userId, mark),
  set: {
    text: 'SET prepaidIn = :ours, prepaidInKey = :key',
    values: { ':ours': ours.documentId, ':key': ours.key },
  },
  condition: {
    text: isStill('documentId', documentId),
    ...(documentId !== undefined && { values: { ':read': documentId } }),
  },
});

const isStill = (attribute: string, read: string | undefined): string =>
  read === undefined ? `attribute_not_exists(${attribute})` : `${attribute} = :read`;

const release = (userId: string, mark: string, attributes: string): Write => ({
  update: invoiceKey(userId, mark),
  set: { text: `REMOVE ${attributes}` },
});
