import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  evaluateTriggers,
  isExceeded,
  isReached,
  NOTHING_REACHED,
  percentOf,
  type Threshold,
  type TriggerState,
  triggerId,
} from '../../../../lambdas/core/budget/threshold.ts';

interface Limit {
  readonly limitMinor: number;
  readonly thresholds: readonly Threshold[];
}
const BUDGET: Limit = { limitMinor: 10_000, thresholds: [50, 80, 100] };
const amount = fc.integer({ min: -20_000, max: 20_000 });
const budget: fc.Arbitrary<Limit> = fc.record({
  limitMinor: fc.integer({ min: 0, max: 30_000 }),
  thresholds: fc.uniqueArray(
    fc.oneof(
      fc.integer({ min: 1, max: 200 }),
      fc.integer({ min: 1, max: 30_000 }).map((amountMinor) => ({ amountMinor })),
    ),
    { maxLength: 5, selector: (threshold) => triggerId({ kind: 'threshold', threshold }) },
  ),
});

const evaluate = ({ limitMinor, thresholds }: Limit, spentMinor: number, state: TriggerState, isOver?: boolean) =>
  evaluateTriggers(thresholds, { limitMinor, spentMinor }, state, isOver);

/** Spends amounts one after the other, checking after each; gives the state and everything claimed. */
function spend(of: Limit, amounts: readonly number[], from: TriggerState = NOTHING_REACHED) {
  const claims: string[] = [];
  let state = from;
  let sum = 0;
  for (const next of amounts) {
    sum += next;
    const result = evaluate(of, sum, state);
    claims.push(...result.crossed.map(({ trigger, crossing }) => `${triggerId(trigger)}#${crossing}`));
    state = result.state;
  }
  return { state, claims, sum };
}

/** The names of all triggers that hold, reckoned in the simplest way. */
const holding = ({ limitMinor, thresholds }: Limit, spentMinor: number): string[] => [
  ...thresholds
    .filter((threshold) =>
      typeof threshold === 'number'
        ? limitMinor === 0
          ? spentMinor > 0
          : spentMinor * 100 >= limitMinor * threshold
        : spentMinor >= threshold.amountMinor,
    )
    .map((threshold) => triggerId({ kind: 'threshold', threshold })),
  ...(spentMinor > limitMinor ? ['exceeded'] : []),
];

describe('evaluateTriggers', () => {
  it('claims what is newly reached and nothing else; exactly the limit is reached, not exceeded', () => {
    const { state, claims } = spend(BUDGET, [4_999, 1, 2_999, 1, 2_000, 1, 5_000]);

    expect(claims).toEqual(['50#1', '80#1', '100#1', 'exceeded#1']);
    expect(state.reached).toEqual(['50', '80', '100', 'exceeded']);
  });

  it('claims several at once when one receipt passes them', () => {
    expect(spend(BUDGET, [9_000]).claims).toEqual(['50#1', '80#1']);
  });

  it('claims that the limit is exceeded whatever the thresholds are', () => {
    expect(spend({ limitMinor: 10_000, thresholds: [120] }, [10_001]).claims).toEqual(['exceeded#1']);
  });

  it('claims amounts, which do not move with the limit', () => {
    const of = { limitMinor: 10_000, thresholds: [{ amountMinor: 3_500 }] };

    expect(spend(of, [3_499, 1]).claims).toEqual(['amount-3500#1']);
    expect(spend({ ...of, limitMinor: 99_999 }, [3_499, 1]).claims).toEqual(['amount-3500#1']);
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

    const raised = evaluate({ ...BUDGET, limitMinor: 20_000 }, 5_500, state);
    const lowered = evaluate(BUDGET, 5_500, raised.state);

    expect(raised.crossed).toEqual([]);
    expect(lowered.crossed).toEqual([{ trigger: { kind: 'threshold', threshold: 50 }, crossing: 2 }]);
  });

  it('of a limit of nothing is set off by anything that is spent, and by nothing else', () => {
    expect(spend({ limitMinor: 0, thresholds: [80] }, [0, 1]).claims).toEqual(['80#1', 'exceeded#1']);
  });

  it('claims each upward crossing once, however the period is split and ordered', () => {
    fc.assert(
      fc.property(budget, fc.array(amount, { maxLength: 12 }), (of, amounts) => {
        const { claims, state, sum } = spend(of, amounts);

        let before: string[] = [];
        let spent = 0;
        const expected = amounts.flatMap((next) => {
          spent += next;
          const now = holding(of, spent);
          const crossed = now.filter((name) => !before.includes(name));
          before = now;
          return crossed;
        });
        expect(claims.map((claim) => claim.split('#')[0])).toEqual(expected);
        expect(new Set(claims).size).toBe(claims.length);
        expect(state.reached).toEqual(holding(of, sum));
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
        const whole = spend(of, [total]).claims.sort();
        expect(spend(of, receipts).claims.sort()).toEqual(whole);
        expect(spend(of, split).claims.sort()).toEqual(whole);
      }),
    );
  });

  it('finds nothing new the second time', () => {
    fc.assert(
      fc.property(budget, fc.array(amount, { minLength: 1 }), (of, amounts) => {
        const { state, sum } = spend(of, amounts);
        expect(evaluate(of, sum, state)).toEqual({ state, crossed: [] });
      }),
    );
  });

  describe('with a forecast', () => {
    const forecasts = (looks: readonly (boolean | undefined)[]) => {
      let state = NOTHING_REACHED;
      return looks.flatMap((isOver) => {
        const result = evaluate(BUDGET, 100, state, isOver);
        state = result.state;
        return result.crossed.map(({ trigger, crossing }) => `${trigger.kind}#${crossing}`);
      });
    };

    it('claims it once, once more when it cleared and came back, and then no more', () => {
      expect(forecasts([true, true])).toEqual(['forecast#1']);
      expect(forecasts([true, false, true])).toEqual(['forecast#1', 'forecast#2']);
      expect(forecasts([true, false, true, false, true, false, true])).toEqual(['forecast#1', 'forecast#2']);
    });

    it('is left as it is by a check that does not look at it', () => {
      expect(forecasts([true, undefined, true])).toEqual(['forecast#1']);
      expect(forecasts([undefined])).toEqual([]);
    });

    it('claims it at most twice a period, whatever happens', () => {
      const look = fc.constantFrom(true, false, undefined);
      fc.assert(
        fc.property(fc.array(look), (looks) => {
          expect(forecasts(looks).length).toBeLessThanOrEqual(2);
        }),
      );
    });
  });
});

describe('percentOf', () => {
  const of = (spentMinor: number, limitMinor = 10_000) => percentOf({ spentMinor, limitMinor });

  it.each([
    [0, 0],
    [9_999, 99],
    [10_000, 100],
    [10_099, 100],
    [10_100, 101],
    [-1, -1],
    [-10_000, -100],
  ])('of %d in 10000 is %d', (spent, expected) => {
    expect(of(spent)).toBe(expected);
  });

  it('of a limit of nothing is none', () => {
    expect(of(5, 0)).toBeUndefined();
  });

  it('says 100 exactly when the threshold of 100 is reached and the next is not, up to the largest amounts', () => {
    const large = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });
    fc.assert(
      fc.property(fc.maxSafeInteger(), large, (spentMinor, limitMinor) => {
        const percent = of(spentMinor, limitMinor);
        fc.pre(percent !== undefined && Number.isSafeInteger(percent));
        expect(isReached({ spentMinor, limitMinor }, percent ?? 0)).toBe(true);
        expect(isReached({ spentMinor, limitMinor }, (percent ?? 0) + 1)).toBe(false);
      }),
    );
  });

  it('is at least 100 wherever the limit is exceeded', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.integer({ min: 1, max: 1_000_000 }),
        (limitMinor, over) => {
          expect(isExceeded({ spentMinor: limitMinor + over, limitMinor })).toBe(true);
          expect(isExceeded({ spentMinor: limitMinor, limitMinor })).toBe(false);
          expect(of(limitMinor + over, limitMinor)).toBeGreaterThanOrEqual(100);
        },
      ),
    );
  });
});
