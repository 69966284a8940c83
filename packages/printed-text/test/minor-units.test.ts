import { readPrintedAmount } from 'printed-text/amounts';
import { findAmounts } from 'printed-text/find-amounts';
import { isMinorUnitOf } from 'printed-text/minor-units';
import { describe, expect, it } from 'vitest';

const inCents = (text: string) => findAmounts(text).map(({ cents, text: printed }) => [cents, printed]);

describe('hundredths with a mark of their own', () => {
  it.each([
    ['85p', '0.85', 'p'],
    ['75¢', '0.75', '¢'],
    ['50c', '0.50', 'c'],
    ['80 ct', '0.80', 'ct'],
    ['80 Cent', '0.80', 'Cent'],
    ['150 cts', '1.50', 'cts'],
    ['75 öre', '0.75', 'öre'],
    ['50 Rp.', '0.50', 'Rp.'],
    ['50 коп.', '0.50', 'коп.'],
  ])('are read and found as such: %s', (text, decimal, minorUnit) => {
    expect(readPrintedAmount(text)).toMatchObject({ decimal, minorUnit, negative: false });
    const cents = Math.round(Number(decimal) * 100);
    expect(inCents(text)).toEqual([[cents, text]]);
    expect(inCents(`Total ${text}`)).toEqual([[cents, text]]);
  });

  it.each([
    ['Total 90 gr', [[90, '90 gr']]],
    ['90 gr', [[9000, '90']]],
    ['Salami 90 gr', [[9000, '90']]],
    ['85P', [[8500, '85']]],
  ])('are told from weights and classes of tax: %s', (text, found) => {
    expect(inCents(text)).toEqual(found);
  });

  it('belong to some currencies', () => {
    expect(isMinorUnitOf('p', 'GBP')).toBe(true);
    expect(isMinorUnitOf('Rp.', 'CHF')).toBe(true);
    expect(isMinorUnitOf('Cent', 'EUR')).toBe(true);
    expect(isMinorUnitOf('p', 'EUR')).toBe(false);
    expect(isMinorUnitOf('Rp.', 'IDR')).toBe(false);
  });
});

describe('hundredths behind units', () => {
  it.each([
    ['870 руб. 25 коп.', '870.25', 'руб.'],
    ['1 870 руб. 25 коп.', '1870.25', 'руб.'],
    ['245 грн 60 коп', '245.60', 'грн'],
    ['45 zł 50 gr', '45.50', 'zł'],
    ['99 Kč 50 h', '99.50', 'Kč'],
    ['1250 Rs 50 ps', '1250.50', 'Rs'],
    ['12 Euro 50', '12.50', 'Euro'],
    ['21€ 50', '21.50', '€'],
  ])('are one amount with them: %s', (text, decimal, currencySign) => {
    expect(readPrintedAmount(text)).toMatchObject({ decimal, currencySign });
    expect(inCents(`Total ${text}`)).toEqual([[Math.round(Number(decimal) * 100), text]]);
  });

  it('are not dropped where one digit shows them', () => {
    expect(findAmounts('Итого 870 руб. 5 коп.')).toEqual([]);
  });
});

describe('apostrophes and dashes', () => {
  it.each([
    ["$ 2'350.000", 235000000],
    ["S/ 1'234,567.50", 123456750],
    ["1234'50 €", 123450],
    ["Total 12'50", 1250],
    ['$1,234.50 M.N.', 123450],
  ])('mark millions, thousands or the places: %s', (text, cents) => {
    expect(findAmounts(text).map((amount) => amount.cents)).toEqual([cents]);
  });

  it('leave three places to a currency that has them', () => {
    expect(readPrintedAmount("1'234.500", { exponent: 3 })?.decimal).toBe('1234.500');
    expect(readPrintedAmount("2'350.000", { exponent: 2 })).toMatchObject({ decimal: '2350000', ambiguous: false });
  });

  it.each(['f12-34', 'Total f12-34', '5\'10"'])('make no amount of a part: %s', (text) => {
    expect(findAmounts(text)).toEqual([]);
  });
});
