import { type CalendarDate, parseCalendarDate } from '../ground/calendar-date.ts';
import type { CurrencyCode } from '../ground/currency.ts';
import type { ErrorName } from '../ground/errors.ts';
import { formatDecimal, type Money, statedMoney } from '../ground/money.ts';
import type { Due } from '../reading/due.ts';
import { withItemsComplete } from '../reading/items-complete.ts';
import type { ExpensePart, Reason, StructuredExpense, Vendor } from '../reading/structured-expense.ts';
import type { Correction } from './correction.ts';

/** The doubts that each field settles when a person states it. */
export const SETTLED: Readonly<Record<'total' | 'date' | 'currency', readonly ErrorName[]>> = {
  total: [
    'TotalUnreadableError',
    'TotalsDisagreeError',
    'PagesUnreadError',
    'TooManyPagesError',
    'NotAReceiptError',
    'NotPaidError',
    'InvoiceUnclearError',
  ],
  date: ['DateUnreadableError', 'DateImplausibleError'],
  currency: ['CurrencyUnknownError'],
};

/**
 * Puts what a person states over what was read. What they state is trusted: its doubts are gone, and a reading that has
 * total, date and currency and no doubt left is `completed`. What is still missing stays, or becomes, a reason.
 */
export function correctExpense(read: StructuredExpense, says: Correction): StructuredExpense {
  const expense = inCurrency(read, says.currency);
  const code = expense.currency?.code;
  const total = says.total === undefined || code === undefined ? expense.total : statedMoney(says.total, code);
  const dated = says.date === undefined ? expense.parts : partsOn(expense.parts, parseCalendarDate(says.date));
  const stated = says.date === undefined ? expense.purchasedOn : parseCalendarDate(says.date);
  const purchasedOn = dated?.[0]?.purchasedOn ?? stated;
  const { total: _, purchasedOn: __, amountDue, instalments, itemsComplete, parts: ___, ...rest } = expense;
  const reasons = reasonsFor(expense.reasons, says, { total, purchasedOn, code });
  return withItemsComplete({
    ...rest,
    ...(says.vendor === undefined ? {} : { vendor: statedVendor(expense, says.vendor) }),
    // A total that is stated may be another than the items come to; goods that were not read stay unread.
    ...(itemsComplete !== undefined && (says.total === undefined || rest.lineItems.length === 0)
      ? { itemsComplete }
      : {}),
    // What is stated of the whole is not told by its invoices.
    ...(dated && says.total === undefined && says.currency === undefined ? { parts: dated } : {}),
    ...(total ? { total } : {}),
    ...(amountDue && isDueStill(amountDue, expense.total, total) ? { amountDue } : {}),
    ...(instalments && expense.total?.amountMinor === total?.amountMinor ? { instalments } : {}),
    ...(purchasedOn ? { purchasedOn } : {}),
    refund: says.total === undefined ? expense.refund : says.total.startsWith('-'),
    status: reasons.length === 0 ? 'completed' : 'needs_review',
    reasons,
    evidence: [...expense.evidence, `stated by a correction: ${Object.keys(says).join(', ')}`],
  });
}

/**
 * The invoices of a file where a day is stated: it is that of those that were asked about. Where none was, it is that of
 * the whole, which then has no parts.
 */
function partsOn(parts: readonly ExpensePart[] | undefined, day: CalendarDate): readonly ExpensePart[] | undefined {
  if (!parts?.some(({ isDayDoubtful }) => isDayDoubtful)) return undefined;
  return parts.map(({ isDayDoubtful, ...part }) => (isDayDoubtful ? { ...part, purchasedOn: day } : part));
}

/**
 * Whether what is said to be due holds beside the total: of another total it says nothing, unless nothing is to be paid.
 * All are of one currency.
 */
const isDueStill = (amountDue: Money, read: Money | undefined, total: Money | undefined): boolean =>
  amountDue.amountMinor === 0 || read?.amountMinor === total?.amountMinor;

/** The stated name is sure; address and telephone stay. */
function statedVendor({ vendor }: StructuredExpense, name: string): Vendor {
  const { isUnsure: _, runnerUp: __, ...known } = vendor ?? { name };
  return { ...known, name };
}

/** The same digits in the currency that is stated; an amount with more decimals than it has is left out. */
function inCurrency(expense: StructuredExpense, code: CurrencyCode | undefined): StructuredExpense {
  if (code === undefined) return expense;
  const { total, subtotal, tax, tip, serviceCharge, discount, amountDue, instalments, lineItems, ...rest } = expense;
  const amounts = Object.entries({ total, subtotal, tax, tip, serviceCharge, discount, amountDue });
  return {
    ...rest,
    currency: { code, by: 'correction', because: 'a correction states it' },
    ...Object.fromEntries(amounts.flatMap(([name, amount]) => entry(name, amount, code))),
    ...instalmentsIn(code, instalments),
    lineItems: lineItems.map(({ amount, unitPrice, ...item }) => ({
      ...item,
      ...Object.fromEntries([...entry('amount', amount, code), ...entry('unitPrice', unitPrice, code)]),
    })),
  };
}

/** None of them where one has more decimals than the currency. */
function instalmentsIn(code: CurrencyCode, instalments: readonly Due[] = []): { instalments?: readonly Due[] } {
  const stated = instalments.flatMap(({ dueOn, amountDue }) => {
    const amount = statedMoney(formatDecimal(amountDue), code);
    return amount ? [{ dueOn, amountDue: amount }] : [];
  });
  return stated.length > 0 && stated.length === instalments.length ? { instalments: stated } : {};
}

function entry(name: string, amount: Money | undefined, code: CurrencyCode): [string, Money][] {
  const stated = amount && statedMoney(formatDecimal(amount), code);
  return stated ? [[name, stated]] : [];
}

interface Known {
  readonly total: Money | undefined;
  readonly purchasedOn: string | undefined;
  readonly code: CurrencyCode | undefined;
}

function reasonsFor(read: readonly Reason[], says: Correction, { total, purchasedOn, code }: Known): Reason[] {
  const settled = (['total', 'date', 'currency'] as const).flatMap((field) =>
    says[field] === undefined ? [] : SETTLED[field],
  );
  const left = read.filter(({ code: name }) => !settled.includes(name));
  const has = (field: keyof typeof SETTLED) => left.some(({ code: name }) => SETTLED[field].includes(name));
  const missing = (isMissing: boolean, field: keyof typeof SETTLED, reason: Reason): Reason[] =>
    isMissing && !has(field) ? [reason] : [];
  // A file without any amount is no receipt, whatever else is missing, and of one that was not read everything is.
  if (left.some(({ code: name }) => name === 'NotAReceiptError' || name === 'TooManyPagesError')) return left;
  return [
    ...missing(code === undefined, 'currency', {
      code: 'CurrencyUnknownError',
      message: 'the correction names no currency, and none could be told from the document; state it there too',
    }),
    ...missing(code !== undefined && total === undefined, 'total', {
      code: 'TotalUnreadableError',
      message: `there is no total that is an amount in ${code}; state it in the correction too`,
    }),
    ...missing(purchasedOn === undefined, 'date', {
      code: 'DateUnreadableError',
      message: 'the correction names no date, and none could be read; state it there too',
    }),
    ...left,
  ];
}
