import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correctExpense } from '../../../../lambdas/core/correction/correct-expense.ts';
import { parseCalendarDate } from '../../../../lambdas/core/ground/calendar-date.ts';
import type { ErrorName } from '../../../../lambdas/core/ground/errors.ts';
import { money } from '../../../../lambdas/core/ground/money.ts';
import type { Reason, StructuredExpense } from '../../../../lambdas/core/reading/structured-expense.ts';
import { aReading } from '../../../support/a-reading.ts';

const USD = { code: money(0, 'USD').currency, by: 'printed', because: 'printed' } as const;
const EUR = money(0, 'EUR').currency;
const JPY = money(0, 'JPY').currency;
const doubt = (code: ErrorName): Reason => ({ code, message: code });

/** A complete reading in dollars; fields given as undefined are left out. */
function read(over: { [Key in keyof StructuredExpense]?: StructuredExpense[Key] | undefined } = {}): StructuredExpense {
  const fields = Object.entries({ ...aReading({ currency: USD }).expense, ...over });
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined)) as unknown as StructuredExpense;
}
const inReview = (over: Parameters<typeof read>[0], ...codes: ErrorName[]) =>
  read({ ...over, status: 'needs_review', reasons: codes.map(doubt) });

describe('correctExpense', () => {
  it('puts what is stated over what was read, and leaves the rest', () => {
    const corrected = correctExpense(read({ vendor: { name: 'Old', address: '1 Main Street' } }), {
      total: '12.30',
      date: '2026-11-20',
      vendor: 'New',
    });

    expect(corrected).toMatchObject({
      status: 'completed',
      total: money(1230, 'USD'),
      purchasedOn: '2026-11-20',
      vendor: { name: 'New', address: '1 Main Street' },
      refund: false,
    });
  });

  it('is sure of the vendor that is stated', () => {
    const unsure = read({ vendor: { name: 'Old', isUnsure: true, runnerUp: 'Other' } });

    expect(correctExpense(unsure, { vendor: 'New' }).vendor).toEqual({ name: 'New' });
    expect(correctExpense(unsure, { total: '1.00' }).vendor).toEqual({
      name: 'Old',
      isUnsure: true,
      runnerUp: 'Other',
    });
  });

  it.each<[ErrorName, object]>([
    ['TotalUnreadableError', { total: '1.00' }],
    ['TotalsDisagreeError', { total: '1.00' }],
    ['PagesUnreadError', { total: '1.00' }],
    ['NotAReceiptError', { total: '1.00' }],
    ['DateUnreadableError', { date: '2026-11-20' }],
    ['DateImplausibleError', { date: '1999-01-01' }],
  ])('settles %s by %j', (code, says) => {
    expect(correctExpense(inReview({}, code), says)).toMatchObject({ status: 'completed', reasons: [] });
  });

  it('keeps the doubts that it does not settle', () => {
    const corrected = correctExpense(inReview({}, 'TotalsDisagreeError', 'DateImplausibleError'), { total: '1.00' });

    expect(corrected).toMatchObject({ status: 'needs_review', reasons: [{ code: 'DateImplausibleError' }] });
  });

  it('says what is still missing of a file on which no amount was read', () => {
    const blank = inReview({ total: undefined, purchasedOn: undefined, currency: undefined }, 'NotAReceiptError');
    const codes = (says: object) => correctExpense(blank, says).reasons.map(({ code }) => code);

    expect(codes({ category: 'dining' })).toEqual(['NotAReceiptError']);
    expect(codes({ total: '5.00' })).toEqual(['CurrencyUnknownError', 'DateUnreadableError']);
    expect(codes({ total: '5.00', currency: EUR })).toEqual(['DateUnreadableError']);
    expect(codes({ total: '5.00', currency: EUR, date: '2026-11-20' })).toEqual([]);
  });

  it('takes the printed digits in a stated currency', () => {
    const corrected = correctExpense(read({ tax: money(120, 'USD') }), { currency: EUR });

    expect(corrected).toMatchObject({ total: money(4320, 'EUR'), tax: money(120, 'EUR'), currency: { code: 'EUR' } });
    expect(correctExpense(read({ total: money(198_000, 'USD') }), { currency: JPY }).total).toEqual(money(1980, 'JPY'));
  });

  it('asks again where the digits are no amount in the stated currency', () => {
    expect(correctExpense(read(), { currency: JPY })).toMatchObject({
      status: 'needs_review',
      reasons: [{ code: 'TotalUnreadableError', message: expect.stringContaining('JPY') }],
    });
  });

  it('makes a refund of an amount below zero, and an expense of one above', () => {
    expect(correctExpense(read(), { total: '-5.00' })).toMatchObject({ refund: true, total: money(-500, 'USD') });
    expect(correctExpense(read({ refund: true, total: money(-500, 'USD') }), { total: '5.00' }).refund).toBe(false);
  });

  it('leaves the due day, and what is due as long as the total stays as it was read', () => {
    const invoice = read({ dueOn: parseCalendarDate('2026-11-23'), amountDue: money(1320, 'USD') });

    expect(correctExpense(invoice, { paid: true })).toMatchObject({
      ...{ dueOn: '2026-11-23', amountDue: money(1320, 'USD'), status: 'completed' },
    });
    expect(correctExpense(invoice, { total: '43.20' }).amountDue).toEqual(money(1320, 'USD'));
    expect(correctExpense(invoice, { currency: EUR }).amountDue).toEqual(money(1320, 'EUR'));
    expect(correctExpense(invoice, { currency: EUR, total: '43.2' }).amountDue).toEqual(money(1320, 'EUR'));
  });

  it('leaves instalments as long as the total stays as it was read', () => {
    const [first, second] = ['2026-11-23', '2026-12-23'] as const;
    const parts = (currency: string) => [
      { dueOn: first, amountDue: money(2320, currency) },
      { dueOn: second, amountDue: money(2000, currency) },
    ];
    const invoice = read({ dueOn: parseCalendarDate(first), instalments: parts('USD') });

    expect(correctExpense(invoice, { vendor: 'City Power' }).instalments).toEqual(parts('USD'));
    expect(correctExpense(invoice, { currency: EUR }).instalments).toEqual(parts('EUR'));
    expect(correctExpense(invoice, { total: '50.00' })).not.toHaveProperty('instalments');
    expect(correctExpense(invoice, { currency: 'JPY' as typeof EUR })).not.toHaveProperty('instalments');
  });

  it('says no more what is due of another total, unless nothing is', () => {
    const invoice = (dueMinor: number) => read({ amountDue: money(dueMinor, 'USD') });

    expect(correctExpense(invoice(1320), { total: '50.00' })).not.toHaveProperty('amountDue');
    expect(correctExpense(invoice(0), { total: '50.00' }).amountDue).toEqual(money(0, 'USD'));
  });

  it('settles no doubt by a payment', () => {
    const doubtful = inReview({}, 'TotalsDisagreeError');

    expect(correctExpense(doubtful, { paid: true })).toMatchObject({
      status: 'needs_review',
      reasons: [{ code: 'TotalsDisagreeError' }],
    });
  });

  it('is the same put over twice, but for the evidence', () => {
    const total = fc
      .integer({ min: 1, max: 10 ** 9 })
      .map((minor) => `${Math.floor(minor / 100)}.${String(minor % 100).padStart(2, '0')}`);
    const date = fc.constantFrom('2026-11-20', '2026-01-31').map(parseCalendarDate);
    fc.assert(
      fc.property(fc.record({ total, date, currency: fc.constant(EUR) }, { requiredKeys: [] }), (says) => {
        const { evidence: _, ...once } = correctExpense(read(), says);
        const { evidence: __, ...twice } = correctExpense({ ...once, evidence: [] }, says);
        expect(twice).toEqual(once);
      }),
    );
  });
});
