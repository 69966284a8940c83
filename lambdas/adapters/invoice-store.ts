import type { InvoiceMarks } from '../core/reading/structured-expense.ts';
import { invoiceKey } from './ledger-keys.ts';
import { getItem, type Table, type Write } from './table.ts';

/** The document that an invoice is booked by. */
export interface BookedInvoice {
  readonly documentId: string;
  /** The object's key as the person dropped it. */
  readonly key: string;
}

/** What a booking sees of the invoices that it states, and does about them. */
export interface JoinedInvoices {
  /** Another document that has booked one of them. */
  readonly first?: BookedInvoice;
  /** Another document that has booked what was paid of one of them before. */
  readonly prepaid?: BookedInvoice;
  /** The marks that this document owns once it is booked. */
  readonly marks: readonly string[];
  /** Belong into the booking's transaction, which is refused when another document has taken one meanwhile. */
  readonly writes: readonly Write[];
}

/**
 * Reads who has booked the invoices of a document before, by the seller's tax number and their own, and what it has to write
 * to own them; what it owned and states no longer is given free.
 */
export async function joinInvoices(
  table: Table,
  userId: string,
  { documentId, key }: BookedInvoice,
  { own, prepaid }: InvoiceMarks,
  before: readonly string[],
): Promise<JoinedInvoices> {
  const ownerOf = (mark: string) => getItem<BookedInvoice>(table, invoiceKey(userId, mark));
  const [owners, payments] = await Promise.all([own, prepaid].map((marks) => Promise.all(marks.map(ownerOf))));
  const isOther = (owner: BookedInvoice | undefined): owner is BookedInvoice =>
    owner !== undefined && owner.documentId !== documentId;
  const first = owners?.find(isOther);
  const paid = payments?.find(isOther);
  // Where another document has one and a person says that both count, it stays with the first.
  const marks = own.filter((_, index) => !isOther(owners?.[index]));
  return {
    ...(first && { first }),
    ...(paid && { prepaid: paid }),
    marks,
    writes: [
      ...before.filter((mark) => !marks.includes(mark)).map((mark) => ({ remove: invoiceKey(userId, mark) })),
      ...marks.map((mark) => ({
        put: { ...invoiceKey(userId, mark), documentId, key },
        condition: { text: 'attribute_not_exists(PK) OR documentId = :ours', values: { ':ours': documentId } },
      })),
    ],
  };
}
