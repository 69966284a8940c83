import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currencyCodes, currencyExponent, parseCurrencyCode } from '../../../../lambdas/core/ground/currency.ts';
import {
  formatDecimal,
  formatMoney,
  formatShare,
  money,
  parseMinorUnits,
} from '../../../../lambdas/core/ground/money.ts';

const anyCurrency = fc.constantFrom(...currencyCodes);
const anyAmount = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });
const anyMoney = fc.tuple(anyAmount, anyCurrency).map(([amount, currency]) => money(amount, currency));

describe('parseMinorUnits', () => {
  it.each([
    ['19.99', 2, 1999],
    ['400', 2, 40_000],
    ['0.5', 2, 50],
    ['1980', 0, 1980],
    ['1.234', 3, 1234],
  ])('reads %s with %i places as %i', (text, exponent, expected) => {
    expect(parseMinorUnits(text, exponent)).toBe(expected);
  });

  it.each(['19,99', '-1', '1.', '.5', '', '1e3', ' 1', '19.999', '90071992547409.93'])('fails on "%s"', (text) => {
    expect(() => parseMinorUnits(text, 2)).toThrow(RangeError);
  });

  it('reads back every amount that formatDecimal writes, in every currency', () => {
    fc.assert(
      fc.property(fc.nat(), anyCurrency, (amount, currency) => {
        const text = formatDecimal(money(amount, currency));

        expect(parseMinorUnits(text, currencyExponent(currency))).toBe(amount);
      }),
    );
  });
});

describe('formatShare', () => {
  it('fails on two currencies and names both', () => {
    expect(() => formatShare(money(1, 'EUR'), money(1, 'USD'))).toThrow('EUR and USD');
  });
});

describe('money', () => {
  it.each([0.1, Number.NaN, 2 ** 53])('fails on %d minor units', (amount) => {
    expect(() => money(amount, 'EUR')).toThrow(RangeError);
  });

  it('fails on an unknown currency', () => {
    expect(() => money(1, 'EURO')).toThrow('EURO');
  });
});

describe('formatMoney', () => {
  it.each([
    [40_000, 'MYR', undefined, '400.00 MYR'],
    [-5, 'USD', undefined, '-0.05 USD'],
    [1980, 'JPY', undefined, '1980 JPY'],
    [1234, 'KWD', undefined, '1.234 KWD'],
    [123_450, 'EUR', 'de-DE', '1.234,50 EUR'],
    [123_450, 'EUR', 'fr-FR', '1 234,50 EUR'],
    [-123_450, 'CHF', 'de-CH', "-1'234.50 CHF"],
    [123_450, 'USD', 'en-US', '1,234.50 USD'],
    [12_345_678_900, 'INR', 'en-IN', '12,34,56,789.00 INR'],
    [123_450, 'EGP', 'ar-EG', '1,234.50 EGP'],
  ])('writes %i %s for %s as %s', (amount, currency, locale, expected) => {
    expect(formatMoney(money(amount, currency), locale)).toBe(expected);
  });

  it('uses only characters of the GSM basic set, in every locale', () => {
    const anyLocale = fc.constantFrom('en', 'de', 'fr', 'sv', 'ar', 'fa', 'hi', 'he', 'de-CH', 'bn', 'pt', 'ru');

    fc.assert(
      fc.property(anyMoney, anyLocale, (amount, locale) => {
        expect(formatMoney(amount, locale)).toMatch(/^-?[\d., ']+ [A-Z]{3}$/);
      }),
    );
  });
});

describe('parseCurrencyCode', () => {
  it('reads a code in any case', () => {
    expect(parseCurrencyCode(' eur ')).toBe('EUR');
  });

  it.each([
    ['EUR', 2],
    ['JPY', 0],
    ['KWD', 3],
    ['IQD', 3],
    ['RSD', 2],
    ['CLF', 4],
  ])('gives %s %i places, as ISO 4217 does', (code, places) => {
    expect(currencyExponent(parseCurrencyCode(code))).toBe(places);
  });
});
