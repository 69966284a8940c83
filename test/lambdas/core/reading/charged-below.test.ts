import { describe, expect, it } from 'vitest';
import { bookedPages, outcomeOf } from '../../../support/booked-page.ts';

const shop = ['Corner Deli', '12 High Street, Leeds', '14/11/2026', 'Coffee  8.00', 'Cake  12.00'];
const slip = (currency: string, ...rows: readonly string[]) =>
  outcomeOf([...shop, ...rows].join('\n'), currency === 'USD' ? 'en-US' : 'en-GB', currency);

describe('what is charged below a total', () => {
  it.each<[string, readonly string[]]>([
    ['USD', ['Total  $20.00', 'Sales tax  $1.80', 'Visa  $21.80']],
    ['USD', ['Total  $20.00', 'Sales tax 9%  $1.80']],
    ['USD', ['Total  $20.00', 'Sales tax  $1.80']],
    ['GBP', ['Total  £20.00', 'Bag  £0.30', 'Cash  £20.30']],
    ['GBP', ['Total  £20.00', 'Bag  £0.30', 'Cup  £0.25', 'Card  £20.55']],
    ['GBP', ['Total  £20.00', 'Tip  £4.00']],
    ['GBP', ['Total  £20.00', 'Shipping  £4.00']],
    ['GBP', ['Total  £20.00', 'Toll  £4.00']],
    ['GBP', ['Total  £20.00', 'City tax  £2.50']],
    ['EUR', ['Total  20,00 €', 'Taxe de séjour  2,50 €']],
    ['GBP', ['Total  £20.00', 'VAT 20%  £4.00']],
  ])('is asked about: %s %j', (currency, rows) => {
    expect(slip(currency, ...rows)).toMatch(/^review$|^2[0-9][.][1-9]/);
  });

  it.each<[string, readonly string[]]>([
    ['GBP', ['Total  £20.00', 'Cash  £30.00', 'Change  £10.00']],
    ['GBP', ['Total  £20.00', 'Cash  £30.00', 'Wisselgeldje  £10.00']],
    ['GBP', ['Total  £20.00', 'Card  £20.00', 'VAT  £3.33']],
    ['GBP', ['Total  £20.00', 'incl. VAT 20%  £3.33', 'Card  £20.00']],
    ['GBP', ['Total  £20.00', 'VAT 20%  £3.33']],
    ['GBP', ['Total  £20.00', 'Card  £20.00', 'Points balance  4.00']],
    ['USD', ['Total  $20.00', 'Suggested tip 15%  $3.00', 'Suggested tip 20%  $4.00', 'Visa  $20.00']],
  ])('is nothing of what was paid, returned or lies in it: %s %j', (currency, rows) => {
    expect(slip(currency, ...rows)).toBe(`20.00 ${currency}`);
  });

  it('is nothing that a sentence names', () => {
    const page = [...shop, 'Total  £20.00', 'For a payment that comes back we charge a fee of  £15.00'].join('\n');
    const { reasons } = bookedPages([page], { locale: 'en-GB', currency: 'GBP' });

    expect(reasons.filter(({ message }) => message.includes('is charged below it'))).toEqual([]);
  });
});
