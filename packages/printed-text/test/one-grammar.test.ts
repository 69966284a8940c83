import fc from 'fast-check';
import { type PrintedAmount, readPrintedAmount } from 'printed-text/amounts';
import { findAmounts } from 'printed-text/find-amounts';
import { describe, expect, it } from 'vitest';
import { notations, written } from './notations.ts';

const signed = (amount: PrintedAmount | undefined): string | undefined =>
  amount && `${amount.negative ? '-' : ''}${amount.decimal} ${amount.currencySign ?? ''}`;

/** What is read of the amounts that are found in a text. */
const found = (text: string) => findAmounts(text).map((amount) => signed(readPrintedAmount(amount.text)));

describe('an amount that is read as one', () => {
  it.each([
    ['1,23,900.00', '123900.00 '],
    ['Rs. 12,34,567.00', '1234567.00 Rs.'],
    ['₹1,23,900', '123900 ₹'],
    ['1 450 Ft', '1450 Ft'],
    ['1 234 567 Ft', '1234567 Ft'],
    ['12 500 kr', '12500 kr'],
    ['1 450,-', '1450 '],
    ['1\u202f450,50 €', '1450.50 €'],
    ['1.980,- €', '1980 €'],
    ['Rs. 500/-', '500 Rs.'],
    ['12.00 CR', '-12.00 '],
    ['12.00CR', '-12.00 '],
    ['12.00 DR', '12.00 '],
    ['¥1,980-', '1980 ¥'],
    ['\\1,980', '1980 ¥'],
    ['1,980円', '1980 円'],
    ['٢٥٫٥٠', '25.50 '],
    ['45,00 lei', '45.00 lei'],
    ['45,00 TL', '45.00 TL'],
    ['56.00 MAD', '56.00 MAD'],
    ['12.500 BHD', '12500 BHD'],
    ['1 000 FCFA', '1000 FCFA'],
    ['120.50 ₪', '120.50 ₪'],
    ['1.234,56 грн', '1234.56 грн'],
  ])('is not taken apart where it is found: %s', (text, value) => {
    expect(signed(readPrintedAmount(text))).toBe(value);
    expect(found(text)).toEqual([value]);
    expect(found(`Total: ${text}`)).toEqual([value]);
  });

  it('is found whole, in every notation, with every mark', () => {
    const wrappers: ((digits: string) => string)[] = [
      (digits) => digits,
      (digits) => `RM ${digits}`,
      (digits) => `€${digits}`,
      (digits) => `${digits} €`,
      (digits) => `${digits} Kč`,
      (digits) => `${digits} EUR`,
      (digits) => `-${digits}`,
      (digits) => `(${digits})`,
      (digits) => `${digits}-`,
      (digits) => `${digits} CR`,
    ];

    fc.assert(
      fc.property(
        fc.nat({ max: 9_999_999 }),
        fc.nat({ max: 99 }),
        fc.constantFrom(...notations),
        fc.constantFrom(...wrappers),
        fc.constantFrom('', 'TOTAL ', 'Zu zahlen: '),
        (whole, cents, notation, wrap, label) => {
          const text = wrap(written(whole, cents, notation));

          expect(found(`${label}${text}`)).toEqual([signed(readPrintedAmount(text))]);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('leaves numbers that only stand side by side apart', () => {
    // Alone on its line it is one number.
    expect(found('2 450')).toEqual(['2450 ']);
    expect(found('Tisch 2 450')).toEqual(['2 ', '450 ']);
    expect(found('2 PEN 1.50')).toEqual(['2 ', '1.50 ']);
    expect(found('10 FT CABLE')).toEqual(['10 ']);
    expect(found('DIN 912 M8')).toEqual(['912 ']);
    expect(found('FARM EGGS 3.99')).toEqual(['3.99 ']);
    expect(found('FARM 3.99')).toEqual(['3.99 ']);
    expect(found('TotalRM21.85')).toEqual(['21.85 RM']);
  });
});
