import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  expensesNeeded,
  isHeadingOver,
  projectedSpend,
  type SpentOnce,
} from '../../../../lambdas/core/budget/forecast.ts';
import { addDays, type CalendarDate } from '../../../../lambdas/core/ground/calendar-date.ts';

const november = { start: '2026-11-01', end: '2026-11-30' };
const groceries = { category: 'groceries', currency: 'USD' };
let made = 0;

const spent = (date: string, amountMinor: number, over: Partial<SpentOnce> = {}): SpentOnce => {
  made += 1;
  return { documentId: `doc${made}`, category: 'groceries', currency: 'USD', date, amountMinor, ...over };
};

/** What a bill of USD 40 has cost so far, each on the 20th. */
const power = ['2026-08-20', '2026-09-20', '2026-10-20'].map((date) => spent(date, 4_000, { vendor: 'Northlight' }));

const threeDays = [spent('2026-11-02', 1_000), spent('2026-11-04', 1_000), spent('2026-11-09', 1_000)];

describe('projectedSpend', () => {
  it('draws a straight line through the days so far', () => {
    expect(projectedSpend(groceries, november, '2026-11-10', threeDays)).toBe(9_000);
  });

  it('says nothing before there was spending on three different days', () => {
    const twoDays = [spent('2026-11-02', 1_000), spent('2026-11-02', 500), spent('2026-11-04', 1_000)];
    const refund = spent('2026-11-05', -100);
    const lastMonth = spent('2026-10-31', 1_000);

    expect(projectedSpend(groceries, november, '2026-11-10', [...twoDays, refund, lastMonth])).toBeUndefined();
  });

  it('says nothing of a period that is over', () => {
    expect(projectedSpend(groceries, november, '2026-12-01', threeDays)).toBeUndefined();
  });

  it('adds a bill that is still to come, once, and leaves it out of the pace', () => {
    expect(projectedSpend(groceries, november, '2026-11-10', [...threeDays, ...power])).toBe(9_000 + 4_000);
  });

  it('counts a bill that has come as it is, and not again', () => {
    const come = spent('2026-11-20', 4_000, { vendor: 'NORTHLIGHT' });

    expect(projectedSpend(groceries, november, '2026-11-20', [...threeDays, ...power, come])).toBe(4_500 + 4_000);
  });

  it('knows a bill by its merchant whatever the case and the spaces, not by the document', () => {
    const named = ['North Light', 'NORTHLIGHT', 'northlight!'].map((vendor, index) => ({
      ...(power[index] as SpentOnce),
      vendor,
    }));

    expect(projectedSpend(groceries, november, '2026-11-10', [...threeDays, ...named])).toBe(13_000);
  });

  it('knows no bill by a merchant that is not sure', () => {
    const unsure = power.map((expense) => ({ ...expense, isVendorUnsure: true }));

    expect(projectedSpend(groceries, november, '2026-11-10', [...threeDays, ...unsure])).toBe(9_000);
  });

  it('takes expenses without a merchant for everyday spending', () => {
    const unnamed = power.map(({ vendor: _, ...expense }) => expense);

    expect(projectedSpend(groceries, november, '2026-11-10', [...threeDays, ...unnamed])).toBe(9_000);
  });

  it('puts the parts of one document together, as far as the budget covers them', () => {
    const group = { category: 'living', categories: ['groceries', 'household'], currency: 'USD' };
    const split = power.flatMap((expense) => [
      { ...expense, amountMinor: 1_500 },
      { ...expense, amountMinor: 2_500, category: 'household' },
      { ...expense, amountMinor: 9_900, category: 'alcohol' },
    ]);

    expect(projectedSpend(group, november, '2026-11-10', [...threeDays, ...split])).toBe(13_000);
  });

  it('looks at no more days than it needs, so that whoever reads more comes to the same', () => {
    const year = { start: '2026-01-01', end: '2026-12-31' };
    const ended = ['2026-01-10', '2026-02-10'].map((date) => spent(date, 4_000, { vendor: 'Northlight' }));
    const yearBefore = spent('2025-12-10', 4_000, { vendor: 'Northlight' });
    const known = [...threeDays, ...ended];

    expect(projectedSpend(groceries, year, '2026-11-10', [...known, yearBefore])).toBe(
      projectedSpend(groceries, year, '2026-11-10', known),
    );
  });

  it('converts what it can and leaves out the rest', () => {
    const abroad = spent('2026-11-05', 500, { currency: 'EUR' });
    const unknown = spent('2026-11-06', 500, { currency: 'JPY' });
    const convert = ({ amountMinor, currency }: SpentOnce) => (currency === 'EUR' ? amountMinor * 2 : undefined);

    expect(
      projectedSpend(groceries, november, '2026-11-10', [...threeDays, abroad, unknown], (spend) =>
        convert(spend as SpentOnce),
      ),
    ).toBe(12_000);
  });
});

const expenses = fc.array(
  fc.record({
    day: fc.integer({ min: 0, max: 110 }),
    amountMinor: fc.integer({ min: 0, max: 100_000 }),
    vendor: fc.constantFrom('Northlight', 'Green Basket', undefined),
  }),
  { maxLength: 40 },
);

const dated = (each: { day: number; amountMinor: number; vendor: string | undefined }[]): SpentOnce[] =>
  each.map(({ day, amountMinor, vendor }, index) => ({
    documentId: `doc${index}`,
    category: 'groceries',
    currency: 'USD',
    date: addDays('2026-08-01' as CalendarDate, day),
    amountMinor,
    ...(vendor === undefined ? {} : { vendor }),
  }));

describe('projectedSpend, whatever was spent', () => {
  it('never foretells less than was spent, in whole minor units', () => {
    fc.assert(
      fc.property(expenses, fc.integer({ min: 19, max: 29 }), (each, day) => {
        const known = dated(each);
        const today = addDays('2026-11-01' as CalendarDate, day);
        const spentMinor = known
          .filter(({ date }) => date >= november.start && date <= november.end)
          .reduce((sum, { amountMinor }) => sum + amountMinor, 0);

        const projected = projectedSpend(groceries, november, today, known) ?? spentMinor;

        expect(Number.isSafeInteger(projected)).toBe(true);
        expect(projected).toBeGreaterThanOrEqual(spentMinor);
      }),
    );
  });

  it('does not depend on the order of the expenses', () => {
    const inAnyOrder = expenses.chain((each) => {
      const known = dated(each);
      return fc.tuple(fc.constant(known), fc.shuffledSubarray(known, { minLength: known.length }));
    });
    fc.assert(
      fc.property(inAnyOrder, ([known, shuffled]) => {
        expect(projectedSpend(groceries, november, '2026-11-20', shuffled)).toBe(
          projectedSpend(groceries, november, '2026-11-20', known),
        );
      }),
    );
  });
});

describe('expensesNeeded', () => {
  it('are enough days for three bills and the wait for the next, or the whole of a longer period', () => {
    expect(expensesNeeded(november, '2026-11-20')).toEqual({ start: '2026-08-10', end: '2026-11-30' });
    expect(expensesNeeded({ start: '2026-01-01', end: '2026-12-31' }, '2026-11-20').start).toBe('2026-01-01');
  });
});

describe('isHeadingOver', () => {
  it('is said of more than the limit, not of the limit itself', () => {
    expect(isHeadingOver(10_001, { spentMinor: 5_000, limitMinor: 10_000 })).toBe(true);
    expect(isHeadingOver(10_000, { spentMinor: 5_000, limitMinor: 10_000 })).toBe(false);
    expect(isHeadingOver(undefined, { spentMinor: 5_000, limitMinor: 10_000 })).toBe(false);
  });

  it('is left open when the limit is exceeded already', () => {
    expect(isHeadingOver(20_000, { spentMinor: 10_001, limitMinor: 10_000 })).toBeUndefined();
  });
});
