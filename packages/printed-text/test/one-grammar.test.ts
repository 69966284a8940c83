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
    ['12,34,567.50', '1234567.50 '],
    ['1,23,45,678.00', '12345678.00 '],
    ['₹1,23,900/-', '123900 ₹'],
    ['Rs.450/=', '450 Rs.'],
    ['21€50', '21.50 €'],
    ['1.234€50', '1234.50 €'],
    ['20$00', '20.00 $'],
    ['1 450:50 kr', '1450.50 kr'],
    ['45:50 kr', '45.50 kr'],
    ['kr 45:50', '45.50 kr'],
    ['45:-', '45 '],
    ['£12-34', '12.34 £'],
    ['1 450-50', '1450.50 '],
    ['R1 450.50', '1450.50 R'],
    ['R 1 450,50', '1450.50 R'],
    ['1,450.000 KD', '1450.000 KD'],
    ['د.ك.\u200f 1,450.500', '1450.500 د.ك.'],
    ['१,२३,९००.५०', '123900.50 '],
    ['၁,၄၅၀.၅၀', '1450.50 '],
    ['-KMF 1,450', '-1450 KMF'],
    ['(12,50 €)', '-12.50 €'],
    ['12,50 €-', '-12.50 €'],
    ['-12.50', '-12.50 '],
    ['1 234 567', '1234567 '],
    ['1 450', '1450 '],
    ['1 500 F', '1500 '],
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
    '$BB0,000.00',
    '$BB00219.00',
    'Rpl,ll0,000.00',
  ])('is not found behind digits that a sign seems to hold: %s', (text) => {
    expect(findAmounts(text).filter(({ text: part }) => part !== text)).toEqual([]);
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
    '45:50',
    '1€505',
  ])('is not guessed: %s', (text) => {
    expect(findAmounts(text)).toEqual([]);
  });

  it('takes three digits before a colon for an amount, for no day has as many hours', () => {
    expect(findAmounts('Total 537:00')).toMatchObject([{ cents: 53_700, form: 'exact' }]);
    expect(readPrintedAmount('537:00')?.decimal).toBe('537.00');
  });

  it('takes no time for an amount, and no amount for a time', () => {
    expect(found('Kasse 10:30 EUR 5.00')).toEqual(['5.00 EUR']);
    expect(found('5.00 EUR 10:30')).toEqual(['5.00 EUR']);
    expect(found('10:30')).toEqual([]);
    expect(readPrintedAmount('10:30')).toBeUndefined();
  });

  it('tells that a quantity may stand before the last group', () => {
    const alternatives = (text: string) => findAmounts(text).map(({ alternative }) => alternative?.text);

    expect(alternatives('Brot 2 450 Ft')).toEqual(['450 Ft']);
    expect(alternatives('Brot 2 450,00')).toEqual(['450,00']);
    expect(alternatives('Total 2 450')).toEqual([undefined]);
    expect(alternatives('Brot 2\u202f450 Ft')).toEqual([undefined]);
    expect(alternatives('R2 450.00')).toEqual([undefined]);
    expect(alternatives('2 1 450 Ft')).toEqual([undefined, '450 Ft']);
  });

  it('keeps a letter that may be a third digit, and tells that it may be one', () => {
    expect(findAmounts('KWD 120,49S').map(({ text }) => text)).toEqual(['KWD 120,49S']);
    expect(readPrintedAmount('KWD 120,49S', { exponent: 3 })).toMatchObject({ ambiguous: true });
    expect(readPrintedAmount('10,00S Ft', { exponent: 2 })).toMatchObject({ ambiguous: true });
    expect(readPrintedAmount('10,00S', { exponent: 2, decimalMark: ',' })).toMatchObject({ ambiguous: false });
    expect(readPrintedAmount('1,234.50S', { exponent: 2 })).toMatchObject({ decimal: '1234.50', ambiguous: false });
    expect(readPrintedAmount('10,00A', { exponent: 2 })).toMatchObject({ decimal: '10.00', ambiguous: false });
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
