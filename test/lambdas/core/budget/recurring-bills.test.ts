import { describe, expect, it } from 'vitest';
import { type Charge, expectedMinor, findRecurringBills } from '../../../../lambdas/core/budget/recurring-bills.ts';

const charge = (date: string, amountMinor: number, merchant = 'northlight'): Charge => ({
  documentId: `${merchant}-${date}-${amountMinor}`,
  merchant,
  date,
  amountMinor,
});

describe('findRecurringBills', () => {
  it.each([
    ['27 days apart', ['2026-09-01', '2026-09-28', '2026-10-25']],
    ['33 days apart', ['2026-08-25', '2026-09-27', '2026-10-30']],
    ['on one day of the month', ['2026-09-10', '2026-10-10', '2026-11-10']],
  ])('takes three charges %s for a bill', (_name, dates) => {
    const charges = dates.map((date) => charge(date, 1_000));

    expect(findRecurringBills(charges)).toEqual([charges]);
  });

  it.each([
    ['26 days apart', ['2026-09-01', '2026-09-27', '2026-10-23']],
    ['34 days apart', ['2026-08-25', '2026-09-28', '2026-11-01']],
    ['only two', ['2026-09-10', '2026-10-10']],
    ['one of them missing', ['2026-08-10', '2026-09-10', '2026-11-10']],
  ])('takes charges that are %s for none', (_name, dates) => {
    expect(findRecurringBills(dates.map((date) => charge(date, 1_000)))).toEqual([]);
  });

  it.each([
    [[1_000, 950, 900], 1],
    [[900, 1_000, 900], 1],
    [[1_000, 950, 899], 0],
  ])('holds the amounts %j to 10 %%', (amounts, bills) => {
    const dates = ['2026-09-10', '2026-10-10', '2026-11-10'];
    const charges = dates.map((date, index) => charge(date, amounts[index] ?? 0));

    expect(findRecurringBills(charges)).toHaveLength(bills);
  });

  it('lets a price creep, as long as three in a row are alike', () => {
    const charges = ['2026-08-10', '2026-09-10', '2026-10-10', '2026-11-10'].map((date, index) =>
      charge(date, 1_000 + index * 50),
    );

    expect(findRecurringBills(charges)).toEqual([charges]);
  });

  it('keeps merchants apart, and two bills of one merchant', () => {
    const dates = ['2026-09-10', '2026-10-10', '2026-11-10'];
    const small = dates.map((date) => charge(date, 1_000));
    const large = dates.map((date) => charge(date, 1_090));
    const other = [charge('2026-10-10', 1_000, 'southlight')];

    const bills = findRecurringBills([...large, ...other, ...small].reverse());

    expect(bills).toHaveLength(2);
    expect(bills).toEqual(expect.arrayContaining([small, large]));
  });
});

describe('expectedMinor', () => {
  const bill = ['2026-08-20', '2026-09-20', '2026-10-20'].map((date) => charge(date, 1_000));

  it('expects the bill after as many days as last time, at its latest amount', () => {
    const dearer = [...bill.slice(0, 2), charge('2026-10-20', 1_050)];

    expect(expectedMinor(dearer, '2026-11-05', '2026-11-30')).toBe(1_050);
    expect(expectedMinor(dearer, '2026-11-05', '2026-11-18')).toBe(0);
    expect(expectedMinor(dearer, '2026-11-05', '2026-11-19')).toBe(1_050);
  });

  it('still waits for it three days later, then takes it to be over', () => {
    expect(expectedMinor(bill, '2026-11-22', '2026-11-30')).toBe(1_000);
    expect(expectedMinor(bill, '2026-11-23', '2026-11-30')).toBe(0);
  });

  it('counts each time that it comes until the end of a longer period', () => {
    expect(expectedMinor(bill, '2026-10-21', '2026-12-31')).toBe(2_000);
  });
});
