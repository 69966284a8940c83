/** What an account may ask of Textract. */
export interface Quotas {
  /** Calls of `StartExpenseAnalysis`. */
  readonly startsPerSecond: number;
  /** Calls of `GetExpenseAnalysis`. */
  readonly getsPerSecond: number;
  /** Jobs that may run at the same time. */
  readonly jobs: number;
}

/**
 * What AWS grants unasked: more in two regions, the same in all others.
 * https://docs.aws.amazon.com/general/latest/gr/textract.html#limits_textract
 */
export const quotasByRegion: Readonly<Record<string, Quotas>> = {
  'us-east-1': { startsPerSecond: 5, getsPerSecond: 5, jobs: 600 },
  'eu-central-1': { startsPerSecond: 1, getsPerSecond: 5, jobs: 100 },
};

/**
 * Why Textract refuses a call that is in order.
 * https://docs.aws.amazon.com/textract/latest/dg/API_StartExpenseAnalysis.html#API_StartExpenseAnalysis_Errors
 */
export type Refusal = 'ProvisionedThroughputExceededException' | 'LimitExceededException' | 'ThrottlingException';

/** Counts calls against quotas. Knows no clock: every call says when it is made, none before an earlier one. */
export class TextractQuotas {
  readonly #starts: TokenBucket;
  readonly #gets: TokenBucket;
  readonly #jobs: number;
  #running = 0;

  constructor({ startsPerSecond, getsPerSecond, jobs }: Quotas) {
    this.#starts = new TokenBucket(startsPerSecond);
    this.#gets = new TokenBucket(getsPerSecond);
    this.#jobs = jobs;
  }

  /** A call that would start a job; undefined when it did, and then {@link jobEnded} has to follow. */
  start(nowMs: number): Refusal | undefined {
    if (!this.#starts.take(nowMs)) return 'ProvisionedThroughputExceededException';
    if (this.#running >= this.#jobs) return 'LimitExceededException';
    this.#running += 1;
    return undefined;
  }

  jobEnded(): void {
    this.#running -= 1;
  }

  /** A call that asks for a job's result; undefined when it is answered. */
  get(nowMs: number): Refusal | undefined {
    return this.#gets.take(nowMs) ? undefined : 'ProvisionedThroughputExceededException';
  }
}

/** Holds one second's worth of calls and fills evenly. AWS does not say how it counts; this is its usual way. */
class TokenBucket {
  readonly #perSecond: number;
  #tokens: number;
  #atMs = Number.NEGATIVE_INFINITY;

  constructor(perSecond: number) {
    this.#perSecond = perSecond;
    this.#tokens = perSecond;
  }

  take(nowMs: number): boolean {
    const grown = this.#tokens + ((nowMs - this.#atMs) / 1000) * this.#perSecond;
    this.#tokens = Math.min(this.#perSecond, grown);
    this.#atMs = nowMs;
    // A hair less than a whole token is one: a third of a second is no binary fraction.
    if (this.#tokens < 1 - 1e-9) return false;
    this.#tokens -= 1;
    return true;
  }
}
