import { describe, expect, it } from 'vitest';
import { byRules, type CategoryRule } from '../../../../lambdas/core/category/category-rule.ts';

const decide = (rule: Partial<CategoryRule>, vendor: string | undefined, ...items: readonly string[]) =>
  byRules([{ category: 'mine', ...rule }])({
    ...(vendor !== undefined && { vendor }),
    lineItems: items.map((description) => ({ description })),
  })?.category;

describe('byRules', () => {
  it.each([
    ['café zentral', 'CAFE ZENTRAL GmbH', true],
    ['zentral', 'Cafe Zentral', false],
    ['*zentral', 'Cafe Zentral', true],
    ['*apothek', 'Stadtapotheke', true],
    ['rew', 'REWE Markt', false],
    ['rew*', 'REWE Markt', true],
    ["mcdonald's", 'McDonalds 0123', true],
    ['すき家', 'すき家 渋谷店', true],
    ['*', 'REWE', false],
  ])('takes "%s" for the merchant "%s": %s', (merchant, vendor, expected) => {
    expect(decide({ merchant }, vendor) === 'mine').toBe(expected);
  });

  it.each([
    [['beer'], 'Craft beer 0.5', true],
    [['wine', 'beer'], 'Craft beer 0.5', true],
    [['beer'], 'Ginger beers', false],
    [['beer*'], 'Ginger beers', true],
    [['root beer'], 'Root beer', true],
    [[], 'Root beer', false],
  ])('takes %j for the item "%s": %s', (items, description, expected) => {
    expect(decide({ items }, 'Any shop', description) === 'mine').toBe(expected);
  });

  it('asks for both where a rule names merchant and items', () => {
    const rule = { merchant: 'rewe', items: ['beer'] };

    expect(decide(rule, 'REWE', 'Beer')).toBe('mine');
    expect(decide(rule, 'REWE', 'Milk')).toBeUndefined();
    expect(decide(rule, 'Lidl', 'Beer')).toBeUndefined();
    expect(decide(rule, undefined, 'Beer')).toBeUndefined();
  });

  it('lets the first rule that fits decide, and says which', () => {
    const rules: CategoryRule[] = [
      { merchant: 'lidl', category: 'first' },
      { items: ['beer'], category: 'second' },
      { merchant: 'rewe', category: 'third' },
    ];

    expect(byRules(rules)({ vendor: 'REWE', lineItems: [{ description: 'Beer' }] })).toEqual({
      category: 'second',
      by: 'rule',
      because: 'the plan\'s rule for the item "beer"',
    });
  });

  it('lets rules for items decide the whole only where they put every item into one category', () => {
    const rules: CategoryRule[] = [
      { merchant: 'rewe', category: 'food' },
      { items: ['wine', 'beer'], category: 'alcohol' },
    ];
    const of = (...items: readonly string[]) =>
      byRules(rules)({ vendor: 'REWE', lineItems: items.map((description) => ({ description })) })?.category;

    expect(of('Beer', 'Red wine')).toBe('alcohol');
    expect(of('Beer', 'Bread')).toBe('food');
    expect(of()).toBe('food');
  });

  it.each([
    [true, 'mine'],
    [false, undefined],
  ])('decides on the items of a whole document alone: %s', (itemsComplete, category) => {
    const lineItems = [{ description: 'Craft beer' }];

    expect(byRules([{ category: 'mine', items: ['beer'] }])({ lineItems, itemsComplete })?.category).toBe(category);
  });
});
