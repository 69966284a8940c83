import { describe, expect, it } from 'vitest';
import { parseCalendarDate } from '../../../../lambdas/core/ground/calendar-date.ts';
import { money } from '../../../../lambdas/core/ground/money.ts';
import { allocationsOf, factsOf } from '../../../../lambdas/core/ledger/expense-facts.ts';
import type { StructuredExpense } from '../../../../lambdas/core/reading/structured-expense.ts';
import { aReading } from '../../../support/a-reading.ts';

describe('allocationsOf', () => {
  it('books the whole total in its category on the day of the purchase', () => {
    const allocations = allocationsOf(
      aReading({ total: money(4_320, 'USD'), purchasedOn: parseCalendarDate('2026-11-10') }),
    );

    expect(allocations).toEqual([
      {
        date: '2026-11-10',
        category: 'groceries',
        by: 'merchant',
        because: 'Green Basket is a supermarket',
        currency: 'USD',
        amountMinor: 4_320,
      },
    ]);
  });

  it('books each share in its category, and none that comes to nothing', () => {
    const share = (category: string, amountMinor: number) =>
      ({ category, by: 'rule', because: 'a rule', amountMinor }) as const;
    const shares = [share('groceries', 4_000), share('alcohol', 320), share('pets', 0)];

    const allocations = allocationsOf({ ...aReading({ total: money(4_320, 'USD') }), shares });

    expect(allocations).toMatchObject([
      { category: 'groceries', amountMinor: 4_000 },
      { category: 'alcohol', amountMinor: 320, date: '2026-11-10', currency: 'USD', by: 'rule', because: 'a rule' },
    ]);
    expect(allocations).toHaveLength(2);
  });

  it('lowers spending by a refund', () => {
    expect(allocationsOf(aReading({ total: money(-500, 'EUR'), refund: true }))).toMatchObject([
      { currency: 'EUR', amountMinor: -500 },
    ]);
  });

  it.each(['total', 'purchasedOn'] as const)('fails without %s, and names the document', (field) => {
    const reading = aReading();
    const { [field]: _, ...expense } = reading.expense;

    expect(() => allocationsOf({ ...reading, expense: expense as StructuredExpense })).toThrow('reading of doc');
  });
});

describe('factsOf', () => {
  it('lays out flat what was read, with the reason of its category', () => {
    expect(factsOf(aReading({ vendor: { name: 'Green Basket', address: '1 Main St' } }))).toMatchObject({
      vendor: 'Green Basket',
      address: '1 Main St',
      purchasedOn: '2026-11-10',
      category: 'groceries',
      categoryBy: 'merchant',
      categoryBecause: 'Green Basket is a supermarket',
      contentHash: 'hash',
      readingRun: 1,
    });
  });

  it('says that the vendor is not sure, and who else it may be', () => {
    expect(
      factsOf(aReading({ vendor: { name: 'Bill Smith', isUnsure: true, runnerUp: 'Green Basket' } })),
    ).toMatchObject({
      vendor: 'Bill Smith',
      isVendorUnsure: true,
      vendorRunnerUp: 'Green Basket',
    });
  });

  it('says when it is to be paid and what of it, and whether it is', () => {
    const invoice = aReading({ dueOn: parseCalendarDate('2026-11-23'), amountDue: money(1_320, 'USD') });

    expect(factsOf(invoice)).toMatchObject({ dueOn: '2026-11-23', amountDue: money(1_320, 'USD') });
    expect(factsOf(invoice).isPaid).toBeUndefined();
    expect(factsOf({ ...invoice, paid: '2026-11-20' })).toMatchObject({ isPaid: true, paidOn: '2026-11-20' });
    expect(factsOf({ ...invoice, paid: true }).paidOn).toBeUndefined();
  });

  it('leaves absent what was not read', () => {
    expect(factsOf(aReading()).vendor).toBeUndefined();
  });
});
