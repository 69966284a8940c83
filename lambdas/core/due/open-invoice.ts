import type { Money } from '../ground/money.ts';
import { shownVendor, type VendorFacts } from '../ledger/shown-vendor.ts';

/** What of a document decides whether something is to be paid, as it stands on its item. */
export interface DueFacts {
  /** `YYYY-MM-DD`. */
  readonly dueOn?: string | undefined;
  /** What is still to be paid, after prepayments. @default - the total */
  readonly amountDue?: Money | undefined;
  /** Below zero for a refund or a credit note. */
  readonly total?: Money | undefined;
  /** Whether a person says that it is paid. */
  readonly isPaid?: boolean | undefined;
}

/** What is to be paid, and when. */
export interface Due {
  /** `YYYY-MM-DD`. */
  readonly dueOn: string;
  /** Above zero. */
  readonly amountDue: Money;
}

/** An invoice that is booked, has a due day and is not paid as far as anybody has said. */
export interface OpenInvoice extends Due {
  readonly userId: string;
  readonly documentId: string;
  /** As a person is shown it, with a `?` where it is not sure. */
  readonly vendor?: string;
}

/** The day on which something is to be paid; undefined where no day is known, or nothing is owed. */
export function dueDayOf({ dueOn, amountDue, total, isPaid = false }: DueFacts): string | undefined {
  const isOwing = [amountDue, total].every((amount) => amount === undefined || amount.amountMinor > 0);
  return isOwing && !isPaid ? dueOn : undefined;
}

/** What is to be paid on which day; undefined where either is not known, or nothing is owed. */
export function dueOf(facts: DueFacts): Due | undefined {
  const dueOn = dueDayOf(facts);
  const amountDue = facts.amountDue ?? facts.total;
  return dueOn === undefined || amountDue === undefined ? undefined : { dueOn, amountDue };
}

/** The open invoice that a booked document is; undefined where nothing is to be paid on a known day. */
export function openInvoiceOf(
  userId: string,
  documentId: string,
  facts: DueFacts & VendorFacts,
): OpenInvoice | undefined {
  const due = dueOf(facts);
  const vendor = shownVendor(facts);
  return due && { userId, documentId, ...due, ...(vendor === undefined ? {} : { vendor }) };
}
