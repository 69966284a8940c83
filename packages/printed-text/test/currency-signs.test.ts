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
    ['R', ['ZAR']],
    ['K', ['ZMW', 'MMK', 'PGK', 'MWK']],
    ['P', ['PHP', 'BWP', 'RUB']],
    ['Q', ['GTQ']],
    ['KSh', ['KES']],
    ['Kshs.', ['KES']],
    ['TSh', ['TZS']],
    ['N', ['NGN', 'ILS']],
    ['GH¢', ['GHS']],
    ['Rs.', ['INR', 'PKR', 'LKR', 'NPR', 'MUR', 'SCR']],
    ['DH', ['MAD', 'AED']],
    ['SR', ['SAR', 'SCR']],
    ['KM', ['BAM']],
    ['Bs.', ['BOB', 'VES']],
    ['J$', ['JMD']],
    ['$US', ['USD']],
    ['$ US', ['USD']],
    ['CAD$', ['CAD']],
    ['د.إ', ['AED']],
    ['د.ك', ['KWD']],
    ['руб.', ['RUB', 'BYN']],
    ['km', []],
    ['r', []],
    ['le', []],
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
    ['R 120.50', 'R'],
    ['K45.00', 'K'],
    ['KSh 1,200.00', 'KSh'],
    ['KSH1,200', 'KSH'],
    ['S/. 45.90', 'S/.'],
    ['TT$45.00', 'TT$'],
    ['د.ك 1.450', 'د.ك'],
    ['CAD$ 12.00', 'CAD$'],
  ])('finds the sign of %s', (text, sign) => {
    expect(leadingCurrencySign(text)).toBe(sign);
  });

  it.each(['RMK 9.00', 'ABC 9.00', '9.00', 'Room 12', 'r 12.00', 'km 12', 'le 12.50'])('finds none in %s', (text) => {
    expect(leadingCurrencySign(text)).toBeUndefined();
  });
});

describe('trailingCurrencySign', () => {
  it.each([
    ['9,00 €', '€'],
    ['1 234,50 kr', 'kr'],
    ['1980円', '円'],
    ['9.00 EUR', 'EUR'],
    ['1,450.000 KD', 'KD'],
    ['45.00 DH', 'DH'],
    ['12,50 KM', 'KM'],
    ['1.200 ден', 'ден'],
    ['120,50 р.', 'р.'],
    ['9,00 $US', '$US'],
    ['9,00 $ US', '$ US'],
    ['1 500 FCFA', 'FCFA'],
  ])('finds the sign of %s', (text, sign) => {
    expect(trailingCurrencySign(text)).toBe(sign);
  });

  it('leaves a tax class behind an amount alone', () => {
    expect(trailingCurrencySign('12.50 SR')).toBeUndefined();
    expect(trailingCurrencySign('12.50 R')).toBeUndefined();
    expect(trailingCurrencySign('12.50 $ SR')).toBeUndefined();
  });

  it.each(['12 km', '12 KM', '5 den', '10 MT', '12.50 L'])('takes no unit for a currency: %s', (text) => {
    expect(trailingCurrencySign(text)).toBeUndefined();
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
    ['R120.50', ['R']],
    ['R 120.50', ['R']],
    ['R 1 450.50', ['R']],
    ['TOTAL R 120.50', ['R']],
    ['Amount due: K 45.00', ['K']],
    ['Bread R18.99', ['R']],
    ['TOTAL Q1,250.00', ['Q']],
    ['TOTAL L. 250.00', ['L.']],
    ['KSh 1,200', ['KSh']],
    ['120,00 kn', ['kn']],
    ['1.250,00 KM', ['KM']],
    ['SR 45.00', ['SR']],
    ['1,450.000 KD', ['KD']],
    ['120,50 р.', ['р.']],
    ['Total 45.50 DH', ['DH']],
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
    'Size L 12.00',
    'Vitamin D 4.99',
    'Room K 2',
    '10.00 A',
    '12,50 R',
    '12 km 3.50',
    'PAPER CUP 1.00',
    'UNIT R 12',
    '27.R 12.00',
    'Mo den 12.11.',
  ])('finds none in "%s"', (text) => {
    expect(findCurrencySigns(text)).toEqual([]);
  });

  it('tells signs that say their currency alone from those that want an amount beside them', () => {
    const alone = ['€', 'RM', 'EUR', 'kr', 'Ft'].map((text) => findCurrencySigns(text).every(saysItAlone));

    expect(alone).toEqual([true, true, true, false, false]);
  });
});

describe('a grade of petrol', () => {
  it('is no currency, and the lei of Romania are one', () => {
    expect(findCurrencySigns('xang RON 95')).toEqual([]);
    expect(findCurrencySigns('TOTAL RON 95,00')).toMatchObject([{ sign: 'RON' }]);
  });
});
