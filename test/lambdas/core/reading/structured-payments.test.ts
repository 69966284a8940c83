import { describe, expect, it } from 'vitest';
import { codes, read } from './read-document.ts';

const american = { locale: 'en-US', currency: 'USD' };

describe('total with payments and tips', () => {
  it('is the later total when the tip between the two explains it', () => {
    const expense = read(
      [
        { type: 'SUBTOTAL', label: 'Subtotal', text: '$40.00' },
        { type: 'TAX', label: 'Tax', text: '$3.50' },
        { type: 'TOTAL', label: 'Total', text: '$43.50' },
        { type: 'GRATUITY', label: 'Tip', text: '$8.00' },
        { type: 'TOTAL', label: 'Total', text: '$51.50' },
      ],
      american,
    );

    expect(expense).toMatchObject({ status: 'completed', total: { amountMinor: 5150 }, tip: { amountMinor: 800 } });
  });

  it('holds no tip when several are suggested', () => {
    const expense = read(
      [
        { type: 'SUBTOTAL', label: 'Subtotal', text: '$40.00' },
        { type: 'TAX', label: 'Tax', text: '$3.50' },
        { type: 'TOTAL', label: 'Total', text: '$43.50' },
        { type: 'OTHER', label: '15 % tip', text: '$6.00' },
        { type: 'OTHER', label: '20 % tip', text: '$8.00' },
      ],
      american,
    );

    expect(expense).toMatchObject({ status: 'completed', total: { amountMinor: 4350 } });
    expect(expense.tip).toBeUndefined();
  });

  it('is confirmed by parts that were paid with a voucher and a card', () => {
    const expense = read([
      { type: 'TOTAL', label: 'TOTAL', text: '60.00', confidence: 60 },
      { type: 'AMOUNT_PAID', label: 'Gift card', text: '25.00' },
      { type: 'AMOUNT_PAID', label: 'VISA', text: '35.00' },
    ]);

    expect(expense).toMatchObject({ status: 'completed', total: { amountMinor: 6000 } });
  });

  it.each([
    ['Gift card', '-25.00', 'VISA', '35.00'],
    ['Presentkort', '-25.00', 'Kort', '35.00'],
    ['Geschenkkarte', '-25.00', 'Bar', '35.00'],
    ['Lahjakortti', '-25.00', 'Kortti', '35.00'],
    ['Bon cadeau', '-25.00', 'Carte', '35.00'],
    ['Karta podarunkowa', '-25.00', 'Karta', '35.00'],
    ['Gift card', '-25.00', 'VISA', '-35.00'],
  ])('is what was paid in parts, one of them printed with a minus: %s %s, %s %s', (gift, part, card, rest) => {
    const expense = read([
      { type: 'TOTAL', label: 'TOTAL', text: '60.00' },
      { type: 'OTHER', label: gift, text: part },
      { type: 'OTHER', label: card, text: rest },
    ]);

    expect(expense).toMatchObject({ status: 'completed', total: { amountMinor: 6000 } });
  });

  it('is asked for where the parts do not come to it', () => {
    const expense = read([
      { type: 'TOTAL', label: 'TOTAL', text: '60.00' },
      { type: 'OTHER', label: 'Gift card', text: '-25.00' },
      { type: 'OTHER', label: 'VISA', text: '34.00' },
    ]);

    expect(codes(expense)).toEqual(['TotalsDisagreeError']);
  });

  it('is what is left when the insurance paid the rest', () => {
    const expense = read(
      [
        { type: 'TOTAL', label: 'Total charges', text: '$19,222.54' },
        { type: 'TOTAL', label: 'Insurance paid', text: '-$19,172.54' },
        { type: 'TOTAL', label: 'Balance due', text: '$50.00' },
      ],
      american,
    );

    expect(expense).toMatchObject({ status: 'completed', total: { amountMinor: 5000 } });
  });

  it('is completed beside savings, points and counts', () => {
    const expense = read([
      { type: 'TOTAL', label: 'TOTAL', text: '46.80' },
      { type: 'TOTAL', label: 'TOTAL SAVINGS', text: '12.00' },
      { type: 'TOTAL', label: 'TOTAL ITEMS', text: '3' },
    ]);

    expect(expense).toMatchObject({ status: 'completed', total: { amountMinor: 4680 } });
  });

  it('needs review when cash without change is all that tells it', () => {
    const expense = read([
      { type: 'AMOUNT_PAID', label: 'CASH', text: '68.96' },
      { type: 'OTHER', label: 'CHANGE', text: '0.00' },
    ]);

    expect(codes(expense)).toEqual(['TotalUnreadableError']);
  });

  it('needs review when it is printed twice and a rounded one stands beside it', () => {
    const expense = read([{ type: 'TOTAL', label: 'Total', text: '21.83' }], {
      lines: ['Total 21.83', 'Sales 21.83', 'Nett 21.85', '14/06/2024'],
    });

    expect(codes(expense)).toEqual(['TotalsDisagreeError']);
  });
});
