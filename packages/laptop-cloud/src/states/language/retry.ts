import type { Retrier } from './definition.ts';
import type { StatesError } from './states-error.ts';

const TIMEOUTS = ['States.Timeout', 'States.HeartbeatTimeout'];

/**
 * Whether a Retry or Catch rule takes an error. `States.ALL` takes everything but a defect of the machine itself
 * (`States.Runtime`), `States.TaskFailed` everything but that and a timeout, `States.Timeout` also a missed heartbeat.
 * As recorded, `States.ALL` takes `States.DataLimitExceeded` as well, though the guide says otherwise.
 * https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html
 */
export function matchesError(errorEquals: readonly string[], { error, alias }: StatesError): boolean {
  return errorEquals.some((name) => {
    if (name === error || (alias !== undefined && name === alias)) return true;
    if (name === 'States.ALL') return error !== 'States.Runtime';
    if (name === 'States.TaskFailed') return error !== 'States.Runtime' && !TIMEOUTS.includes(error ?? '');
    return name === 'States.Timeout' && error === 'States.HeartbeatTimeout';
  });
}

/** Counts the attempts of one state; every rule has a count of its own. */
export class RetryCounter {
  readonly #retriers: readonly Retrier[];
  readonly #attempts = new Map<Retrier, number>();
  readonly #random: () => number;

  constructor(retriers: readonly Retrier[] = [], random: () => number = Math.random) {
    this.#retriers = retriers;
    this.#random = random;
  }

  /** Milliseconds until the next attempt, or undefined when the error is not retried (any more). */
  nextDelayMs(error: StatesError): number | undefined {
    const retrier = this.#retriers.find(({ ErrorEquals }) => matchesError(ErrorEquals, error));
    if (!retrier) return undefined;
    const attempt = this.#attempts.get(retrier) ?? 0;
    if (attempt >= (retrier.MaxAttempts ?? 3)) return undefined;
    this.#attempts.set(retrier, attempt + 1);
    return delaySeconds(retrier, attempt, this.#random) * 1000;
  }
}

/** Backoff, then the cap, then jitter: `FULL` draws evenly between zero and the capped delay. */
export function delaySeconds(retrier: Retrier, attempt: number, random: () => number): number {
  const grown = (retrier.IntervalSeconds ?? 1) * (retrier.BackoffRate ?? 2) ** attempt;
  const capped = Math.min(grown, retrier.MaxDelaySeconds ?? Number.POSITIVE_INFINITY);
  return retrier.JitterStrategy === 'FULL' ? capped * random() : capped;
}
