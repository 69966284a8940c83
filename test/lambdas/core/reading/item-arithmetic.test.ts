import { describe, expect, it } from 'vitest';
import { money } from '../../../../lambdas/core/ground/money.ts';
import {
  accountedItems,
  completeItem,
  productOf,
  repairItems,
} from '../../../../lambdas/core/reading/item-arithmetic.ts';
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

describe('accountedItems', () => {
  const items = [item(undefined, undefined, 600), item(undefined, undefined, 300), item()];
  const eur = (amountMinor: number) => money(amountMinor, 'EUR');

  it.each([
    ['the total', { total: eur(900) }],
    ['the subtotal', { total: eur(1_700), subtotal: eur(900) }],
    ['the total less tax', { total: eur(990), tax: eur(90) }],
    ['the total less tax and tip', { total: eur(1_090), tax: eur(90), tip: eur(100) }],
    ['the total with tax in it, less service', { total: eur(950), tax: eur(90), serviceCharge: eur(50) }],
    ['the total and a discount', { total: eur(800), discount: eur(100) }],
    ['the total, but for a rounding to coins', { total: eur(925), tax: eur(27) }],
  ])('come to %s', (_, printed) => {
    expect(accountedItems({ lineItems: items, ...printed })?.map(({ amountMinor }) => amountMinor)).toEqual([600, 300]);
  });

  it.each([
    ['neither', { total: eur(1_000), subtotal: eur(950) }],
    ['a total that is off by a cent', { total: eur(901) }],
    ['nothing, without a total', {}],
  ])('come to %s', (_, printed) => {
    expect(accountedItems({ lineItems: items, ...printed })).toBeUndefined();
  });

  it('take the sign of a refund, whose sums all have a minus', () => {
    const refund = { total: eur(-990), tax: eur(-90) };

    expect(accountedItems({ lineItems: items, ...refund })?.map(({ amountMinor }) => amountMinor)).toEqual([
      -600, -300,
    ]);
  });
});
