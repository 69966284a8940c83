import type { DocumentRecord } from '../core/document/document.ts';
import { type DueFacts, type OpenInvoice, openInvoiceOf } from '../core/due/open-invoice.ts';
import type { VendorFacts } from '../core/ledger/shown-vendor.ts';
import { documentKey, dueKey, dueRange, personKey } from './ledger-keys.ts';
import { getItem, queryItems, type Table, type Write } from './table.ts';

/** A document as it stands, with what decides whether it is to be paid. */
type Stored = Pick<DocumentRecord, 'documentId' | 'userId' | 'ledgerStatus' | 'correction'> & DueFacts & VendorFacts;

/**
 * What puts a document among the open invoices of its person, or takes it out, for the transaction that books it.
 *
 * @param before The document as it was booked.
 * @param after The open invoice that it is from now on; undefined for anything else.
 */
export function replaceOpenInvoice(
  userId: string,
  { documentId, dueOn, ledgerStatus }: Stored,
  after: OpenInvoice | undefined,
): Write[] {
  const isGone = ledgerStatus === 'completed' && dueOn !== undefined && dueOn !== after?.dueOn;
  return [
    ...(isGone ? [{ remove: dueKey(userId, dueOn, documentId) }] : []),
    ...(after ? [{ put: { ...dueKey(userId, after.dueOn, documentId), ...after } }] : []),
  ];
}

/** What is to be paid from one day to another, both included, the earliest first; strongly consistent. */
export function readOpenInvoices(table: Table, userId: string, start: string, end: string): Promise<OpenInvoice[]> {
  const [from, to] = dueRange(start, end);
  return queryItems<OpenInvoice>(table, personKey(userId).PK, { from, to });
}

/**
 * A document as an open invoice, as it stands now; undefined when it is booked no longer, or paid. What a correction says
 * counts from the moment at which it stands on the document, before its run has booked it.
 */
export async function readOpenInvoice(table: Table, documentId: string): Promise<OpenInvoice | undefined> {
  const stored = await getItem<Stored>(table, documentKey(documentId));
  if (stored?.userId === undefined || stored.ledgerStatus !== 'completed') return undefined;
  const { paid, ignore } = stored.correction?.says ?? {};
  return paid === undefined && ignore === undefined ? openInvoiceOf(stored.userId, documentId, stored) : undefined;
}
