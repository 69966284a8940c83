import type { Money } from '../ground/money.ts';
import { shownVendor, type VendorFacts } from '../ledger/shown-vendor.ts';
import type { Due } from '../reading/due.ts';

/** What of a document decides whether something is to be paid, as it stands on its item. */
export interface DueFacts {
  /** `YYYY-MM-DD`; of instalments the first. */
  readonly dueOn?: string | undefined;
  /** What is still to be paid in all, after prepayments. @default - the total */
  readonly amountDue?: Money | undefined;
  /** What of it is to be paid on which day, the earliest first. @default - all of it on `dueOn` */
  readonly instalments?: readonly Due[] | undefined;
  /** Below zero for a refund or a credit note. */
  readonly total?: Money | undefined;
  /** Whether a person says that it is paid, with all its instalments. */
  readonly isPaid?: boolean | undefined;
}

/** An invoice, or an instalment of one, that is booked, has a due day and is not paid as far as anybody has said. */
export interface OpenInvoice extends Due {
  readonly userId: string;
  readonly documentId: string;
  /** As a person is shown it, with a `?` where it is not sure. */
  readonly vendor?: string;
  /** Which of several instalments it is, from 1 on. */
  readonly instalment?: { readonly number: number; readonly of: number };
}

/** The first day on which something is to be paid; undefined where no day is known, or nothing is owed. */
export function dueDayOf({ dueOn, amountDue, total, isPaid = false }: DueFacts): string | undefined {
  const isOwing = [amountDue, total].every((amount) => amount === undefined || amount.amountMinor > 0);
  return isOwing && !isPaid ? dueOn : undefined;
}

/** What is to be paid on which day, the earliest first; empty where either is not known, or nothing is owed. */
export function duesOf(facts: DueFacts): readonly Due[] {
  const dueOn = dueDayOf(facts);
  const amountDue = facts.amountDue ?? facts.total;
  return dueOn === undefined || amountDue === undefined ? [] : (facts.instalments ?? [{ dueOn, amountDue }]);
}

/** The open invoices that a booked document is, one for each due day; none where nothing is to be paid on a known day. */
export function openInvoicesOf(
  userId: string,
  documentId: string,
  facts: DueFacts & VendorFacts,
): readonly OpenInvoice[] {
  const vendor = shownVendor(facts);
  return duesOf(facts).map((due, index, { length }) => ({
    userId,
    documentId,
    ...due,
    ...(vendor === undefined ? {} : { vendor }),
    ...(length === 1 ? {} : { instalment: { number: index + 1, of: length } }),
  }));
}

/** Who is to be paid, and which of several instalments: `City Power (1 of 2)`. */
export const vendorOfDue = ({ vendor, instalment }: Pick<OpenInvoice, 'vendor' | 'instalment'>, unknown: string) =>
  `${vendor ?? unknown}${instalment ? ` (${instalment.number} of ${instalment.of})` : ''}`;
