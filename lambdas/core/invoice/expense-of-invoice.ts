import type { Invoice, InvoiceLine, Party } from 'e-invoices/invoice';
import { onOneLine } from 'printed-text/plain-text';
import type { CalendarDate } from '../ground/calendar-date.ts';
import { type CurrencyCode, isCurrencyCode } from '../ground/currency.ts';
import { type Money, statedMoney, withoutZeros } from '../ground/money.ts';
import { present } from '../ground/present.ts';
import { isLongAgo } from '../reading/date-doubt.ts';
import { withItemsComplete } from '../reading/items-complete.ts';
import { type PurchaseMarks, plainMark } from '../reading/purchase-marks.ts';
import type { Candidate, LineItem, StructuredExpense, Vendor } from '../reading/structured-expense.ts';
import { instalmentsOfInvoice } from './instalments-of-invoice.ts';
import { doubtsOfInvoice } from './invoice-doubts.ts';
import { turnerOf } from './turned-amounts.ts';

/**
 * The expense that an invoice states by its own data: nothing of it is guessed. The total is the one with tax (BT-112 of
 * EN 16931), below zero for a credit note; the day is that of issue.
 *
 * @param today The day it is for the person.
 */
export function expenseOfInvoice(invoice: Invoice, today: CalendarDate): StructuredExpense {
  const { currency: code, totals, number } = invoice;
  const currency = code !== undefined && isCurrencyCode(code) ? code : undefined;
  const turned = turnerOf(invoice);
  const money = (amount: string | undefined): Money | undefined =>
    amount === undefined || currency === undefined ? undefined : statedMoney(turned(amount), currency);
  const total = totals.withTax === undefined ? undefined : turned(totals.withTax);
  const reasons = doubtsOfInvoice(invoice, today);
  const vendor = vendorOf(invoice.seller);
  const issueDate = invoice.issueDate as CalendarDate | undefined;
  const booked = total === undefined || currency === undefined ? undefined : statedMoney(total, currency);
  const amountDue = money(totals.due);
  const instalments = instalmentsOfInvoice(invoice, amountDue ?? booked, money);
  return withItemsComplete(
    present<StructuredExpense>({
      status: reasons.length === 0 ? 'completed' : 'needs_review',
      reasons,
      vendor,
      invoiceNumber: number && onOneLine(number),
      purchasedOn: issueDate,
      total: booked,
      dueOn: (instalments?.[0]?.dueOn ?? invoice.dueDate) as CalendarDate | undefined,
      amountDue,
      instalments,
      subtotal: money(totals.lines ?? totals.withoutTax),
      tax: money(totals.tax),
      tip: undefined,
      serviceCharge: notZero(money(totals.charges)),
      discount: notZero(money(totals.allowances)),
      currency: currency && { code: currency, by: 'data', because: `the invoice's data states ${currency}` },
      lineItems: currency === undefined ? [] : invoice.lines.map((line) => itemOf(line, turned, currency)),
      itemsComplete: undefined,
      refund: booked !== undefined && booked.amountMinor < 0,
      isFromData: true,
      marks: marksOf(invoice.seller),
      parts: undefined,
      candidates: {
        total: candidates(total, total),
        purchasedOn: candidates(issueDate, issueDate),
        vendor: candidates(vendor?.name, vendor?.name),
        invoiceNumber: candidates(number),
      },
      evidence: evidenceOf(invoice, today),
    }),
  );
}

function evidenceOf({ format, profile, typeCode, kind, issueDate, totals }: Invoice, today: CalendarDate): string[] {
  const isOld = issueDate !== undefined && isLongAgo(issueDate as CalendarDate, today);
  const isPrepaid = totals.prepaid !== undefined && /[1-9]/.test(totals.prepaid);
  return [
    `read from the invoice's own data: ${profile === undefined ? format : `${format} ${profile}`}, type ${typeCode}`,
    ...(kind === 'credit-note' ? ['refund: the data says that it is a credit note'] : []),
    ...(isOld ? [`it is old: issued on ${issueDate}`] : []),
    ...(isPrepaid ? [`${totals.prepaid} of the total was paid before; the whole total counts`] : []),
  ];
}

function vendorOf({ name, tradingName, address }: Party): Vendor | undefined {
  const shown = name ?? tradingName;
  if (shown === undefined) return undefined;
  const { lines = [], postCode, city, region, country } = address ?? {};
  const place = [postCode, city].filter((part) => part !== undefined).join(' ');
  const whole = [...lines, place, region, country].filter((part) => part !== undefined && part !== '').join(', ');
  return { name: onOneLine(shown), ...(whole !== '' && { address: onOneLine(whole) }) };
}

function itemOf(line: InvoiceLine, turned: (amount: string) => string, currency: CurrencyCode): LineItem {
  const { description, quantity, unitPrice, baseQuantity = '1', netAmount } = line;
  const amount = netAmount === undefined ? undefined : statedMoney(turned(netAmount), currency);
  const isOfOne = /^1(?:\.0*)?$/.test(baseQuantity);
  const price = isOfOne && unitPrice !== undefined ? statedMoney(unitPrice, currency) : undefined;
  return {
    description: onOneLine(description),
    ...(quantity !== undefined && { quantity: withoutZeros(quantity) }),
    ...(price && { unitPrice: price }),
    ...(amount && { amount }),
  };
}

/** The seller's numbers and names, as those that are read from print. */
const marksOf = ({ name, tradingName, taxIds }: Party): PurchaseMarks => ({
  timesOfDay: [],
  taxIds: taxIds.map(plainMark),
  numbers: [],
  head: [name, tradingName].flatMap((one) => (one === undefined ? [] : [bare(one)])),
});

const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

const notZero = (amount: Money | undefined): Money | undefined => (amount?.amountMinor === 0 ? undefined : amount);

/** What the data states is sure. */
const candidates = (text: string | undefined, value?: string): Candidate[] =>
  text === undefined
    ? []
    : [
        {
          text: onOneLine(text),
          confidence: 100,
          page: 1,
          label: "the invoice's data",
          ...(value !== undefined && { value }),
        },
      ];
