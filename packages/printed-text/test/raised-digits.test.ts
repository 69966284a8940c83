import { readPrintedAmount } from 'printed-text/amounts';
import { findAmounts } from 'printed-text/find-amounts';
import { normalizePrinted } from 'printed-text/plain-text';
import { describe, expect, it } from 'vitest';

describe('raised digits behind a number', () => {
  it.each([
    ['43²⁰', '43.20'],
    ['$43²⁰', '43.20'],
    ['12⁵⁰ €', '12.50'],
    ['12€⁵⁰', '12.50'],
    ['12,⁵⁰', '12.50'],
    ['1.250⁰⁰', '1250.00'],
    ['1,250⁰⁰', '1250.00'],
    ['1 250⁰⁰', '1250.00'],
    ["CHF 1'250⁵⁰", '1250.50'],
    ['¥１２⁵⁰', '12.50'],
  ])('are the cents of %s where they are two', (text, decimal) => {
    expect(readPrintedAmount(text)?.decimal).toBe(decimal);
    expect(findAmounts(`Total ${text}`).map((found) => readPrintedAmount(found.text)?.decimal)).toEqual([decimal]);
  });

  it.each([
    ['1200²', '1200'],
    ['1.200¹ Ft', '1200'],
    ['£120.00¹', '120.00'],
    ['120,00¹²', '120.00'],
    ['120.00¹,²', '120.00'],
    ['120¹²³', '120'],
  ])('are marks of footnotes in %s', (text, decimal) => {
    expect(readPrintedAmount(text)?.decimal).toBe(decimal);
    expect(findAmounts(text).map((found) => readPrintedAmount(found.text)?.decimal)).toEqual([decimal]);
  });

  it('leave the offsets of what is found', () => {
    const text = 'Plan $60⁰⁰, Taxes $5²⁰ in all';

    expect(findAmounts(text).map(({ start, end, cents }) => [text.slice(start, end), cents])).toEqual([
      ['$60⁰⁰', 6000],
      ['$5²⁰', 520],
    ]);
  });

  it('are others behind letters', () => {
    expect(normalizePrinted('25 m², 12 cm³')).toBe('25 m2, 12 cm3');
    expect(normalizePrinted('12.11.2026¹')).toBe('12.11.2026');
  });
});
