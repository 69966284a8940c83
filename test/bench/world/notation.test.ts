import { describe, expect, it } from 'vitest';
import { countries } from '../../../bench/world/countries.ts';
import { writtenDay } from '../../../bench/world/day.ts';
import { bare, notationOf } from '../../../bench/world/notation.ts';

describe('amounts as a country prints them', () => {
  it.each([
    ['1.234.567,89 €', 'EUR', 145_050, '1.450,50 €'],
    ['1 234 567,89 Ft', 'HUF', 145_000, '1 450,00 Ft'],
    ['¥1,234,567', 'JPY', 1450, '¥1,450'],
    ['12,34,567.89', 'INR', 12_390_000, '1,23,900.00'],
    ['12,34,567.89', 'INR', 123_456_750, '12,34,567.50'],
    ["CHF 1'234'567.89", 'CHF', 123_456_789, "CHF 1'234'567.89"],
    ['KD 1,234,567.891', 'KWD', 1_450_005, 'KD 1,450.005'],
    ['1234567.89', 'GBP', 5, '0.05'],
    ['$1.234.567', 'CLP', 12_900, '$12.900'],
  ])('%s of %s has %i minor units as %s', (sample, currency, amountMinor, printed) => {
    expect(notationOf(sample, currency)(amountMinor)).toBe(printed);
  });

  it('puts the minus where it is asked', () => {
    const printed = (minus: 'front' | 'digits' | 'behind') => notationOf('$1,234,567.89', 'USD', minus)(-2100);
    expect([printed('front'), printed('digits'), printed('behind')]).toEqual(['-$21.00', '$-21.00', '$21.00-']);
  });

  it('refuses cents that it has no places for, and a sample without the number', () => {
    expect(() => notationOf('1 234 567 kr', 'SEK')(1450)).toThrow('expected whole units of SEK');
    expect(() => notationOf('12.50', 'USD')).toThrow('expected a sample');
  });

  it('prints digits alone for whom the mark is left out', () => {
    expect(['1.234.567,89 €', '$ 1,234,567.89', 'Rs. 12,34,567', '¥1,234,567'].map(bare)).toEqual([
      '1.234.567,89',
      '1,234,567.89',
      '12,34,567',
      '1,234,567',
    ]);
  });

  it('has a notation for every sample of every country', () => {
    for (const { amounts, currency } of countries) {
      for (const sample of amounts) {
        for (const each of [sample, bare(sample)]) {
          expect(notationOf(each, currency)(1_234_500_000).replace(/\D/g, '')).toMatch(/^12345(0{2,5})(00)?$/);
        }
      }
    }
  });
});

describe('days as a country prints them', () => {
  it.each([
    ['dd/MM/yyyy', 'en-GB', '09/11/2026'],
    ['M/d/yyyy', 'en-US', '11/9/2026'],
    ['dd-MM-yy', 'nl-NL', '09-11-26'],
    ['d MMM yyyy', 'en-AU', '9 Nov 2026'],
    ['d MMMM yyyy', 'pl-PL', '9 listopada 2026'],
    ['dd/MM/BBBB', 'th-TH', '09/11/2569'],
    ['民國c年MM月dd日', 'zh-TW', '民國115年11月09日'],
    ['Rn.MM.dd', 'ja-JP', 'R8.11.09'],
    ["d 'de' MMMM 'de' yyyy", 'es-ES', '9 de noviembre de 2026'],
    ['d MMMM yyyy', 'ar-SA', '9 نوفمبر 2026'],
    ['era', 'ja-JP', '令和8年11月9日'],
    ['long', 'id-ID', '9 November 2026'],
  ])('%s of %s', (pattern, locale, printed) => {
    expect(writtenDay('2026-11-09', pattern, locale)).toBe(printed);
  });
});
