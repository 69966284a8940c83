import { readPrintedDecimal } from 'printed-text/decimals';
import { describe, expect, it } from 'vitest';

describe('readPrintedDecimal', () => {
  it.each([
    ['1,234.56', '1234.56'],
    ['1.234,56', '1234.56'],
    ['1 234,56', '1234.56'],
    ["1'234.50", '1234.50'],
    ['12,34,567.00', '1234567.00'],
    ['1.234.567', '1234567'],
    ['1 450', '1450'],
    ['12', '12'],
  ])('reads %s as %s, without a repair', (text, decimal) => {
    expect(readPrintedDecimal(text)).toMatchObject({ decimal, repaired: false, ambiguous: false });
  });

  it.each([
    ['65. 20', '65.20'],
    ['300-00', '300.00'],
    ['12 50', '12.50'],
    ['1.234.56', '1234.56'],
  ])('reads %s as %s, and says that it was repaired', (text, decimal) => {
    expect(readPrintedDecimal(text)).toMatchObject({ decimal, repaired: true });
  });

  it.each([
    [{}, '1234', true],
    [{ exponent: 2 }, '1234', false],
    [{ exponent: 3 }, '1.234', false],
    [{ decimalMark: '.' as const }, '1.234', false],
    [{ decimalMark: ',' as const }, '1234', false],
  ])('reads 1.234 by the notation %j as %s', (notation, decimal, ambiguous) => {
    expect(readPrintedDecimal('1.234', notation)).toMatchObject({ decimal, ambiguous });
  });

  it('leaves open what a comma before three places is in a currency that has three', () => {
    expect(readPrintedDecimal('1,234', { exponent: 3 })).toMatchObject({ decimal: '1.234', ambiguous: true });
    expect(readPrintedDecimal('1,234', { exponent: 3, decimalMark: ',' })).toMatchObject({ ambiguous: false });
    expect(readPrintedDecimal('1,234', { exponent: 2 })).toMatchObject({ decimal: '1234', ambiguous: false });
  });

  it.each(['', 'x', '1..2', '12,3,4', '1.23.4', '12 3'])('reads %j as no number', (text) => {
    expect(readPrintedDecimal(text)).toBeUndefined();
  });
});
