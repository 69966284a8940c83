import type { Invoice } from 'e-invoices/invoice';
import { violationsOf } from 'e-invoices/rules';
import type { CalendarDate } from '../ground/calendar-date.ts';
import { isCurrencyCode } from '../ground/currency.ts';
import { statedMoney } from '../ground/money.ts';
import { isFuture } from '../reading/date-doubt.ts';
import type { Reason } from '../reading/structured-expense.ts';

/** Why the data of an invoice is not booked unasked: what is missing, does not add up, or may not be spending. */
export const doubtsOfInvoice = (invoice: Invoice, today: CalendarDate): readonly Reason[] => [
  ...doubtOfKind(invoice),
  ...doubtOfMoney(invoice),
  ...doubtOfDate(invoice, today),
  ...violationsOf(invoice).map(
    ({ rule, message }): Reason => ({
      code: 'TotalsDisagreeError',
      message: `the invoice's data does not add up (${rule}): ${message}; compare it with the invoice`,
    }),
  ),
];

function doubtOfKind({ kind, typeCode, totals, precedingNumbers }: Invoice): Reason[] {
  const unclear = (message: string): Reason[] => [{ code: 'InvoiceUnclearError', message }];
  if (kind === 'self-billed') {
    return unclear(
      `by its type, ${typeCode}, the buyer wrote this invoice and pays the seller; state its total where it is your spending`,
    );
  }
  if (kind === 'no-invoice') {
    return unclear(
      `by its type, ${typeCode}, it is an offer or a proforma invoice, which nobody has to pay; state its total where it counts`,
    );
  }
  // A lower amount is given back; a higher one may come on top of the first invoice, or take its place.
  if (kind !== 'correction' || totals.withTax === undefined || totals.withTax.startsWith('-')) return [];
  const first = precedingNumbers.length > 0 ? `invoice ${precedingNumbers.join(', ')}` : 'an earlier invoice';
  return unclear(
    `it corrects ${first}, and does not say whether its total takes the place of the first one or comes on top; ` +
      'state the total that counts, and ignore the document that does not',
  );
}

function doubtOfMoney({ currency, totals }: Invoice): Reason[] {
  if (currency === undefined || !isCurrencyCode(currency)) {
    const message =
      currency === undefined
        ? "the invoice's data names no currency; state it"
        : `the invoice's data names ${JSON.stringify(currency)} as its currency, which ISO 4217 does not have; state it`;
    return [{ code: 'CurrencyUnknownError', message }];
  }
  if (totals.withTax === undefined) {
    return [{ code: 'TotalUnreadableError', message: "the invoice's data states no total with tax; state it" }];
  }
  if (statedMoney(totals.withTax, currency) !== undefined) return [];
  const message = `the invoice's data states ${totals.withTax} as its total, which is no amount in ${currency}; state it`;
  return [{ code: 'TotalUnreadableError', message }];
}

/** Before any format of invoices that is read: a day that was never filled in, 0001-01-01 or 1900-01-01. */
const EARLIEST = '2000-01-01';

function doubtOfDate({ issueDate }: Invoice, today: CalendarDate): Reason[] {
  if (issueDate === undefined) {
    return [{ code: 'DateUnreadableError', message: "the invoice's data states no date of issue; state it" }];
  }
  if (issueDate < EARLIEST) {
    const message = `the invoice's data is dated ${issueDate}, when there were no such invoices; state the right date`;
    return [{ code: 'DateImplausibleError', message }];
  }
  if (!isFuture(issueDate as CalendarDate, today)) return [];
  const message = `the invoice's data is dated ${issueDate}, which lies in the future (today is ${today}); state the right date`;
  return [{ code: 'DateImplausibleError', message }];
}
