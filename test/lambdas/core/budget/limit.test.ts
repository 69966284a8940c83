import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeLimit, type DatedLimit, limitIn } from '../../../../lambdas/core/budget/limit.ts';
import { monthOf } from '../../../../lambdas/core/budget/period.ts';

const LIMITS = [
  { limitMinor: 100 },
  { validFrom: '2026-06-01', limitMinor: 200 },
  { validFrom: '2026-09-15', limitMinor: 300 },
];

describe('limitIn', () => {
  it.each([
    ['2020-01-10', 100],
    ['2026-05-31', 100],
    ['2026-06-10', 200],
    // A limit from the middle of a period on holds from the next one on.
    ['2026-09-30', 200],
    ['2026-10-01', 300],
    ['2030-01-01', 300],
  ])('in the month of %s is %d', (date, expected) => {
    expect(limitIn(LIMITS, monthOf(date))).toBe(expected);
  });

  it('is the first one where all have a day and none is valid yet', () => {
    expect(limitIn([{ validFrom: '2026-06-01', limitMinor: 200 }], monthOf('2026-01-01'))).toBe(200);
  });

  it('fails where there is none', () => {
    expect(() => limitIn([], monthOf('2026-01-01'))).toThrow('expected at least one limit');
  });
});

describe('changeLimit', () => {
  it('holds from the current period on, and leaves out what was planned for later', () => {
    expect(changeLimit(LIMITS, 250, '2026-07-01')).toEqual([
      { limitMinor: 100 },
      { validFrom: '2026-06-01', limitMinor: 200 },
      { validFrom: '2026-07-01', limitMinor: 250 },
    ]);
  });

  it('adds nothing when the limit is what it was, and begins with the first one', () => {
    expect(changeLimit(LIMITS, 200, '2026-07-01')).toEqual(LIMITS.slice(0, 2));
    expect(changeLimit([], 200, '2026-07-01')).toEqual([{ limitMinor: 200 }]);
  });

  it('never changes the limit of an earlier period, and always that of the current one', () => {
    const month = fc.integer({ min: 0, max: 119 });
    const startOf = (index: number) => new Date(Date.UTC(2020, index, 1)).toISOString().slice(0, 10);
    const limit = fc.integer({ min: 1, max: 5 });
    const history = fc.array(fc.tuple(month, limit), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(history, month, limit, (changes, index, limitMinor) => {
        const before = changes
          .sort(([a], [b]) => a - b)
          .reduce<DatedLimit[]>((limits, [at, minor]) => changeLimit(limits, minor, startOf(at)), []);

        const after = changeLimit(before, limitMinor, startOf(index));

        for (let at = 0; at < 120; at += 1) {
          const period = monthOf(startOf(at));
          expect(limitIn(after, period)).toBe(at < index ? limitIn(before, period) : limitMinor);
        }
        expect(after[0]).not.toHaveProperty('validFrom');
      }),
    );
  });
});
