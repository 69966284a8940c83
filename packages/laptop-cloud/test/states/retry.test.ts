import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { delaySeconds, matchesError, RetryCounter } from '../../src/states/language/retry.ts';
import { StatesError } from '../../src/states/language/states-error.ts';

const named = (error: string) => new StatesError(error, undefined);

describe('matchesError', () => {
  it.each([
    [['States.ALL'], 'Anything', true],
    [['States.ALL'], 'States.DataLimitExceeded', true],
    [['States.ALL'], 'States.Runtime', false],
    [['States.TaskFailed'], 'Anything', true],
    [['States.TaskFailed'], 'States.Timeout', false],
    [['States.TaskFailed'], 'States.HeartbeatTimeout', false],
    [['States.Timeout'], 'States.HeartbeatTimeout', true],
    [['A', 'B'], 'B', true],
    [['A'], 'a', false],
  ])('says of %j and %s: %s', (errorEquals, error, expected) => {
    expect(matchesError(errorEquals, named(error))).toBe(expected);
  });
});

describe('delaySeconds', () => {
  const retrier = fc.record({
    ErrorEquals: fc.constant(['A']),
    IntervalSeconds: fc.integer({ min: 1, max: 100 }),
    BackoffRate: fc.double({ min: 1, max: 4, noNaN: true }),
    MaxDelaySeconds: fc.integer({ min: 1, max: 1000 }),
    JitterStrategy: fc.constant('FULL' as const),
  });

  it('with full jitter lies between zero and the capped delay', () => {
    fc.assert(
      fc.property(retrier, fc.nat(20), fc.double({ min: 0, max: 0.999, noNaN: true }), (rule, attempt, drawn) => {
        const longest = delaySeconds({ ...rule, JitterStrategy: 'NONE' }, attempt, () => 0);
        const delay = delaySeconds(rule, attempt, () => drawn);

        expect(longest).toBeLessThanOrEqual(rule.MaxDelaySeconds);
        expect(delay).toBeGreaterThanOrEqual(0);
        expect(delay).toBeLessThanOrEqual(longest);
      }),
    );
  });

  it('starts at the interval and grows by the rate', () => {
    const rule = { ErrorEquals: ['A'], IntervalSeconds: 3, BackoffRate: 1.5 };

    expect([0, 1, 2].map((attempt) => delaySeconds(rule, attempt, () => 0))).toEqual([3, 4.5, 6.75]);
  });
});

describe('RetryCounter', () => {
  it('counts each rule by itself and stops at its MaxAttempts', () => {
    const retries = new RetryCounter([
      { ErrorEquals: ['A'], MaxAttempts: 1 },
      { ErrorEquals: ['States.ALL'], MaxAttempts: 2, IntervalSeconds: 5 },
    ]);

    const delays = ['A', 'B', 'A', 'B', 'B'].map((error) => retries.nextDelayMs(named(error)));

    expect(delays).toEqual([1000, 5000, undefined, 10_000, undefined]);
  });
});
