import fc from 'fast-check';
import { findAmounts } from 'printed-text/find-amounts';
import { describe, expect, it } from 'vitest';

const only = (text: string) => findAmounts(text).map(({ cents, form, text: printed }) => [cents, form, printed]);

describe('findAmounts', () => {
  it.each([
    ['1,234.56', 123456],
    ['1.234,56', 123456],
    ['1 234,56', 123456],
    ["1'234.56", 123456],
    ['12.50', 1250],
    ['12,50', 1250],
  ])('reads %s in hundredths', (text, cents) => {
    expect(only(text)).toEqual([[cents, 'exact', text]]);
  });

  it.each([
    ['RM 9.00', 900],
    ['$19.99', 1999],
    ['19,99 €', 1999],
    ['€ 1.250,00', 125000],
    ['CHF 12.35', 1235],
    ['zł 8,20', 820],
  ])('takes the currency of "%s" along', (text, cents) => {
    const [amount] = findAmounts(text);

    expect(amount).toMatchObject({ cents, hasCurrency: true, text });
  });

  it.each([
    ['¥1,980', 198000],
    ['Rs 1939', 193900],
    ['Rp 25.000', 2500000],
  ])('reads "%s" as whole units', (text, cents) => {
    expect(findAmounts(text)[0]).toMatchObject({ cents, form: 'whole' });
  });

  it.each([
    ['-12.00', -1200],
    ['12.00-', -1200],
    ['(12.00)', -1200],
    ['RM -38.80', -3880],
  ])('reads %s as negative, with the sign in doubt', (text, cents) => {
    expect(findAmounts(text)[0]).toMatchObject({ cents, alternative: { cents: -cents, form: 'unsigned' } });
  });

  it.each([
    ['65. 20', 6520, '65.20'],
    ['12.5O', 1250, '12.50'],
    ['RM 14-10', 1410, 'RM 14.10'],
  ])('undoes the reading error in "%s"', (text, cents, printed) => {
    const [amount] = findAmounts(text);

    expect(amount?.cents).toBe(cents);
    expect(amount?.text).toBe(printed);
  });

  it('offers a lost decimal point as a second reading', () => {
    expect(findAmounts('8091')[0]).toMatchObject({
      form: 'plain',
      alternative: { cents: 8091, form: 'lost-point', text: '80.91' },
    });
  });

  it.each([
    '31/12/2017',
    '2020-01-05',
    '12:45:10',
    '6%',
    '1.5 kg',
    '03-41622318',
    '500 ml',
    'A123456',
  ])('sees no money in %s', (text) => {
    expect(findAmounts(text)).toEqual([]);
  });

  it('reads any amount with two decimals back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), fc.constantFrom('.', ','), (cents, point) => {
        const text = `${Math.floor(cents / 100)}${point}${String(cents % 100).padStart(2, '0')}`;
        expect(findAmounts(text)[0]?.cents).toBe(cents);
      }),
    );
  });

  it.each([
    'Fizetési határidő 2026. 10. 09.',
    'Datum 9. 10. 2026',
    '2026. 10. 9.',
  ])('is no date with blanks: %s', (text) => {
    expect(findAmounts(text)).toEqual([]);
  });

  it.each([
    'Total -p. 1.54',
    'Total -HRKS 1,55',
    'Total -$ߥߛ ߇߉߄،߃߂߈.߂߄',
    'Total -GT Q 1,55',
    'TOTAL (Kn 1.55)',
  ])('leaves out what may be negative in a currency that is not known: %s', (text) => {
    expect(findAmounts(text)).toEqual([]);
  });

  it.each([
    ['Total -NGN. 1,55', -155],
    ['Total -AUD$ 1,234.56', -123456],
    ['Total (1.06 BBD)', -106],
    ['Total (۱٫۵۵ CHF)', -155],
    ['Total ¥ 1,55-', -155],
    ['Total JPY 1,980-', -198000],
    ['Tea -iced 1.54', 154],
    ['Total (VAT 1.54)', 154],
    ['1.63 leones (1964—2022)', 163],
    ['1.53 dollars (2009)', 153],
  ])('reads "%s" alone', (text, cents) => {
    expect(findAmounts(text).map((amount) => amount.cents)).toEqual([cents]);
  });

  it('finds digits that take two places in a text where they stand', () => {
    const text = 'Total 𞥑.𞥙𞥖 EUR';
    const [amount] = findAmounts(text);
    expect(amount).toMatchObject({ cents: 196, form: 'exact', text: '1.96 EUR' });
    expect(text.slice(amount?.start, amount?.end)).toBe('𞥑.𞥙𞥖 EUR');
  });
});
