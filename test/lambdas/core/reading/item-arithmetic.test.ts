import { describe, expect, it } from 'vitest';
import { money } from '../../../../lambdas/core/money.ts';
import { completeItem, productOf, repairItems } from '../../../../lambdas/core/reading/item-arithmetic.ts';
import type { LineItem } from '../../../../lambdas/core/reading/structured-expense.ts';

const item = (quantity?: string, unitMinor?: number, amountMinor?: number): LineItem => ({
  description: 'thing',
  ...(quantity !== undefined && { quantity }),
  ...(unitMinor !== undefined && { unitPrice: money(unitMinor, 'EUR') }),
  ...(amountMinor !== undefined && { amount: money(amountMinor, 'EUR') }),
});

describe('productOf', () => {
  it.each([
    ['2', 1530, 3060],
    ['0.350', 1299, 455],
    ['4.5', 11_000, 49_500],
  ])('gives %s × %i as %i', (quantity, unitMinor, expected) => {
    expect(productOf(item(quantity, unitMinor))).toBe(expected);
  });

  it('gives nothing where one of them is missing', () => {
    expect(productOf(item('2'))).toBeUndefined();
    expect(productOf(item(undefined, 1530))).toBeUndefined();
  });
});

describe('completeItem', () => {
  it('gives an item the amount that was not read', () => {
    expect(completeItem(item('3', 1455)).amount?.amountMinor).toBe(4365);
  });

  it('gives an item the quantity that was not read', () => {
    expect(completeItem(item(undefined, 1530, 7650)).quantity).toBe('5');
  });

  it.each([
    ['the same price once', item(undefined, 1530, 1530)],
    ['amounts that do not divide', item(undefined, 1530, 2000)],
    ['a quantity that was read', item('2', 1530, 2999)],
  ])('leaves %s as it is', (_name, as) => {
    expect(completeItem(as)).toEqual(as);
  });
});

describe('repairItems', () => {
  it('puts the one misread amount right that quantity and price contradict, when the sum then closes', () => {
    const items = [item('2', 500, 1800), item('1', 300, 300)];

    expect(repairItems(items, [1300]).map(({ amount }) => amount?.amountMinor)).toEqual([1000, 300]);
  });

  it('leaves amounts that close as they are, also where a discount makes one differ', () => {
    const items = [item('2', 500, 900), item('1', 300, 300)];

    expect(repairItems(items, [1200])).toBe(items);
  });

  it('leaves amounts that close in no way', () => {
    const items = [item('2', 500, 1800), item('1', 300, 300)];

    expect(repairItems(items, [9999])).toBe(items);
  });
});
