import { describe, expect, it } from 'vitest';
import { money } from '../../../../lambdas/core/ground/money.ts';
import { doubtOfAdded, findAddedOnTop } from '../../../../lambdas/core/reading/added-on-top.ts';
import { asPrintedLine } from '../../../../lambdas/core/reading/printed-line.ts';
import { readMarkedRows } from '../../../../lambdas/core/reading/printed-marks.ts';
import { outcomeOf } from '../../../support/booked-page.ts';
import { read } from './read-document.ts';

const rowsOf = (rows: readonly string[]) => readMarkedRows([], rows.map(asPrintedLine));
const wholeOf = (...rows: readonly string[]) => findAddedOnTop(rowsOf(rows), 'EUR' as never)?.whole.minor;

describe('what is added on top of a total', () => {
  it.each([
    ['Total 48.60', 'Tip 11.40', 'Total with tip 60.00'],
    ['Total 48.60', 'Tip added 11.40', 'You paid 60.00'],
    ['Summe 50,00', 'Trinkgeld 10,00', 'Summe mit Trinkgeld 60,00'],
    ['Total 50,00', 'Pourboire 10,00', 'Total avec pourboire 60,00'],
    ['Total 50.00', 'Propina 10.00', 'Total con propina 60.00'],
    ['Total 59.00', 'Card surcharge 1.5% 1.00', 'Amount paid 60.00'],
    ['Total 59.00', 'Booking fee 1.00', 'Total charged 60.00'],
    ['I alt 55,00', 'Kortgebyr 5,00', 'Betalt med kort 60,00'],
    ['Total 59.60', 'Charity round up 0.40', 'Total to pay 60.00', 'Visa 60.00'],
    ['Total 50.00', 'Tip 8.00', 'Card fee 2.00', 'Total paid 60.00'],
  ])('is due with it: "%s", "%s", "%s"', (...rows) => {
    expect(wholeOf(...rows)).toBe(6000);
  });

  it.each([
    ['a suggested tip', 'Total 50.00', 'Suggested tip 10.00', 'Total with tip 60.00'],
    ['several tips', 'Total 50.00', 'Tip 10.00', 'Total with tip 60.00', 'Tip 12.00', 'Total with tip 62.00'],
    ['a total that was paid as it is', 'Total 50.00', 'Visa 50.00', 'Tip 10.00', 'Total 60.00'],
    ['a fee for those who pay late', 'Total 50.00', 'Late fee 10.00', 'Amount due after 15 December 60.00'],
    ['change of cash', 'Total 50.00', 'Tip 10.00', 'Cash 60.00', 'Change 10.00'],
    ['a service that lies in it', 'Total 50.00', 'incl. service 10.00', 'Visa 60.00'],
    ['what a card alone says', 'Summe 50,00', 'Trinkgeld 10,00', 'EC-Karte 60,00'],
    ['another amount', 'Total 50.00', 'Tip 9.00', 'Visa 60.00'],
  ])('is nothing of %s', (_, ...rows) => {
    expect(wholeOf(...rows)).toBeUndefined();
  });

  it('is asked about where a larger amount was paid by card', () => {
    const isDoubted = (...rows: readonly string[]) => doubtOfAdded(rowsOf(rows), money(5000, 'EUR')) !== undefined;

    expect(isDoubted('Total 50.00', 'Tip 9.00', 'Visa 60.00')).toBe(true);
    expect(isDoubted('Summe 50.00', 'Trinkgeld 10.00', 'EC-Karte 60.00')).toBe(true);
    expect(isDoubted('Total 50.00', 'Tip 9.00', 'Cash 60.00', 'Change 1.00')).toBe(false);
    expect(isDoubted('Total 50.00', 'Visa 60.00')).toBe(false);
  });

  it('is asked about where a share was reckoned and nothing says that it was paid', () => {
    const bill = (...rows: readonly string[]) =>
      outcomeOf(
        ['Bar Sol, Madrid', '12/11/2026', 'Menu   14,00', 'Cafe   1,50', 'TOTAL   15,50', ...rows].join('\n'),
        'es-ES',
        'EUR',
      );

    expect(bill('Propina 10%   1,55', 'TOTAL CON PROPINA   17,05')).toBe('review');
    expect(bill('Propina 10%   1,55', 'TOTAL CON PROPINA   17,05', 'Tarjeta   17,05')).toBe('17.05 EUR');
    expect(bill('Propina   1,55', 'TOTAL CON PROPINA   17,05')).toBe('17.05 EUR');
    expect(bill('Propina 10%   1,55', 'TOTAL PAGADO   17,05')).toBe('17.05 EUR');
  });

  it('makes the first total a subtotal', () => {
    const lines = ['Dinner 45.00', 'Tax 3.60', 'Total 48.60', 'Tip 11.40', 'Total with tip 60.00'];
    const expense = read(
      [
        { type: 'TOTAL', label: 'Total', text: '48.60' },
        { type: 'TAX', label: 'Tax', text: '3.60' },
        { type: 'GRATUITY', label: 'Tip', text: '11.40' },
        { type: 'GRATUITY', label: 'Total with tip', text: '60.00' },
      ],
      { lines, items: [['Dinner', '45.00']] },
    );

    expect(expense).toMatchObject({
      status: 'completed',
      total: { amountMinor: 6000 },
      tip: { amountMinor: 1140 },
    });
  });
});
