import { describe, expect, it } from 'vitest';
import { correctExpense } from '../../../../lambdas/core/correction/correct-expense.ts';
import { money } from '../../../../lambdas/core/ground/money.ts';
import { itemsRemark } from '../../../../lambdas/core/reading/items-complete.ts';
import { read } from './read-document.ts';

const total = (text: string) => ({ type: 'TOTAL', label: 'Total', text });
const items = [
  ['Lamp', '37.99'],
  ['Screws', '14.98'],
  ['Roller', '16.99'],
  ['Tape', '5.29'],
] as const;

describe('itemsComplete', () => {
  it.each([
    ['the total', [total('75.25')]],
    ['the subtotal', [{ type: 'SUBTOTAL', label: 'Subtotal', text: '75.25' }, total('79.77')]],
    ['the total with shipping', [{ type: 'OTHER', label: 'Shipping', text: '4.75' }, total('80.00')]],
  ] as const)('holds where the items come to %s', (_, fields) => {
    expect(read([...fields], { items: [...items] }).itemsComplete).toBe(true);
  });

  it('does not where an item was not read', () => {
    const fields = [{ type: 'SUBTOTAL', label: 'Subtotal', text: '104.86' }, total('104.86')];
    const expense = read(fields, { items: [...items] });

    expect(expense.itemsComplete).toBe(false);
    expect(itemsRemark(expense)).toBe('4 items read, 29.61 of the subtotal missing');
  });

  it.each([
    ['a total alone', [total('12.00')], ['Car park', 'Total 12.00']],
    ['a net amount', [{ type: 'SUBTOTAL', label: 'Net amount', text: '11.00' }, total('12.00')], []],
    ['one row of a price', [total('12.00')], ['Parking 2 h 12.00', 'Total 12.00', 'Visa 12.00']],
    ['rows below the total', [total('12.00')], ['Total 12.00', 'Visa 12.00', 'Gebuhrfrei 12.00', 'Anlage 1.00']],
  ] as const)('is not told without an item, of %s', (_, fields, lines) => {
    const expense = read([...fields], { lines: [...lines] });
    expect(expense).not.toHaveProperty('itemsComplete');
    expect(itemsRemark(expense)).toBeUndefined();
  });

  it.each([
    ['a subtotal', [{ type: 'SUBTOTAL', label: 'Subtotal', text: '11.00' }, total('12.00')], [], '11.00'],
    ['rows of prices', [total('12.00')], ['Rope 8.00', 'Nails 4.00', 'Total 12.00'], '12.00'],
    ['rows of whole prices', [total('1450.00')], ["Drill 1'200.-", 'Nails 250.-', "Total 1'450.-"], '1450.00'],
  ] as const)('does not hold where %s show goods of which none was read', (_, fields, lines, amount) => {
    const expense = read([...fields], { lines: [...lines] });
    expect(expense.itemsComplete).toBe(false);
    expect(itemsRemark(expense)).toBe(`no items read of ${amount}`);
    const corrected = correctExpense(expense, { documentId: 'd', total: '13.00' } as never);
    expect(corrected.itemsComplete).toBe(false);
  });

  it('is told anew of a total that a person states', () => {
    const expense = read([total('75.25')], { items: [...items] });

    expect(correctExpense(expense, { documentId: 'd', total: '80.25' } as never).itemsComplete).toBe(false);
    expect(correctExpense(expense, { documentId: 'd', vendor: 'Elm' } as never).itemsComplete).toBe(true);
  });
});

describe('itemsRemark', () => {
  const eur = (amountMinor: number) => money(amountMinor, 'EUR');
  const item = (amountMinor: number) => ({ description: 'thing', amount: eur(amountMinor) });

  it.each([
    [{ lineItems: [item(600)], total: eur(900) }, '1 item read, 3.00 of the total missing'],
    [{ lineItems: [item(600)], total: eur(-900) }, '1 item read, 3.00 of the total missing'],
    [{ lineItems: [item(600), item(600)], total: eur(900) }, '2 items read, which come to 3.00 more than the total'],
    [{ lineItems: [item(600)], total: eur(900), tax: eur(50) }, '1 item read, which does not come to the total'],
    [{ lineItems: [item(900)], total: eur(900) }, undefined],
    [{ lineItems: [], total: eur(900) }, undefined],
    [{ lineItems: [item(600)], total: eur(900), itemsComplete: true }, undefined],
  ])('of %j is "%s"', (sums, remark) => {
    expect(itemsRemark(sums)).toBe(remark);
  });
});
