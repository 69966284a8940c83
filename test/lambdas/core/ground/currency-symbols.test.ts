import { describe, expect, it } from 'vitest';
import {
  currenciesOfSign,
  leadingCurrencySign,
  trailingCurrencySign,
} from '../../../../lambdas/core/ground/currency-symbols.ts';

describe('currenciesOfSign', () => {
  it.each([
    ['RM', ['MYR']],
    ['€', ['EUR']],
    ['£', ['GBP']],
    ['¥', ['JPY', 'CNY']],
    ['zł', ['PLN']],
    ['chf', ['CHF']],
    ['kr', ['SEK', 'NOK', 'DKK', 'ISK']],
    ['XYZ', []],
  ])('reads %s as %j', (sign, codes) => {
    expect(currenciesOfSign(sign)).toEqual(codes);
  });

  it('takes a bare dollar sign for any dollar', () => {
    expect(currenciesOfSign('$')).toEqual(expect.arrayContaining(['USD', 'CAD', 'AUD', 'SGD', 'MXN']));
  });
});

describe('leadingCurrencySign', () => {
  it.each([
    ['RM 9.00', 'RM'],
    ['US$5', 'US$'],
    ['HK$5', 'HK$'],
    ['EUR 5', 'EUR'],
    ['Rs.500', 'Rs.'],
    ['P21.50', 'P'],
  ])('finds the sign of %s', (text, sign) => {
    expect(leadingCurrencySign(text)).toBe(sign);
  });

  it.each(['RMK 9.00', 'ABC 9.00', '9.00', 'Room 12'])('finds none in %s', (text) => {
    expect(leadingCurrencySign(text)).toBeUndefined();
  });
});

describe('trailingCurrencySign', () => {
  it.each([
    ['9,00 €', '€'],
    ['1 234,50 kr', 'kr'],
    ['1980円', '円'],
    ['9.00 EUR', 'EUR'],
  ])('finds the sign of %s', (text, sign) => {
    expect(trailingCurrencySign(text)).toBe(sign);
  });

  it('leaves a tax class behind an amount alone', () => {
    expect(trailingCurrencySign('12.50 SR')).toBeUndefined();
    expect(trailingCurrencySign('12.50 R')).toBeUndefined();
  });
});
