import type { Invoice } from 'e-invoices/invoice';
import { isSameInvoice, isSameSeller } from 'e-invoices/same-invoice';
import { onOneLine } from 'printed-text/plain-text';
import { instalmentsOf, MOST_INSTALMENTS } from '../due/instalments.ts';
import { duesOf } from '../due/open-invoice.ts';
import type { CalendarDate } from '../ground/calendar-date.ts';
import { type Money, money } from '../ground/money.ts';
import { present } from '../ground/present.ts';
import type { ExpensePart, Reason, StructuredExpense } from '../reading/structured-expense.ts';
import { expenseOfInvoice } from './expense-of-invoice.ts';
import { MOST_MARKS } from './invoice-marks.ts';

/** A document is booked in one transaction, which holds so many days at most. */
const MOST_DAYS = 20;

/**
 * The expense of every invoice in a file: mostly one. A FatturaPA or a PDF may hold several, of one seller: their total is
 * the sum, and each is booked on its own day, and to be paid by its own. Of several sellers, or with one invoice twice, it
 * is asked about.
 *
 * @throws RangeError without any invoice.
 */
export function expenseOfInvoices(invoices: readonly Invoice[], today: CalendarDate): StructuredExpense {
  const [first, ...others] = invoices.map((invoice) => expenseOfInvoice(invoice, today));
  if (!first) throw new RangeError('expected at least one invoice');
  return withFewInstalments(others.length === 0 ? first : together(first, [first, ...others], doubtsOfFile(invoices)));
}

/** What falls due last is left out where the days are too many for one transaction. */
function withFewInstalments(expense: StructuredExpense): StructuredExpense {
  const { instalments = [], evidence } = expense;
  const more = instalments.length - MOST_INSTALMENTS;
  if (more <= 0) return expense;
  return {
    ...expense,
    instalments: instalments.slice(0, MOST_INSTALMENTS),
    evidence: [...evidence, `it falls due on ${instalments.length} days; the last ${more} are left out`],
  };
}

function together(
  first: StructuredExpense,
  all: readonly StructuredExpense[],
  ofFile: readonly Reason[],
): StructuredExpense {
  const doubts = [...ofFile, ...doubtsOfBooking(all)];
  const isDoubtful = doubts.length > 0;
  const reasons = [...all.flatMap(reasonsOf), ...doubts];
  const total = isDoubtful ? undefined : sumOf(all.map((one) => one.total));
  const numbers = all.map(({ invoiceNumber }) => invoiceNumber ?? 'without a number');
  const parts = all.flatMap(partOf);
  const amountDue = isDoubtful ? undefined : sumOf(all.map((one) => one.amountDue));
  const dues = isDoubtful ? [] : all.flatMap(duesOf);
  const instalments = instalmentsOf(dues, amountDue ?? total);
  const days = dues.length > 0 ? dues : all;
  return present<StructuredExpense>({
    ...first,
    status: reasons.length === 0 ? 'completed' : 'needs_review',
    reasons,
    total,
    dueOn: days.flatMap(({ dueOn }) => (dueOn as CalendarDate | undefined) ?? []).sort()[0],
    amountDue,
    instalments,
    subtotal: sumOf(all.map(({ subtotal }) => subtotal)),
    tax: sumOf(all.map(({ tax }) => tax)),
    serviceCharge: undefined,
    discount: undefined,
    refund: total !== undefined && total.amountMinor < 0,
    lineItems: all.flatMap(({ lineItems }) => lineItems),
    itemsComplete: all.every(({ itemsComplete }) => itemsComplete === true),
    parts: parts.length === all.length ? parts : undefined,
    candidates: { ...first.candidates, total: all.flatMap(({ candidates }) => candidates.total) },
    evidence: [
      `${all.length} invoices in one file: ${numbers.join(', ')}`,
      ...new Set(all.flatMap(({ evidence }) => evidence)),
    ],
  });
}

/** Which of the invoices is meant. */
const reasonsOf = ({ reasons, invoiceNumber }: StructuredExpense): readonly Reason[] =>
  reasons.map(({ code, message }) => ({ code, message: `invoice ${invoiceNumber ?? 'without a number'}: ${message}` }));

function partOf(expense: StructuredExpense): ExpensePart[] {
  const { purchasedOn, total, subtotal, tax, discount, serviceCharge, lineItems, itemsComplete } = expense;
  if (purchasedOn === undefined || total === undefined) return [];
  const sums = { subtotal, tax, discount, serviceCharge, itemsComplete };
  const isDayDoubtful = expense.reasons.some(({ code }) => code === 'DateImplausibleError') ? true : undefined;
  return [present<ExpensePart>({ purchasedOn, isDayDoubtful, total, lineItems, ...sums })];
}

const unclear = (message: string): Reason[] => [{ code: 'InvoiceUnclearError', message }];

/** Whether what the file holds is several invoices of one seller at all. */
function doubtsOfFile(invoices: readonly Invoice[]): Reason[] {
  const [first] = invoices;
  const other = first && invoices.find(({ seller }) => !isSameSeller(first.seller, seller));
  return [
    ...invoices.flatMap(doubtOfCopies),
    ...(first && other
      ? unclear(`the file holds invoices of ${nameOf(first)} and ${nameOf(other)}; drop each as a file of its own`)
      : []),
  ];
}

/** At the first of them. */
function doubtOfCopies(invoice: Invoice, _index: number, all: readonly Invoice[]): Reason[] {
  const copies = all.filter((other) => isSameInvoice(invoice, other));
  if (copies.length < 2 || copies[0] !== invoice) return [];
  const which = invoice.number === undefined ? 'an invoice without a number' : `invoice ${onOneLine(invoice.number)}`;
  const times = copies.length === 2 ? 'twice' : `${copies.length} times`;
  return unclear(
    `the file holds ${which} ${times}; state the total that counts, or drop the file with the invoice once`,
  );
}

const nameOf = ({ seller }: Invoice): string =>
  onOneLine(seller.name ?? seller.tradingName ?? 'a seller without a name');

function doubtsOfBooking(all: readonly StructuredExpense[]): Reason[] {
  if (all.length > MOST_MARKS) {
    return unclear(
      `the file holds ${all.length} invoices, and at most ${MOST_MARKS} are booked at once; drop it in parts`,
    );
  }
  const currencies = new Set(all.map(({ currency }) => currency?.code));
  if (currencies.size > 1) {
    return unclear(`the file holds invoices in ${[...currencies].join(' and ')}; drop each as a file of its own`);
  }
  const days = new Set(all.map(({ purchasedOn }) => purchasedOn)).size;
  return days > MOST_DAYS
    ? unclear(`the file holds invoices of ${days} days, and at most ${MOST_DAYS} are booked at once; drop it in parts`)
    : [];
}

/** Undefined where one of them is. */
function sumOf(amounts: readonly (Money | undefined)[]): Money | undefined {
  const [first] = amounts;
  if (!first || amounts.some((amount) => amount === undefined)) return undefined;
  return money(
    amounts.reduce((sum, amount) => sum + (amount?.amountMinor ?? 0), 0),
    first.currency,
  );
}
