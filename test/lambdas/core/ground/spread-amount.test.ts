import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minorUnits } from '../../../../lambdas/core/ground/money.ts';
import { spreadAmount } from '../../../../lambdas/core/ground/spread-amount.ts';

const spread = (amount: number, ...weights: number[]) => spreadAmount(minorUnits(amount), weights);

describe('spreadAmount', () => {
  it.each([
    [100, [1, 1, 1], [34, 33, 33]],
    [100, [50, 30, 20], [50, 30, 20]],
    [5, [3, 7], [2, 3]],
    [-100, [1, 1, 1], [-34, -33, -33]],
    [1, [0, 1, 1], [0, 1, 0]],
    [0, [1, 2], [0, 0]],
    [10, [4], [10]],
  ])('spreads %i by %j as %j', (amount, weights, expected) => {
    expect(spread(amount, ...weights)).toEqual(expected);
  });

  it('gives parts that add up to the amount, each less than one unit from its exact share', () => {
    const weights = fc
      .array(fc.integer({ min: 0, max: 10_000_000 }), { minLength: 1, maxLength: 12 })
      .filter((list) => list.some((weight) => weight > 0));
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), weights, (amount, list) => {
        const parts = spread(amount, ...list);

        const whole = list.reduce((sum, weight) => sum + weight, 0);
        expect(parts.reduce<number>((sum, part) => sum + part, 0)).toBe(amount);
        for (const [index, part] of parts.entries()) {
          const apart = BigInt(part) * BigInt(whole) - BigInt(amount) * BigInt(list[index] ?? 0);
          expect(apart < BigInt(whole) && -apart < BigInt(whole)).toBe(true);
        }
      }),
    );
  });

  it('stays exact where a product would not fit into a number', () => {
    const amount = Number.MAX_SAFE_INTEGER;

    const [one = 0, other = 0] = spread(amount, amount - 1, 1);

    expect(BigInt(one) + BigInt(other)).toBe(BigInt(amount));
  });

  it.each([[[]], [[0, 0]], [[1, -1]], [[0.5]]])('fails on the weights %j', (weights) => {
    expect(() => spread(1, ...weights)).toThrow('expected whole weights');
  });
});
