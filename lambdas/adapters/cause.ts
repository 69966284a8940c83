import type { AlertCause } from '../core/alert/alert-cause.ts';
import type { WorkflowName } from '../core/document/document.ts';
import { type DueFacts, duesOf } from '../core/due/open-invoice.ts';
import { shownVendor, type VendorFacts } from '../core/ledger/shown-vendor.ts';
import { documentKey } from './ledger-keys.ts';
import { getItem, type Table } from './table.ts';

/** What a document means for an alert: the expense it booked, new exchange rates, or a change of the plan. */
export async function readCause(table: Table, documentId: string): Promise<AlertCause> {
  const document = await getItem<VendorFacts & DueFacts & { workflow?: WorkflowName; itemsRemark?: string }>(
    table,
    documentKey(documentId),
  );
  if (document?.workflow === 'apply-rates') return { kind: 'rates' };
  if (document?.workflow !== 'ingest-receipt') return { kind: 'plan' };
  const { total, itemsRemark } = document;
  const vendor = shownVendor(document);
  const [due] = duesOf(document);
  return {
    kind: 'expense',
    ...(total ? { total } : {}),
    ...(vendor ? { vendor } : {}),
    ...(due ? { dueOn: due.dueOn } : {}),
    ...(due && due.amountDue.amountMinor !== total?.amountMinor ? { amountDue: due.amountDue } : {}),
    ...(itemsRemark === undefined ? {} : { itemsRemark }),
  };
}
