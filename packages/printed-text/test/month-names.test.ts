import {
  monthOfDamagedName,
  monthOfEnglishName,
  monthOfHijra,
  monthOfName,
  monthsOfName,
} from 'printed-text/month-names';
import { describe, expect, it } from 'vitest';

describe('monthOfName', () => {
  it.each([
    ['March', 3],
    ['MÄRZ', 3],
    ['août', 8],
    ['stycznia', 1],
    ['ledna', 1],
    ['Pebruari', 2],
    ['Mac', 3],
    ['0ct', 10],
    ['декабря', 12],
  ])('reads %s as month %s', (word, month) => {
    expect(monthOfName(word)).toBe(month);
  });

  it.each(['listopad', 'Main', 'total', ''])('reads %j as none', (word) => {
    expect(monthOfName(word)).toBeUndefined();
  });
});

describe('monthsOfName', () => {
  it('gives each month that a name means, with the countries', () => {
    expect(monthsOfName('listopad')).toEqual([
      { month: 11, countries: ['PL', 'CZ', 'SK'] },
      { month: 10, countries: ['HR', 'BA', 'ME'] },
    ]);
  });
});

describe('monthOfHijra', () => {
  it.each([
    ['persian', 'آبان', 8],
    ['persian', 'Farvardin', 1],
    ['hijri', 'رمضان', 9],
    ['hijri', 'Muharram', 1],
    ['hijri', 'November', undefined],
  ] as const)('reads the %s %s as month %s', (calendar, word, month) => {
    expect(monthOfHijra(calendar, word)).toBe(month);
  });
});

describe('monthOfDamagedName', () => {
  it.each([
    ['Scp', 9],
    ['N0v', 11],
    ['Jui', 7],
    ['Septernber', undefined],
    ['Decembcr', 12],
    ['0ctober', 10],
    ['ct', 10],
    ['ABC', undefined],
    ['12', undefined],
  ])('reads %s as %s', (word, month) => {
    expect(monthOfDamagedName(word)).toBe(month);
  });
});

describe('monthOfEnglishName', () => {
  it.each([
    ['November', 11],
    ['nov', 11],
    ['MAY', 5],
    ['Sept', undefined],
    ['Novembre', undefined],
    ['N0v', undefined],
  ])('reads %s as it stands, as %s', (word, month) => {
    expect(monthOfEnglishName(word)).toBe(month);
  });
});
