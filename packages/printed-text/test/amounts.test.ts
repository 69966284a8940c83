import fc from 'fast-check';
import { readPrintedAmount } from 'printed-text/amounts';
import type { Notation } from 'printed-text/decimals';
import { describe, expect, it } from 'vitest';
import { notations, written } from './notations.ts';

const signed = (text: string, notation?: Notation): string | undefined => {
  const amount = readPrintedAmount(text, notation);
  return amount && `${amount.negative ? '-' : ''}${amount.decimal}`;
};

describe('readPrintedAmount', () => {
  it.each([
    ['1,234.56', '1234.56'],
    ['1.234,56', '1234.56'],
    ['1 234,56', '1234.56'],
    ["1'234.56", '1234.56'],
    ['1’234.56', '1234.56'],
    ['1\u202f234,56', '1234.56'],
    ['12,34,567.00', '1234567.00'],
    ['1.234.567', '1234567'],
    ['(12.00)', '-12.00'],
    ['(RM 12.00)', '-12.00'],
    ['RM(12.00)', '-12.00'],
    ['12.00-', '-12.00'],
    ['−12,00', '-12.00'],
    ['$-19172.54', '-19172.54'],
    ['-$5.00', '-5.00'],
    ['RM -38.80', '-38.80'],
    ['12.00 CR', '-12.00'],
    ['RM 9.00', '9.00'],
    ['RM9.00', '9.00'],
    ['¥1,980', '1980'],
    ['￥１，９８０', '1980'],
    ['¥1,980-', '1980'],
    ['\\1,980', '1980'],
    ['1,980円', '1980'],
    ['1.980,- €', '1980'],
    ['12,-', '12'],
    ['Rs. 500/-', '500'],
    ['Rp 12.000', '12000'],
    ['Fr. 12.50', '12.50'],
    ['1 234,50 kr.', '1234.50'],
    ['12.50 A', '12.50'],
    ['12.50A', '12.50'],
    ['12.50 SR', '12.50'],
    ['12,50 A1', '12.50'],
    ['$899.99 S', '899.99'],
    ['659.00 Y', '659.00'],
    ['9.99*', '9.99'],
    ['P21.50/Unit', '21.50'],
    ['P14. 50/Unit', '14.50'],
    ['300-00', '300.00'],
    ['65. 20', '65.20'],
    ['1.234.56', '1234.56'],
    ['1O.5O', '10.50'],
    ['l2.00', '12.00'],
    ['٢٥٫٥٠', '25.50'],
    ['= 12.00', '12.00'],
    ['EUR 12,00', '12.00'],
    ['12,00 EUR', '12.00'],
    ['12', '12'],
  ])('reads %s as %s', (text, expected) => {
    expect(signed(text)).toBe(expected);
  });

  it.each([
    '',
    'TOTAL',
    '/6.50',
    '6%',
    '12/07/2019',
    '2019-07-12',
    '12:22',
    '**** VISA 3433',
    '04987176039347',
    '114801500022',
    '500g',
    '1.50 kg',
    '12.00 15.00',
    'Room 12',
    'O.l',
  ])('takes "%s" for no amount', (text) => {
    expect(readPrintedAmount(text)).toBeUndefined();
  });

  it('keeps the currency as printed', () => {
    expect(readPrintedAmount('RM 9.00')?.currencySign).toBe('RM');
    expect(readPrintedAmount('9,00 €')?.currencySign).toBe('€');
    expect(readPrintedAmount('9.00')?.currencySign).toBeUndefined();
  });

  it('says when it had to repair', () => {
    expect(readPrintedAmount('1O.50')?.repaired).toBe(true);
    expect(readPrintedAmount('65. 20')?.repaired).toBe(true);
    expect(readPrintedAmount('65.20')?.repaired).toBe(false);
  });

  it('settles a single mark before three digits by the currency, then by the other amounts', () => {
    expect(signed('1,234', { exponent: 2 })).toBe('1234');
    expect(signed('1,234', { exponent: 0 })).toBe('1234');
    expect(signed('1.234', { exponent: 3 })).toBe('1.234');
    expect(signed('1.234', { decimalMark: '.' })).toBe('1.234');
    expect(signed('1.234', { decimalMark: ',' })).toBe('1234');
    expect(signed('1.234', { exponent: 3, decimalMark: ',' })).toBe('1234');
    expect(readPrintedAmount('1,234')?.ambiguous).toBe(true);
    expect(readPrintedAmount('1,234', { exponent: 2 })?.ambiguous).toBe(false);
  });

  it('reads every amount back from every notation', () => {
    const wrappers: ((digits: string) => string)[] = [
      (digits) => digits,
      (digits) => `RM ${digits}`,
      (digits) => `€${digits}`,
      (digits) => `${digits} €`,
      (digits) => `${digits} EUR`,
      (digits) => `${digits} A`,
      (digits) => `${digits} *`,
      (digits) => digits.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
    ];
    const signs: [boolean, (text: string) => string][] = [
      [false, (text) => text],
      [true, (text) => `-${text}`],
      [true, (text) => `(${text})`],
      [true, (text) => `\u2212${text}`],
    ];

    fc.assert(
      fc.property(
        fc.nat({ max: 999_999_999 }),
        fc.nat({ max: 99 }),
        fc.constantFrom(...notations),
        fc.constantFrom(...wrappers),
        fc.constantFrom(...signs),
        (whole, cents, notation, wrap, [negative, sign]) => {
          const fraction = String(cents).padStart(2, '0');

          expect(signed(sign(wrap(written(whole, cents, notation))))).toBe(
            `${negative ? '-' : ''}${whole}.${fraction}`,
          );
        },
      ),
      { numRuns: 2000 },
    );
  });
});
