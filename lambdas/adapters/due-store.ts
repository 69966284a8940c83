import type { DocumentRecord } from '../core/document/document.ts';
import { type DueFacts, duesOf, type OpenInvoice, openInvoicesOf } from '../core/due/open-invoice.ts';
import type { VendorFacts } from '../core/ledger/shown-vendor.ts';
import { dueKey, dueRange, personKey } from './ledger-keys.ts';
import { queryItems, type Table, type Write } from './table.ts';

/** A document as it stands, with what decides whether it is to be paid. */
export type StoredInvoice = Pick<DocumentRecord, 'documentId' | 'userId' | 'ledgerStatus' | 'correction'> &
  DueFacts &
  VendorFacts;

/**
 * What puts a document among the open invoices of its person, or takes it out, for the transaction that books it.
 *
 * @param before The document as it was booked.
 * @param after The open invoices that it is from now on, one for each due day; none for anything else.
 */
export function replaceOpenInvoices(userId: string, before: StoredInvoice, after: readonly OpenInvoice[]): Write[] {
  const { documentId, ledgerStatus } = before;
  const kept = new Set(after.map(({ dueOn }) => dueOn));
  const gone = ledgerStatus === 'completed' ? duesOf(before).filter(({ dueOn }) => !kept.has(dueOn)) : [];
  return [
    ...gone.map(({ dueOn }) => ({ remove: dueKey(userId, dueOn, documentId) })),
    ...after.map((invoice) => ({ put: { ...dueKey(userId, invoice.dueOn, documentId), ...invoice } })),
  ];
}

/** What is to be paid from one day to another, both included, the earliest first; strongly consistent. */
export function readOpenInvoices(table: Table, userId: string, start: string, end: string): Promise<OpenInvoice[]> {
  const [from, to] = dueRange(start, end);
  return queryItems<OpenInvoice>(table, personKey(userId).PK, { from, to });
}

/**
 * A document as an open invoice, as it was read; undefined when it is booked no longer, or paid, or has not so many
 * instalments. What a correction says counts from the moment at which it stands on the document, before its run has
 * booked it.
 *
 * @param instalment Which of its instalments, from 1 on; what is paid at once is the first.
 */
export function openInvoiceIn(stored: StoredInvoice | undefined, instalment = 1): OpenInvoice | undefined {
  if (stored?.userId === undefined || stored.ledgerStatus !== 'completed') return undefined;
  const { paid, ignore } = stored.correction?.says ?? {};
  if (paid !== undefined || ignore !== undefined) return undefined;
  return openInvoicesOf(stored.userId, stored.documentId, stored)[instalment - 1];
}
