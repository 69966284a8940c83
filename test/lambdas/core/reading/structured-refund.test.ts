import { describe, expect, it } from 'vitest';
import { read } from './read-document.ts';

describe('refund', () => {
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
