import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { categorize } from '../../../../lambdas/core/category/categorize.ts';
import type { Category } from '../../../../lambdas/core/category/category.ts';
import type { CategoryRule } from '../../../../lambdas/core/category/category-rule.ts';
import { splitTotal } from '../../../../lambdas/core/category/split-total.ts';
import { type Money, money } from '../../../../lambdas/core/ground/money.ts';
import type { StructuredExpense } from '../../../../lambdas/core/reading/structured-expense.ts';
import { aReading } from '../../../support/a-reading.ts';

const RULES: readonly CategoryRule[] = [
  { merchant: 'rewe', category: 'food' },
  { items: ['wine', 'beer'], category: 'alcohol' },
];
const SUPERMARKET: Category = { category: 'groceries', by: 'merchant', because: 'known' };

type Printed = Partial<Record<'subtotal' | 'tax' | 'tip' | 'serviceCharge' | 'discount', number>>;

/** An expense of a supermarket with these items, and these amounts below them. */
const bought = (total: number, items: readonly (readonly [string, (number | undefined)?])[], printed: Printed = {}) =>
  ({
    ...aReading().expense,
    vendor: { name: 'REWE Markt' },
    total: money(total, 'EUR'),
    lineItems: items.map(([description, amount]) => ({
      description,
      ...(amount === undefined ? {} : { amount: money(amount, 'EUR') }),
    })),
    ...Object.fromEntries(Object.entries(printed).map(([name, amount]) => [name, money(amount, 'EUR')])),
  }) as StructuredExpense & { total: Money };

const amounts = (expense: ReturnType<typeof bought>, whole = SUPERMARKET, rules = RULES) =>
  Object.fromEntries(
    splitTotal(expense, whole, rules).shares.map(({ category, amountMinor }) => [category, amountMinor]),
  );

describe('splitTotal', () => {
  it('puts each item where a rule of the person says, and the rest into the document’s category', () => {
    const split = splitTotal(
      bought(1_500, [
        ['Bread', 400],
        ['Red wine 0.7', 700],
        ['Beer', 400],
      ]),
      SUPERMARKET,
      RULES,
    );

    expect(split.shares).toEqual([
      { category: 'alcohol', by: 'rule', because: 'the plan\'s rule for the item "wine"', amountMinor: 1_100 },
      { ...SUPERMARKET, amountMinor: 400 },
    ]);
    expect(split.because).toContain('split by category');
  });

  it('lets a rule for items speak before one for the merchant', () => {
    const expense = bought(1_000, [
      ['Bread', 300],
      ['Wine', 700],
    ]);
    const whole = categorize({ vendor: 'REWE Markt', lineItems: expense.lineItems }, RULES);

    expect(amounts(expense, whole)).toEqual({ alcohol: 700, food: 300 });
  });

  it('spreads tax, tip, service, discount and rounding by what the items of each category come to', () => {
    const items = [
      ['Bread', 600],
      ['Wine', 300],
    ] as const;

    expect(amounts(bought(1_000, items, { tax: 100 }))).toEqual({ groceries: 667, alcohol: 333 });
    expect(amounts(bought(1_100, items, { tax: 100, tip: 100 }))).toEqual({ groceries: 733, alcohol: 367 });
    expect(amounts(bought(900, items, { tax: 100 }))).toEqual({ groceries: 600, alcohol: 300 });
    expect(amounts(bought(945, items, { serviceCharge: 90, discount: 45 }))).toEqual({ groceries: 630, alcohol: 315 });
    expect(amounts(bought(925, items, { tax: 27 }))).toEqual({ groceries: 617, alcohol: 308 });
    expect(amounts(bought(1_234, items, { subtotal: 900 }))).toEqual({ groceries: 823, alcohol: 411 });
  });

  it('takes a line that is a discount as one', () => {
    const items = [
      ['Bread', 600],
      ['Wine', 600],
      ['COUPON', -200],
    ] as const;

    expect(amounts(bought(1_000, items))).toEqual({ groceries: 500, alcohol: 500 });
  });

  it('gives a refund back where it was spent, printed with a minus or without', () => {
    expect(
      amounts(
        bought(
          -1_100,
          [
            ['Bread', -400],
            ['Wine', -600],
          ],
          { tax: -100 },
        ),
      ),
    ).toEqual({
      alcohol: -660,
      groceries: -440,
    });
    expect(
      amounts(
        bought(
          -1_100,
          [
            ['Bread', 400],
            ['Wine', 600],
          ],
          { tax: -100 },
        ),
      ),
    ).toEqual({
      alcohol: -660,
      groceries: -440,
    });
  });

  it('keeps goods that were given back apart from those that were bought', () => {
    const items = [
      ['Bread', 1_500],
      ['Wine', -500],
    ] as const;

    expect(amounts(bought(1_000, items))).toEqual({ groceries: 1_500, alcohol: -500 });
    expect(amounts(bought(1_100, items, { tax: 100 }))).toEqual({ groceries: 1_100 });
  });

  it('keeps the whole together where the items do not account for the total, and says so', () => {
    const { shares, because } = splitTotal(
      bought(1_500, [
        ['Bread', 400],
        ['Wine', 700],
      ]),
      SUPERMARKET,
      RULES,
    );

    expect(shares).toEqual([{ ...SUPERMARKET, amountMinor: 1_500 }]);
    expect(because).toBe('not split by category: the items with an amount do not come to the subtotal or the total');
  });

  it('passes over items without an amount', () => {
    expect(amounts(bought(1_100, [['Bread', 400], ['Wine'], ['Wine', 700]]))).toEqual({ alcohol: 700, groceries: 400 });
  });

  it('keeps the whole in the category that a correction states', () => {
    const stated: Category = { category: 'gifts', by: 'correction', because: 'a correction states it' };

    expect(
      amounts(
        bought(1_000, [
          ['Bread', 300],
          ['Wine', 700],
        ]),
        stated,
      ),
    ).toEqual({ gifts: 1_000 });
  });

  it('goes by what is known of the words on items only where the items decided', () => {
    const items = [
      ['HDMI cable', 2_000],
      ['Milk', 300],
      ['XJ-22', 100],
    ] as const;
    const expense = bought(2_400, items);
    const guessed = categorize({ vendor: 'Zheng Hui', lineItems: expense.lineItems });

    expect(splitTotal(expense, guessed).shares).toEqual([
      { ...guessed, category: 'electronics', by: 'items', amountMinor: 2_100 },
      {
        category: 'groceries',
        by: 'items',
        because: '1 of 3 items is groceries, such as "milk"',
        amountMinor: 300,
      },
    ]);
    expect(amounts(expense, SUPERMARKET, [])).toEqual({ groceries: 2_400 });
  });

  it('takes no rule for a merchant that is not sure', () => {
    const items = [
      ['Bread', 300],
      ['Wine', 700],
    ] as const;
    const rule: CategoryRule = { merchant: 'rewe', items: ['wine'], category: 'alcohol' };
    const expense = bought(1_000, items);
    const unsure = { ...expense, vendor: { name: 'REWE Markt', isUnsure: true } as const };

    expect(amounts(expense, SUPERMARKET, [rule])).toEqual({ groceries: 300, alcohol: 700 });
    expect(amounts(unsure, SUPERMARKET, [rule])).toEqual({ groceries: 1_000 });
  });

  it('says nothing where there was no choice', () => {
    expect(splitTotal(bought(1_500, [['Bread', 400]]), SUPERMARKET, RULES)).toEqual({
      shares: [{ ...SUPERMARKET, amountMinor: 1_500 }],
    });
    expect(splitTotal(bought(0, []), SUPERMARKET).shares).toEqual([]);
  });

  it('keeps the whole together rather than in more parts than one transaction books', () => {
    const names = Array.from({ length: 21 }, (_, index) => `thing${index}`);
    const rules = names.map((name) => ({ items: [name], category: name }));

    expect(
      amounts(
        bought(
          2_100,
          names.map((name) => [name, 100]),
        ),
        SUPERMARKET,
        rules,
      ),
    ).toEqual({ groceries: 2_100 });
    expect(
      splitTotal(
        bought(
          2_000,
          names.slice(1).map((name) => [name, 100]),
        ),
        SUPERMARKET,
        rules,
      ).shares,
    ).toHaveLength(20);
  });

  it('adds up to the total exactly, each category once and none with nothing, whatever the items', () => {
    const word = fc.constantFrom('Wine', 'Beer', 'Bread', 'HDMI cable', 'Milk', 'Coupon', 'XJ-22');
    const amount = fc.integer({ min: -5_000, max: 20_000 });
    const items = fc.array(fc.tuple(word, fc.option(amount, { nil: undefined })), { maxLength: 8 });
    const printed = fc.record(
      { subtotal: amount, tax: amount, tip: amount, discount: amount, serviceCharge: amount },
      { requiredKeys: [] },
    );
    const whole = fc.constantFrom<Category>(
      SUPERMARKET,
      { category: 'electronics', by: 'items', because: '' },
      { category: 'other', by: 'default', because: '' },
    );
    const isAccounted = fc.boolean();
    fc.assert(
      fc.property(items, printed, amount, whole, isAccounted, (list, below, any, category, doesClose) => {
        const sum = list.reduce((all, [, one = 0]) => all + one, 0);
        const total = doesClose ? sum + (below.tax ?? 0) + (below.tip ?? 0) : any;

        const { shares } = splitTotal(bought(total, list, below as Printed), category, RULES);

        expect(shares.reduce((all, { amountMinor }) => all + amountMinor, 0)).toBe(total);
        expect(shares.every(({ amountMinor }) => Number.isSafeInteger(amountMinor) && amountMinor !== 0)).toBe(true);
        expect(new Set(shares.map((share) => share.category)).size).toBe(shares.length);
        const sizes = shares.map(({ amountMinor }) => Math.abs(amountMinor));
        expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
      }),
      { numRuns: 500 },
    );
  });
});
