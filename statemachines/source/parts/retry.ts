import type { Pace, Retrier } from './asl.ts';

/** 2, 4, 8, 16, 32, 60 seconds at most: what passes at all has mostly passed within two minutes. */
export const forTwoMinutes: Pace = {
  IntervalSeconds: 2,
  MaxAttempts: 6,
  BackoffRate: 2,
  MaxDelaySeconds: 60,
  // Many executions that failed at once do not come back at once.
  JitterStrategy: 'FULL',
};

/** Tries again on these errors; {@link forTwoMinutes} unless another pace is given. */
export const retry = (errors: Retrier['ErrorEquals'], pace: Partial<Pace> = {}): Retrier => ({
  ErrorEquals: errors,
  ...forTwoMinutes,
  ...pace,
});
