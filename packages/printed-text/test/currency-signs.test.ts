import {
  currenciesOfSign,
  findCurrencySigns,
  leadingCurrencySign,
  saysItAlone,
  trailingCurrencySign,
} from 'printed-text/currency-signs';
import { describe, expect, it } from 'vitest';

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

describe('findCurrencySigns', () => {
  it.each([
    ['Total (RM)', ['RM']],
    ['Summe in €', ['€']],
    ['Amount EUR', ['EUR']],
    ['Fr. 12.50', ['Fr.']],
    ['US$5 / HK$39', ['US$', 'HK$']],
    ['1,980円税込', ['円']],
    ['TotalRM 9.00', ['RM']],
    ['56.00 MAD', ['MAD']],
    ['5 000 FCFA', ['FCFA']],
  ])('finds in "%s" %j', (text, signs) => {
    expect(findCurrencySigns(text).map(({ sign }) => sign)).toEqual(signs);
  });

  it.each([
    'FARM 9.00',
    'ABC SDN BHD 12345-A',
    '2 PEN 1.50',
    'KMF 12345',
    '10 FT CABLE',
    'DIN 912',
    '1S/4B',
    '12.50 SR',
    '5.00 KGS',
    'TOTAL FOR ALL',
  ])('finds none in "%s"', (text) => {
    expect(findCurrencySigns(text)).toEqual([]);
  });

  it('tells signs that say their currency alone from those that want an amount beside them', () => {
    const alone = ['€', 'RM', 'EUR', 'kr', 'Ft'].map((text) => findCurrencySigns(text).every(saysItAlone));

    expect(alone).toEqual([true, true, true, false, false]);
  });
});
