import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DailySpend, sumSpend } from '../../../../lambdas/core/budget/spend.ts';
import { currencyExponent, parseCurrencyCode } from '../../../../lambdas/core/ground/currency.ts';
import { convertWith } from '../../../../lambdas/core/rates/convert.ts';
import type { DayRates } from '../../../../lambdas/core/rates/day-rates.ts';

const FRIDAY: DayRates = { date: '2026-11-13', rates: { USD: '1.25', JPY: '160', KWD: '0.4', MYR: '4.8765' } };
const spent = (amountMinor: number, currency: string, date = '2026-11-13'): DailySpend => ({
  date,
  category: 'travel',
  currency,
  amountMinor,
});
const friday = convertWith([FRIDAY]);

describe('convertWith', () => {
  it.each([
    [10_000, 'EUR', 'USD', 12_500],
    [12_500, 'USD', 'EUR', 10_000],
    [16_000, 'JPY', 'USD', 12_500],
    [12_500, 'USD', 'JPY', 16_000],
    [400, 'KWD', 'EUR', 100],
    [100, 'EUR', 'KWD', 400],
    [1, 'JPY', 'KWD', 3],
    [1_000, 'KWD', 'JPY', 400],
  ])('turns %d minor units of %s into %s by the places of each: %d', (amountMinor, from, to, expected) => {
    expect(friday(spent(amountMinor, from), to)).toBe(expected);
  });

  it('rounds half away from zero, once, at the end', () => {
    const rates = convertWith([{ date: '2026-11-13', rates: { USD: '1.5', GBP: '0.5' } }]);

    expect(rates(spent(1, 'EUR'), 'USD')).toBe(2);
    expect(rates(spent(-1, 'EUR'), 'USD')).toBe(-2);
    expect(rates(spent(1, 'USD'), 'EUR')).toBe(1);
    expect(rates(spent(1, 'USD'), 'GBP')).toBe(0);
    expect(rates(spent(2, 'USD'), 'GBP')).toBe(1);
  });

  it('takes what a float would have got wrong', () => {
    const rates = convertWith([{ date: '2026-11-13', rates: { USD: '1.005' } }]);

    expect(rates(spent(100, 'EUR'), 'USD')).toBe(101);
    expect(rates(spent(9_007_199_254_740_991, 'USD'), 'EUR')).toBe(8_962_387_318_150_240);
  });

  it('takes a weekend from the Friday, and nothing from more than ten days before', () => {
    expect(friday(spent(100, 'EUR', '2026-11-15'), 'USD')).toBe(125);
    expect(friday(spent(100, 'EUR', '2026-11-23'), 'USD')).toBe(125);
    expect(friday(spent(100, 'EUR', '2026-11-24'), 'USD')).toBeUndefined();
  });

  it('never takes a later day', () => {
    expect(friday(spent(100, 'EUR', '2026-11-12'), 'USD')).toBeUndefined();
  });

  it('takes the last day that knows both currencies, never rates of two days', () => {
    const rates = convertWith([FRIDAY, { date: '2026-11-16', rates: { USD: '2', JPY: '200' } }]);

    expect(rates(spent(160, 'JPY', '2026-11-16'), 'KWD')).toBe(400);
    expect(rates(spent(200, 'JPY', '2026-11-16'), 'USD')).toBe(200);
  });

  it('knows nothing of a currency without a rate', () => {
    expect(friday(spent(100, 'THB'), 'USD')).toBeUndefined();
    expect(friday(spent(100, 'USD'), 'THB')).toBeUndefined();
    expect(friday(spent(100, 'constructor'), 'USD')).toBeUndefined();
    expect(convertWith([])(spent(100, 'EUR'), 'USD')).toBeUndefined();
  });

  it('leaves apart what would be too large to be held exactly', () => {
    expect(friday(spent(Number.MAX_SAFE_INTEGER, 'EUR'), 'KWD')).toBeUndefined();
  });
});

const CURRENCIES = ['EUR', 'USD', 'JPY', 'KWD', 'CLF', 'IDR'] as const;
const aRate = fc
  .tuple(fc.integer({ min: 1, max: 99_999_999 }), fc.integer({ min: 0, max: 6 }))
  .map(([digits, places]) => {
    const text = String(digits).padStart(places + 1, '0');
    return places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`;
  });
const someRates: fc.Arbitrary<DayRates> = fc
  .record({ USD: aRate, JPY: aRate, KWD: aRate, CLF: aRate, IDR: aRate })
  .map((rates) => ({ date: '2026-11-13', rates }));
const aCurrency = fc.constantFrom(...CURRENCIES);
const anAmount = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });

/** What one minor unit is worth in euro, for comparing how coarse two currencies are. */
const worthOfUnit = ({ rates }: DayRates, currency: string): number =>
  10 ** -currencyExponent(parseCurrencyCode(currency)) / Number(currency === 'EUR' ? 1 : rates[currency]);

describe('conversion, whatever the rates', () => {
  it('there and back stays within one minor unit of the coarser currency', () => {
    fc.assert(
      fc.property(someRates, aCurrency, aCurrency, anAmount, (rates, from, to, amountMinor) => {
        const convert = convertWith([rates]);
        const there = convert(spent(amountMinor, from), to);
        if (there === undefined) return;
        const back = convert(spent(there, to), from);
        if (back === undefined) return;

        const units = worthOfUnit(rates, from);
        const coarser = Math.max(units, worthOfUnit(rates, to));
        expect(Math.abs(back - amountMinor) * units).toBeLessThanOrEqual(coarser * 1.000_001);
      }),
      { numRuns: 500 },
    );
  });

  it('is as exact as a fraction: off by half a minor unit at most', () => {
    fc.assert(
      fc.property(aRate, anAmount, (rate, amountMinor) => {
        const converted = convertWith([{ date: '2026-11-13', rates: { JPY: rate } }])(spent(amountMinor, 'EUR'), 'JPY');

        const [whole = '', fraction = ''] = rate.split('.');
        const exact = BigInt(amountMinor) * BigInt(whole + fraction);
        const unit = 100n * 10n ** BigInt(fraction.length);
        if (converted === undefined) return;
        const off = BigInt(converted) * unit - exact;
        expect((off < 0n ? -off : off) * 2n <= unit).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('turns a refund into the same amount below zero', () => {
    fc.assert(
      fc.property(someRates, aCurrency, aCurrency, anAmount, (rates, from, to, amountMinor) => {
        const convert = convertWith([rates]);
        const [spending, refund] = [convert(spent(amountMinor, from), to), convert(spent(-amountMinor, from), to)];

        expect((spending ?? 0) + (refund ?? 0)).toBe(0);
      }),
    );
  });

  it('sums to the same in any order', () => {
    const aDay = fc.record({
      date: fc.constantFrom('2026-11-12', '2026-11-13', '2026-11-14', '2026-11-30'),
      category: fc.constant('travel'),
      currency: aCurrency,
      amountMinor: anAmount,
    });
    const inTwoOrders = fc
      .array(aDay, { maxLength: 12 })
      .chain((days) =>
        fc.tuple(fc.constant(days), fc.shuffledSubarray(days, { minLength: days.length, maxLength: days.length })),
      );
    fc.assert(
      fc.property(someRates, inTwoOrders, aCurrency, (rates, [days, shuffled], currency) => {
        const budget = { category: 'total', currency };
        const convert = convertWith([rates]);
        const sizes = days.map((day) => Math.abs(convert(day, currency) ?? 0));
        fc.pre(sizes.reduce((sum, size) => sum + size, 0) <= Number.MAX_SAFE_INTEGER);
        const [left, right] = [days, shuffled].map((order) => sumSpend(budget, order, convert));

        const byCurrency = (sum: typeof left) => Object.fromEntries(sum?.apart.map((a) => [a.currency, a]) ?? []);
        expect(left?.spentMinor).toBe(right?.spentMinor);
        expect(byCurrency(left)).toEqual(byCurrency(right));
      }),
      { numRuns: 300 },
    );
  });
});
