import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Allocation, affectedDays, netDifference } from '../../../../lambdas/core/ledger/ledger.ts';

const anAllocation = (over: Partial<Allocation> = {}): Allocation => ({
  date: '2026-11-10',
  category: 'groceries',
  currency: 'USD',
  amountMinor: 1999,
  ...over,
});

const allocations = fc.array(
  fc.record({
    date: fc.constantFrom('2026-11-10', '2026-11-11'),
    category: fc.constantFrom('groceries', 'dining'),
    currency: fc.constantFrom('USD', 'EUR'),
    amountMinor: fc.integer({ min: -1_000_000, max: 1_000_000 }),
  }),
  { maxLength: 6 },
);

/** Spending per day, category and currency. */
const sums = (entries: readonly Allocation[]): Record<string, number> => {
  const result: Record<string, number> = {};
  for (const { date, category, currency, amountMinor } of entries) {
    const key = `${date} ${category} ${currency}`;
    result[key] = (result[key] ?? 0) + amountMinor;
  }
  return Object.fromEntries(Object.entries(result).filter(([, sum]) => sum !== 0));
};

describe('netDifference', () => {
  it('turns what was booked into what is to be booked', () => {
    fc.assert(
      fc.property(allocations, allocations, (before, after) => {
        expect(sums([...before, ...netDifference(before, after)])).toEqual(sums(after));
      }),
    );
  });

  it('is empty when nothing changed, in whatever order it is listed', () => {
    fc.assert(
      fc.property(allocations, (before) => {
        expect(netDifference(before, [...before].reverse())).toEqual([]);
      }),
    );
  });

  it('names every day, category and currency once and changes no amount by zero', () => {
    fc.assert(
      fc.property(allocations, allocations, (before, after) => {
        const net = netDifference(before, after);
        expect(new Set(net.map(({ date, category, currency }) => `${date} ${category} ${currency}`)).size).toBe(
          net.length,
        );
        expect(net.every(({ amountMinor }) => amountMinor !== 0)).toBe(true);
      }),
    );
  });

  it('never adds up two currencies', () => {
    const net = netDifference([anAllocation()], [anAllocation({ currency: 'EUR' })]);

    expect(net).toEqual([anAllocation({ amountMinor: -1999 }), anAllocation({ currency: 'EUR' })]);
  });
});

describe('affectedDays', () => {
  it('names the day that was left and the day that was moved to, each once', () => {
    const before = [anAllocation(), anAllocation({ currency: 'EUR' })];

    expect(affectedDays(before, [anAllocation({ date: '2026-12-01' })])).toEqual([
      { date: '2026-11-10', category: 'groceries' },
      { date: '2026-12-01', category: 'groceries' },
    ]);
  });
});
