import { vendorOfDue } from '../due/open-invoice.ts';
import { formatMoney } from '../ground/money.ts';
import { dayText, plainDay } from './day-text.ts';
import type { DueInvoice } from './message-content.ts';

/** `due Nov 23, 2026`, or `overdue since Nov 20, 2026`. */
const dueText = ({ dueOn, daysLeft }: DueInvoice, day: (dueOn: string) => string): string =>
  `${daysLeft < 0 ? 'overdue since' : 'due'} ${day(dueOn)}`;

const vendorOf = (invoice: DueInvoice): string => vendorOfDue(invoice, 'an invoice');

/** A subject's part: `City Power: 264.82 USD due Nov 23, 2026`. */
export const dueTitle = (invoice: DueInvoice, locale: string): string =>
  `${vendorOf(invoice)}: ${formatMoney(invoice.amountDue, locale)} ${dueText(invoice, (day) => plainDay(day, locale))}`;

/** A text message's part: `City Power 264.82 USD due Nov 23, 2026`, or without the amount. */
export const dueLine = (invoice: DueInvoice, locale: string, hideAmounts: boolean): string =>
  [
    vendorOf(invoice),
    ...(hideAmounts ? [] : [formatMoney(invoice.amountDue, locale)]),
    dueText(invoice, (day) => plainDay(day, locale)),
  ].join(' ');

/** An invoice in an e-mail: what is to be paid, and how to say that it was. */
export const dueLines = (invoice: DueInvoice, locale: string): string[] => [
  `${vendorOf(invoice)}: ${formatMoney(invoice.amountDue, locale)}, ${dueText(invoice, (day) => dayText(day, locale))}${daysText(invoice)}`,
  `  ${invoice.instalment ? 'All paid' : 'Paid'}? Say so with paid: true in corrections/${invoice.userId}/${invoice.documentId}.yaml`,
];

/** `, in 3 days`; nothing where the day says enough. */
function daysText({ daysLeft }: DueInvoice): string {
  if (daysLeft === 0) return ', today';
  if (daysLeft === 1) return ', tomorrow';
  if (daysLeft > 1) return `, in ${daysLeft} days`;
  return daysLeft === -1 ? ', 1 day ago' : `, ${-daysLeft} days ago`;
}
