import { describe, expect, it } from 'vitest';
import { outcomeOf } from '../../../support/booked-page.ts';
import { codes, read } from './read-document.ts';

describe('refund', () => {
  it('takes a minus that stands with its sign before the amount', () => {
    const slip = (sign: string) =>
      read([{ type: 'TOTAL', label: `TOTAL ${sign}`, text: '168,000' }], {
        currency: 'UGX',
        locale: 'en-UG',
        items: [[`Desk lamp ${sign}`, '168,000']],
      });

    expect(slip('-Ush')).toMatchObject({
      status: 'completed',
      refund: true,
      total: { amountMinor: -168_000 },
      lineItems: [{ description: 'Desk lamp', amount: { amountMinor: -168_000 } }],
    });
    expect(slip('Ush')).toMatchObject({ refund: false, total: { amountMinor: 168_000 } });
  });

  it.each([
    ['whose first good lost its minus', ['Regenjas   19,65', 'Wollen sjaal   14,90', 'TOTAAL:   4,75']],
    ['that paid all of the total out', ['Wollen sjaal   4,75', 'TOTAAL:   4,75', 'Contant terug   4,75']],
    ['with a minus before the total in one of two prints', ['Wollen sjaal   4,75', 'TOTAAL: -4,75', 'Bedrag   4,75']],
  ])('is asked about for an exchange %s', (_, rows) => {
    const page = ['Molenkamp Warenhuis', '3511 AB Utrecht', 'BTW NL993115029B01', 'Ruilen', '28/09/26'];

    expect(outcomeOf([...page, ...rows].join('\n'), 'nl-NL', 'EUR')).toMatch(/review|^-4[.]75 EUR$/);
  });

  it('is not seen in change, nor in two goods that add up', () => {
    const page = ['Molenkamp Warenhuis', '3511 AB Utrecht', 'BTW NL993115029B01', '28/09/26'];
    const bill = (...rows: readonly string[]) => outcomeOf([...page, ...rows].join('\n'), 'nl-NL', 'EUR');

    expect(bill('Sjaal   4,75', 'TOTAAL: 4,75', 'Contant   9,50', 'Terug   4,75')).toBe('4.75 EUR');
    expect(bill('Jas   19,65', 'Sjaal   14,90', 'TOTAAL   34,55', 'Pin   34,55')).toBe('34.55 EUR');
    expect(bill('Pro plan   20,00', 'Tegoed vorig plan   7,50', 'TOTAAL   12,50')).not.toBe('-12.50 EUR');
  });

  it('has a negative total when the receipt says so in its title', () => {
    const expense = read([{ type: 'TOTAL', label: 'Total', text: '12.00' }], {
      lines: ['SHOP', 'REFUND', 'Total 12.00'],
    });

    expect(expense.refund).toBe(true);
    expect(expense.status).toBe('completed');
    expect(expense.total?.amountMinor).toBe(-1200);
  });

  it.each([
    'GUTSCHRIFT Nr. 4711',
    'CREDIT NOTE #12',
    'Facture d’avoir',
    'NOTA DE CRÉDITO',
    '返品',
    'Tax Credit Note: CN-0001',
  ])('is seen in the title "%s"', (title) => {
    expect(read([{ type: 'TOTAL', label: 'Total', text: '12.00' }], { lines: [title] }).refund).toBe(true);
  });

  it.each([
    'NO REFUND',
    'Refund within 14 days with receipt',
    'Goods sold are not refundable',
    'Refund policy',
  ])('is not seen in the policy "%s"', (line) => {
    expect(read([{ type: 'TOTAL', label: 'Total', text: '12.00' }], { lines: [line] }).refund).toBe(false);
  });

  it('adds up although a minus was lost, and gives every amount back', () => {
    const expense = read(
      [
        { type: 'SUBTOTAL', label: 'Subtotal', text: '-34.19' },
        { type: 'TAX', label: 'Sales tax', text: '-2.05' },
        { type: 'TOTAL', label: 'REFUND TOTAL', text: '36.24' },
      ],
      { items: [['Lamp', '-34.19']] },
    );

    expect(expense.status).toBe('completed');
    expect(expense).toMatchObject({
      total: { amountMinor: -3624 },
      subtotal: { amountMinor: -3419 },
      tax: { amountMinor: -205 },
    });
  });

  it('is not an exchange for something dearer', () => {
    const expense = read([{ type: 'TOTAL', label: 'Total', text: '8.00' }], {
      items: [
        ['Returned lamp', '-12.00'],
        ['Lamp', '20.00'],
      ],
      lines: ['REFUND'],
    });

    expect(expense.refund).toBe(false);
    expect(expense.total?.amountMinor).toBe(800);
  });

  it('is a total below zero', () => {
    const expense = read([{ type: 'TOTAL', label: 'Total', text: '-12.00' }]);

    expect(expense.refund).toBe(true);
    expect(expense.total?.amountMinor).toBe(-1200);
  });
});

const american = { locale: 'en-US', currency: 'USD' };
const total = (text: string) => ({ type: 'TOTAL', label: 'TOTAL', text });
const other = (label: string, text: string) => ({ type: 'OTHER', label, text });

describe('the direction of the money', () => {
  it.each([
    [
      'an exchange that pays back',
      [total('-21.00'), other('CASH REFUND', '21.00')],
      [
        ['RETURN Drill', '-51.00'],
        ['Saw', '30.00'],
      ],
      -2100,
    ],
    [
      'the same, its total printed without a sign',
      [total('21.00'), other('CASH REFUND', '21.00')],
      [
        ['RETURN Drill', '-51.00'],
        ['Saw', '30.00'],
      ],
      -2100,
    ],
    [
      'an exchange that costs',
      [total('30.00'), other('VISA', '30.00')],
      [
        ['RETURN Drill', '-20.00'],
        ['Saw', '50.00'],
      ],
      3000,
    ],
    ['a refund to a card and no title', [total('53.00'), other('REFUND VISA', '53.00')], [['Lamp', '53.00']], -5300],
    ['money paid out', [total('8.28'), other('Auszahlung', '8.28')], [['Lamp', '8.28']], -828],
    ['a credit', [total('49.00 CR')], [['Lamp', '49.00 CR']], -4900],
    [
      'a dash that leads to the amount',
      [total('- 15.00'), other('CASH', '20.00'), other('CHANGE', '5.00')],
      [['Lamp', '15.00']],
      1500,
    ],
    [
      'change that is called as a return is',
      [total('8.28'), other('Gegeben', '10.00'), other('Rückgabe', '1.72')],
      [['Brot', '8.28']],
      828,
    ],
    ['empties that are worth more', [total('-3.00'), other('Auszahlung', '3.00')], [['Leergut', '-3.00']], -300],
  ] as const)('of %s is told', (_, fields, items, amountMinor) => {
    const expense = read([...fields], { ...american, items: [...items] });

    expect(expense).toMatchObject({ status: 'completed', total: { amountMinor }, refund: amountMinor < 0 });
  });

  it.each([
    ['the items are above zero', [total('-12.00'), other('VISA', '12.00')], [['Coffee', '12.00']]],
    [
      'the items come to less than zero',
      [total('21.00'), other('VISA', '21.00')],
      [
        ['Drill', '-51.00'],
        ['Saw', '30.00'],
      ],
    ],
    [
      'as much was given back',
      [total('50.00'), { type: 'AMOUNT_PAID', label: 'Paid', text: '50.00' }, other('Refunded', '50.00')],
      [],
    ],
    ['a part of it was given back', [total('50.00'), other('Refunded', '20.00')], [['Lamp', '50.00']]],
  ] as const)('is asked for where %s', (why, fields, items) => {
    const expense = read([...fields], { ...american, items: [...items] });

    expect(codes(expense)).toEqual(['TotalsDisagreeError']);
    expect(expense.reasons[0]?.message).toContain(why);
    const amounts = expense.candidates.total.map(({ value }) => Number(value));
    expect(amounts).toContain(Math.abs(amounts[0] ?? 0));
    expect(amounts).toContain(-Math.abs(amounts[0] ?? 0));
  });

  it('is asked for where a refund gives change', () => {
    const fields = [total('12.00'), other('CASH', '20.00'), other('CHANGE', '8.00')];

    expect(codes(read(fields, { ...american, lines: ['REFUND', 'TOTAL 12.00'] }))).toEqual(['TotalsDisagreeError']);
  });

  it('is asked for where a balance is a credit', () => {
    const fields = [{ type: 'TOTAL', label: 'Total balance', text: '49.00 CR' }];

    expect(codes(read(fields, american))).toEqual(['TotalsDisagreeError']);
  });

  it('keeps a fee and a discount out of the question whether goods were bought too', () => {
    const expense = read([total('45.00')], {
      ...american,
      lines: ['REFUND', 'TOTAL 45.00'],
      items: [
        ['Drill', '50.00'],
        ['Discount', '-5.00'],
      ],
    });

    expect(expense).toMatchObject({ status: 'completed', total: { amountMinor: -4500 } });
  });
});

describe('a sign that the paper leaves open', () => {
  it.each([
    ['RETURN', ['RETURN'], [['Lamp', '12.00']]],
    ['Retour', ['Retour'], [['Lamp', '12.00']]],
    ['Faktura korygująca', ['Faktura korygująca'], [['Lamp', '12.00']]],
    [
      'CR',
      ['CR', 'CR', 'CR'],
      [
        ['Lamp', '7.00'],
        ['Cup', '5.00'],
      ],
    ],
    ['CR', ['7.00 CR', 'CR', 'USD 12.00 C.R.'], [['Lamp', '12.00']]],
  ] as const)('is asked for: "%s" of %s', (word, lines, items) => {
    const expense = read([total('12.00')], { ...american, lines: [...lines], items: [...items] });

    expect(codes(expense)).toEqual(['TotalsDisagreeError']);
    expect(expense.reasons[0]?.message).toContain(`"${word}" is printed`);
    expect(expense.candidates.total.map(({ value }) => value)).toEqual(expect.arrayContaining(['12.00', '-12.00']));
  });

  it.each([
    ['the total below zero', [total('-12.00')], ['RETURN'], -1200],
    ['money paid out', [total('12.00'), other('REFUND VISA', '12.00')], ['RETURN'], -1200],
    ['a title that is sure', [total('12.00')], ['Rechnungskorrektur', 'Gutschrift'], -1200],
    ['one credit among the entries', [total('12.00')], ['CR'], 1200],
  ] as const)('is told by %s', (_, fields, lines, amountMinor) => {
    const expense = read([...fields], { ...american, lines: [...lines], items: [['Lamp', String(amountMinor / 100)]] });

    expect(expense).toMatchObject({ status: 'completed', total: { amountMinor } });
  });
});
