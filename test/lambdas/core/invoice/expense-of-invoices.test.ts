import type { Invoice } from 'e-invoices/invoice';
import { describe, expect, it } from 'vitest';
import { correctExpense } from '../../../../lambdas/core/correction/correct-expense.ts';
import { parseCalendarDate } from '../../../../lambdas/core/ground/calendar-date.ts';
import { formatMoney } from '../../../../lambdas/core/ground/money.ts';
import { expenseOfInvoices } from '../../../../lambdas/core/invoice/expense-of-invoices.ts';
import { anInvoice } from './an-invoice.ts';

const TODAY = parseCalendarDate('2026-11-20');
const read = (...all: Partial<Invoice>[]) => expenseOfInvoices(all.map(anInvoice), TODAY);
const totalOf = (invoice: Partial<Invoice>) => {
  const { total, status } = read(invoice);
  return `${total ? formatMoney(total) : 'none'}, ${status}`;
};
const reasonsOf = (...all: Partial<Invoice>[]) =>
  read(...all).reasons.map(({ code, message }) => `${code}: ${message}`);
const TOTALS = anInvoice().totals;

describe('the expense that an invoice states', () => {
  it('has what the data says, and nothing guessed', () => {
    expect(read({})).toMatchObject({
      status: 'completed',
      isFromData: true,
      vendor: { name: 'Mill & Daughters', address: 'Quay 4, 28195 Bremen, DE' },
      invoiceNumber: 'A-17',
      purchasedOn: '2026-11-12',
      dueOn: '2026-12-12',
      total: { amountMinor: 5950, currency: 'EUR' },
      amountDue: { amountMinor: 5950, currency: 'EUR' },
      subtotal: { amountMinor: 5000 },
      tax: { amountMinor: 950 },
      itemsComplete: true,
      lineItems: [
        { description: 'Flour', quantity: '20', unitPrice: { amountMinor: 200 }, amount: { amountMinor: 4000 } },
        { description: 'Carriage', quantity: '1', amount: { amountMinor: 1000 } },
      ],
      marks: { taxIds: ['DE123456789'] },
    });
  });

  it('leaves out a price of one that is no amount of the currency', () => {
    const [line] = anInvoice().lines;
    const { lineItems } = read({ lines: [{ ...line, description: 'Gas', unitPrice: '0.0875', allowances: [] }] });

    expect(lineItems[0]).not.toHaveProperty('unitPrice');
  });

  it.each<[string, Partial<Invoice>, string]>([
    ['a credit note gives back', { kind: 'credit-note', typeCode: '381' }, '-59.50 EUR, completed'],
    [
      'also where its amounts are negative',
      {
        kind: 'credit-note',
        lines: [],
        taxes: [],
        totals: { withoutTax: '-50.00', tax: '-9.50', withTax: '-59.50' },
      },
      '-59.50 EUR, completed',
    ],
    [
      'a correction downward gives back',
      { kind: 'correction', typeCode: '384', lines: [], taxes: [], totals: { withTax: '-8.79' } },
      '-8.79 EUR, completed',
    ],
    [
      'yen have no decimals, however they are written',
      { currency: 'JPY', lines: [], taxes: [], totals: { withTax: '1980.00' } },
      '1980 JPY, completed',
    ],
    [
      'dinars have three',
      { currency: 'TND', lines: [], taxes: [], totals: { withTax: '12.345' } },
      '12.345 TND, completed',
    ],
  ])('%s', (_, invoice, expected) => {
    expect(totalOf(invoice)).toBe(expected);
  });

  it('says that it is old, and books it', () => {
    const { status, evidence } = read({ issueDate: '2014-01-24' });

    expect(status).toBe('completed');
    expect(evidence).toContain('it is old: issued on 2014-01-24');
  });

  it('books the whole total of what was paid before in part', () => {
    const { total, amountDue, evidence } = read({ totals: { ...TOTALS, prepaid: '20.00', due: '39.50' } });

    expect([total?.amountMinor, amountDue?.amountMinor]).toEqual([5950, 3950]);
    expect(evidence).toContain('20.00 of the total was paid before; the whole total counts');
  });
});

describe('an invoice is asked about', () => {
  it.each<[string, Partial<Invoice>, RegExp]>([
    ['that the buyer wrote', { kind: 'self-billed', typeCode: '389' }, /^InvoiceUnclearError: .*389.*pays the seller/],
    ['that is an offer', { kind: 'no-invoice', typeCode: '325' }, /^InvoiceUnclearError: .*325.*nobody has to pay/],
    [
      'that corrects another one upward',
      { kind: 'correction', typeCode: '384', precedingNumbers: ['A-16'] },
      /^InvoiceUnclearError: it corrects invoice A-16/,
    ],
    ['without a currency', { currency: undefined as never }, /^CurrencyUnknownError: .*names no currency/],
    ['in a currency that is none', { currency: 'EURO' }, /^CurrencyUnknownError: .*"EURO"/],
    ['without a total', { lines: [], taxes: [], totals: {} }, /^TotalUnreadableError: .*no total with tax/],
    [
      'with a fraction of a cent',
      { lines: [], taxes: [], totals: { withTax: '59.505' } },
      /^TotalUnreadableError: .*59.505/,
    ],
    ['without a date', { issueDate: undefined as never }, /^DateUnreadableError/],
    ['of a day that was never filled in', { issueDate: '0001-01-01' }, /^DateImplausibleError: .*0001-01-01/],
    ['of a day to come', { issueDate: '2026-12-24' }, /^DateImplausibleError: .*2026-12-24.*future/],
    [
      'whose sums disagree',
      { totals: { ...TOTALS, withTax: '95.50', due: '95.50' } },
      /^TotalsDisagreeError: .*BR-CO-15/,
    ],
    ['whose lines disagree', { totals: { ...TOTALS, lines: '51.00' } }, /^TotalsDisagreeError: .*BR-CO-10/],
  ])('%s', (_, invoice, expected) => {
    const { status } = read(invoice);

    expect(status).toBe('needs_review');
    expect(reasonsOf(invoice).some((reason) => expected.test(reason))).toBe(true);
  });
});

describe('what is paid in instalments', () => {
  const [NOV, DEC] = ['2026-11-27', '2026-12-27'] as const;
  const split = (...all: Partial<Invoice>[]) => {
    const { dueOn, amountDue, instalments } = read(...all);
    const parts = instalments?.map((part) => `${part.dueOn} ${formatMoney(part.amountDue)}`);
    return { dueOn, amountDue: amountDue?.amountMinor, parts };
  };

  it('is due on each day with its own amount', () => {
    const payments = [
      { dueDate: DEC, amount: '19.50' },
      { dueDate: NOV, amount: '40.00' },
    ];

    expect(split({ dueDate: NOV, payments })).toEqual({
      ...{ dueOn: NOV, amountDue: 5950 },
      parts: [`${NOV} 40.00 EUR`, `${DEC} 19.50 EUR`],
    });
  });

  it('is due with the rest on the day that has no amount', () => {
    expect(split({ dueDate: NOV, payments: [{ dueDate: DEC, amount: '19.50' }] }).parts).toEqual([
      `${NOV} 40.00 EUR`,
      `${DEC} 19.50 EUR`,
    ]);
  });

  it('is due only with what has a day', () => {
    const payments = [{ amount: '40.00' }, { dueDate: DEC, amount: '19.50' }];

    expect(split({ dueDate: DEC, payments })).toMatchObject({ dueOn: DEC, parts: [`${DEC} 19.50 EUR`] });
  });

  it.each<[string, Partial<Invoice>]>([
    ['two days lack an amount', { payments: [{ dueDate: NOV }, { dueDate: DEC }, { amount: '9.50' }] }],
    [
      'each would pay all',
      {
        payments: [
          { dueDate: NOV, amount: '59.50' },
          { dueDate: DEC, amount: '59.50' },
        ],
      },
    ],
    ['there is one', { payments: [{ dueDate: NOV, amount: '59.50' }] }],
  ])('is due as a whole on the first day where %s', (_, over) => {
    expect(split({ dueDate: NOV, ...over })).toEqual({ dueOn: NOV, amountDue: 5950, parts: undefined });
  });

  it('has no instalments as a credit note', () => {
    const payments = [
      { dueDate: NOV, amount: '40.00' },
      { dueDate: DEC, amount: '19.50' },
    ];

    expect(split({ kind: 'credit-note', dueDate: NOV, payments }).parts).toBeUndefined();
  });

  it('leaves out what falls due after twelve days, and says so', () => {
    const payments = Array.from({ length: 14 }, (_, index) => ({
      dueDate: `2026-12-${index + 10}`,
      amount: index === 0 ? '7.50' : '4.00',
    }));

    const { instalments, evidence } = read({ dueDate: '2026-12-10', payments });

    expect(instalments?.map(({ dueOn }) => dueOn)).toEqual(payments.slice(0, 12).map(({ dueDate }) => dueDate));
    expect(evidence).toContain('it falls due on 14 days; the last 2 are left out');
  });

  it('may be several invoices of one file, each due on its own day', () => {
    expect(split({ dueDate: DEC }, { number: 'A-18', dueDate: NOV })).toEqual({
      ...{ dueOn: NOV, amountDue: 11_900 },
      parts: [`${NOV} 59.50 EUR`, `${DEC} 59.50 EUR`],
    });
    expect(split({ dueDate: NOV }, { number: 'A-18', dueDate: NOV }).parts).toBeUndefined();
  });

  it('leaves out an invoice of the file on which nothing is to be paid', () => {
    const paid = { number: 'A-16', dueDate: NOV, totals: { ...TOTALS, prepaid: '59.50', due: '0.00' } };

    expect(split(paid, { dueDate: DEC })).toEqual({ dueOn: DEC, amountDue: 5950, parts: undefined });
  });
});

describe('several invoices of one file', () => {
  it('are one expense of their sum, with each on its own day', () => {
    const expense = read({}, { number: 'A-18', issueDate: '2026-11-15', dueDate: '2026-12-01' });

    expect(expense).toMatchObject({
      status: 'completed',
      invoiceNumber: 'A-17',
      purchasedOn: '2026-11-12',
      dueOn: '2026-12-01',
      total: { amountMinor: 11900 },
      amountDue: { amountMinor: 11900 },
      itemsComplete: true,
      parts: [
        { purchasedOn: '2026-11-12', total: { amountMinor: 5950 } },
        { purchasedOn: '2026-11-15', total: { amountMinor: 5950 } },
      ],
    });
    expect(expense.evidence[0]).toBe('2 invoices in one file: A-17, A-18');
  });

  it('may be of both signs', () => {
    expect(read({}, { kind: 'credit-note', number: 'C-1' }, { kind: 'credit-note', number: 'C-2' })).toMatchObject({
      total: { amountMinor: -5950 },
      refund: true,
    });
  });

  it('are asked about where one of them is there twice', () => {
    expect(read({}, { number: 'A-18' }, {})).toMatchObject({ status: 'needs_review' });
    expect(read({}, { number: 'A-18' }, {})).not.toHaveProperty('total');
    expect(reasonsOf({}, { number: 'A-18' }, {})).toEqual([
      'InvoiceUnclearError: the file holds invoice A-17 twice; state the total that counts, or drop the file with the invoice once',
    ]);
    expect(reasonsOf({}, {}, {})).toEqual([expect.stringContaining('holds invoice A-17 3 times')]);
  });

  it.each<[string, Partial<Invoice>]>([
    ['number', { number: 'A-18' }],
    ['kind', { kind: 'credit-note', typeCode: '381' }],
    ['total', { lines: [], taxes: [], totals: { withTax: '60.00' } }],
  ])('are not the same one with another %s', (_, other) => {
    expect(reasonsOf({}, other)).toEqual([]);
  });

  it('are asked about where two sellers wrote them', () => {
    const other = { name: 'Hill Ltd', taxIds: ['DE987654321'] };

    expect(reasonsOf({}, { seller: other })).toEqual([
      'InvoiceUnclearError: the file holds invoices of Mill & Daughters and Hill Ltd; drop each as a file of its own',
    ]);
    expect(reasonsOf({}, { number: 'A-18', seller: { name: 'mill &daughters', taxIds: [] } })).toEqual([]);
  });

  it('are asked about in two currencies', () => {
    expect(reasonsOf({}, { currency: 'CHF' })).toEqual([expect.stringMatching(/^InvoiceUnclearError: .*EUR and CHF/)]);
  });

  it('are asked about where they are more than can be booked at once', () => {
    const many = Array.from({ length: 17 }, (_, index) => ({ number: `F-${index}` }));

    expect(read(...many).reasons).toMatchObject([
      { code: 'InvoiceUnclearError', message: expect.stringMatching(/17 invoices.*at most 16/) },
    ]);
    expect(read(...many.slice(1)).status).toBe('completed');
  });

  it("say which of them is asked about, and a day that is stated is that one's alone", () => {
    const expense = read({ issueDate: '2026-10-04' }, { number: 'A-18', issueDate: '2027-05-05' });
    const corrected = correctExpense(expense, { date: '2026-11-05' });

    expect(expense.reasons[0]?.message).toMatch(/^invoice A-18: .*2027-05-05/);
    expect(corrected.status).toBe('completed');
    expect(corrected.parts?.map(({ purchasedOn }) => purchasedOn)).toEqual(['2026-10-04', '2026-11-05']);
  });

  it('are asked about where one of them is doubtful', () => {
    expect(reasonsOf({}, { kind: 'self-billed' })).toEqual([expect.stringMatching(/^InvoiceUnclearError/)]);
  });
});
