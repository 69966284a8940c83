import fc from 'fast-check';
import { type PrintedAmount, readPrintedAmount } from 'printed-text/amounts';
import { asDigits } from 'printed-text/digits';
import { findAmounts } from 'printed-text/find-amounts';
import { plainText } from 'printed-text/plain-text';
import { describe, expect, it } from 'vitest';
import { notations, writtenWith } from './notations.ts';

const signed = (amount: PrintedAmount | undefined): string | undefined =>
  amount && `${amount.negative ? '-' : ''}${amount.decimal} ${amount.currencySign ?? ''}`;

/** What is read of the amounts that are found in a text. */
const found = (text: string) => findAmounts(text).map((amount) => signed(readPrintedAmount(amount.text)));

/** The same without currency, for signs that only count where the text is one amount. */
const values = (text: string) => findAmounts(text).map((amount) => readPrintedAmount(amount.text)?.decimal);

const places = fc.oneof(fc.constant(''), ...[/^\d$/, /^\d{2}$/, /^\d{3}$/].map((form) => fc.stringMatching(form)));

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

  it('is found whole, in every notation, with any decimals, with every mark', () => {
    const wrappers: ((digits: string) => string)[] = [
      (digits) => digits,
      (digits) => `RM ${digits}`,
      (digits) => `RM${digits}`,
      (digits) => `€${digits}`,
      (digits) => `Rp ${digits}`,
      (digits) => `₩${digits}`,
      (digits) => `KWD ${digits}`,
      (digits) => `${digits} KWD`,
      (digits) => `${digits} VND`,
      (digits) => `${digits} zł`,
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
        fc.oneof(fc.nat({ max: 9_999_999 }), fc.nat({ max: 999_999_999_999 })),
        places,
        fc.constantFrom(...notations),
        fc.constantFrom(...wrappers),
        fc.constantFrom('', 'TOTAL ', 'Zu zahlen: '),
        (whole, decimals, notation, wrap, label) => {
          const text = wrap(writtenWith(whole, decimals, notation));
          const read = readPrintedAmount(text);
          // Blanks join whole numbers only where it shows; long numbers without marks are no amounts.
          fc.pre(read !== undefined && !(decimals === '' && / /.test(plainText(writtenWith(whole, '', notation)))));

          expect(found(`${label}${text}`)).toEqual([signed(read)]);
        },
      ),
      { numRuns: 5000 },
    );
  });

  it('is found whole with blanks behind the marks of its groups, behind S/ and before a class of tax', () => {
    const wrappers: ((digits: string) => string)[] = [
      (digits) => digits.replace(/(?<=[.,])(?=\d{3})/g, ' '),
      (digits) => `$${digits.replace(/(?<=[.,])(?=\d{3})/g, ' ')}`,
      (digits) => `S/ ${digits}`,
      (digits) => `S/${digits}`,
      (digits) => `S/.${digits}`,
      (digits) => `KD ${digits}`,
      ...[...'ABCDEFGHJKLMNPQRTUVWXYZ'].map((letter) => (digits: string) => `${digits}${letter}`),
    ];

    fc.assert(
      fc.property(
        fc.nat({ max: 999_999_999_999 }),
        fc.stringMatching(/^\d{2}$/),
        fc.constantFrom(...notations),
        fc.constantFrom(...wrappers),
        fc.constantFrom('', 'TOTAL '),
        (whole, decimals, notation, wrap, label) => {
          const text = wrap(writtenWith(whole, decimals, notation));

          expect(values(`${label}${text}`)).toEqual([readPrintedAmount(text)?.decimal]);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('is never found in part, whatever of it was misread', () => {
    const misread: ((digits: string) => string)[] = [
      (digits) => digits.replace(/[05]$/, (digit) => (digit === '0' ? 'O' : 'S')),
      (digits) => digits.replace(/0/g, 'O'),
      (digits) => digits.replace(/1/g, 'l'),
      (digits) => digits.replace(/1/g, 'I'),
      (digits) => digits.replace(/1/g, '|'),
      (digits) => digits.replace(/5/g, 'S'),
      (digits) => digits.replace(/8/g, 'B'),
      (digits) => digits.replace(/([.,])/g, '$1 '),
      (digits) => digits.replace(/([.,])/g, ' $1 '),
      (digits) => digits.replace(/\d$/, ''),
      (digits) => `${digits}5`,
      (digits) => `${digits}55`,
    ];
    // Where blanks make the groups, a damaged one is a word for itself.
    const tight = notations.filter(({ group }) => plainText(group) !== ' ');
    const isPartOf = (whole: string, part: string) => part.length > 1 && whole !== part && whole.includes(part);

    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9_999_999 }),
        fc.stringMatching(/^\d{2}$/),
        fc.constantFrom(...tight),
        fc.constantFrom(...misread),
        fc.constantFrom('', '$', 'Rp', 'RM ', 'TOTAL '),
        fc.constantFrom('', ' €'),
        (whole, decimals, notation, damage, before, behind) => {
          const text = damage(writtenWith(whole, decimals, notation));
          const digits = asDigits(text).replace(/\D/g, '');
          const parts = findAmounts(`${before}${text}${behind}`).map((amount) => amount.text.replace(/\D/g, ''));

          expect(parts.filter((part) => isPartOf(digits, part))).toEqual([]);
        },
      ),
      { numRuns: 5000 },
    );
  });

  it.each([
    ['12.5S', '12.55'],
    ['12.S0', '12.50'],
    ['12.5B', '12.58'],
    ['1O.5O', '10.50'],
    ['l2.00', '12.00'],
    ['I2.00', '12.00'],
    ['1l2.00', '112.00'],
    ['O.50', '0.50'],
  ])('is repaired alike: %s is %s', (text, decimal) => {
    expect(readPrintedAmount(text)).toMatchObject({ decimal, repaired: true });
    expect(findAmounts(text)).toMatchObject([{ text: decimal, form: 'repaired' }]);
  });

  it.each([
    '|2.00',
    'S2.00',
    'B2.00',
    '1S.00',
    'S.00',
    'RMl2.00',
    'TOTALl2.00',
    '1,2345.50',
    '12,34.50',
    '12.3456',
    '1 234 50',
    '12. 5 €',
    '10 000,0055',
    '100002 ,826',
    '7 472 S09,146',
    '1 93B 110,34',
    '46 l81원',
    'EUR 1 170 B38,29',
    '6,255,19B.00',
  ])('is not guessed: %s', (text) => {
    expect(findAmounts(text)).toEqual([]);
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
