import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  evaluateThresholds,
  isReached,
  NOTHING_REACHED,
  percentOf,
  type ThresholdState,
} from '../../../../lambdas/core/budget/threshold.ts';

const BUDGET = { limitMinor: 10_000, thresholds: [50, 80, 100] };
const amount = fc.integer({ min: -20_000, max: 20_000 });
const budget = fc.record({
  limitMinor: fc.integer({ min: 1, max: 30_000 }),
  thresholds: fc
    .uniqueArray(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 5 })
    .map((list) => list.sort((a, b) => a - b)),
});

/** Spends amounts one after the other, checking after each; gives the state and everything claimed. */
function spend(of: typeof BUDGET, amounts: readonly number[], from: ThresholdState = NOTHING_REACHED, spent = 0) {
  const claims: string[] = [];
  let state = from;
  let sum = spent;
  for (const next of amounts) {
    sum += next;
    const result = evaluateThresholds(of, sum, state);
    claims.push(...result.crossed.map(({ threshold, crossing }) => `${threshold}#${crossing}`));
    state = result.state;
  }
  return { state, claims, sum };
}

describe('evaluateThresholds', () => {
  it('claims what is newly reached and nothing else', () => {
    const { state, claims } = spend(BUDGET, [4_999, 1, 2_999, 1, 2_000, 5_000]);

    expect(claims).toEqual(['50#1', '80#1', '100#1']);
    expect(state.reached).toEqual([50, 80, 100]);
  });

  it('claims several at once when one receipt passes them', () => {
    expect(spend(BUDGET, [9_000]).claims).toEqual(['50#1', '80#1']);
  });

  it('arms a threshold again that a refund takes back, and counts the crossing', () => {
    expect(spend(BUDGET, [5_500, -1_000, 500, -4_000, 9_000]).claims).toEqual([
      '50#1',
      '50#2',
      '50#3',
      '80#1',
      '100#1',
    ]);
  });

  it('arms a threshold again when the limit is raised', () => {
    const { state } = spend(BUDGET, [5_500]);

    const raised = evaluateThresholds({ ...BUDGET, limitMinor: 20_000 }, 5_500, state);
    const lowered = evaluateThresholds(BUDGET, 5_500, raised.state);

    expect(raised.crossed).toEqual([]);
    expect(lowered.crossed).toEqual([{ threshold: 50, crossing: 2 }]);
  });

  it('claims each upward crossing once, however the month is split and ordered', () => {
    fc.assert(
      fc.property(budget, fc.array(amount, { maxLength: 12 }), (of, amounts) => {
        const { claims, state, sum } = spend(of, amounts);

        let spent = 0;
        const expected = amounts.flatMap((next) => {
          const before = spent;
          spent += next;
          return of.thresholds.filter(
            (percent) => before * 100 < of.limitMinor * percent && spent * 100 >= of.limitMinor * percent,
          );
        });
        expect(claims.map((claim) => Number(claim.split('#')[0]))).toEqual(expected);
        expect(new Set(claims).size).toBe(claims.length);
        expect(state.reached).toEqual(of.thresholds.filter((percent) => sum * 100 >= of.limitMinor * percent));
      }),
    );
  });

  it('claims the same set when nothing is refunded, whatever the order and the splitting', () => {
    const amounts = fc.array(fc.nat({ max: 8_000 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(budget, amounts, fc.infiniteStream(fc.nat()), (of, receipts, random) => {
        const shuffled = [...receipts]
          .map((value) => ({ value, at: random.next().value ?? 0 }))
          .sort((a, b) => a.at - b.at);
        const split = shuffled.flatMap(({ value }) => [Math.floor(value / 3), value - Math.floor(value / 3)]);

        const total = receipts.reduce((sum, value) => sum + value, 0);
        const whole = spend(of, [total]).claims;
        expect(spend(of, receipts).claims).toEqual(whole);
        expect(spend(of, split).claims).toEqual(whole);
      }),
    );
  });

  it('finds nothing new the second time', () => {
    fc.assert(
      fc.property(budget, fc.array(amount, { minLength: 1 }), (of, amounts) => {
        const { state, sum } = spend(of, amounts);
        expect(evaluateThresholds(of, sum, state)).toEqual({ state, crossed: [] });
      }),
    );
  });
});

describe('percentOf', () => {
  it.each([
    [0, 0],
    [9_999, 99],
    [10_000, 100],
    [10_099, 100],
    [10_100, 101],
    [-1, -1],
    [-10_000, -100],
  ])('of %d in 10000 is %d', (spent, expected) => {
    expect(percentOf(spent, 10_000)).toBe(expected);
  });

  it('says 100 exactly when the threshold of 100 is reached and the next is not, up to the largest amounts', () => {
    const large = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });
    fc.assert(
      fc.property(fc.maxSafeInteger(), large, (spent, limit) => {
        const percent = percentOf(spent, limit);
        fc.pre(Number.isSafeInteger(percent));
        expect(isReached(spent, limit, percent)).toBe(true);
        expect(isReached(spent, limit, percent + 1)).toBe(false);
      }),
    );
  });
});
