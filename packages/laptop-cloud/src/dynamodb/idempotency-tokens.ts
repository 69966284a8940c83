import { createHash } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { Json } from '../http/service.ts';
import { ServiceError } from '../http/service.ts';
import { validationException } from './errors.ts';
import type { Store, Write } from './store.ts';

const VALID_FOR_MS = 10 * 60 * 1000;
const PREFIX = 'transaction-token~';

interface UsedToken {
  readonly requestHash: string;
  readonly usedAtMs: number;
}

/**
 * Remembers the `ClientRequestToken` of each transaction for ten minutes, on disk: it is written in the transaction's
 * own batch, so a repeat after a crash is answered rightly.
 */
export class IdempotencyTokens {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #inFlight = new Set<string>();

  constructor(store: Store, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
  }

  /**
   * Runs a transaction unless the same request was done under this token; its `work` adds the write it is given.
   *
   * @returns undefined when it was done before.
   * @throws ServiceError `IdempotentParameterMismatchException` when the token came with another request,
   *   `TransactionInProgressException` while the first one runs.
   */
  async once<T>(token: Json | undefined, request: Json, work: (writes: Write[]) => Promise<T>): Promise<T | undefined> {
    if (token === undefined || token === null) return work([]);
    if (typeof token !== 'string' || token.length < 1 || token.length > 36) {
      throw validationException(
        `1 validation error detected: Value '${token}' at 'clientRequestToken' failed to satisfy constraint: Member must have length less than or equal to 36`,
      );
    }
    if (this.#inFlight.has(token)) {
      throw new ServiceError(
        'TransactionInProgressException',
        'The transaction with the given request token is already in progress',
      );
    }
    this.#inFlight.add(token);
    try {
      const requestHash = createHash('sha256').update(JSON.stringify(request)).digest('hex');
      const used = (await this.#store.db.get(PREFIX + token)) as UsedToken | undefined;
      if (used && this.#isValid(used)) {
        if (used.requestHash === requestHash) return undefined;
        throw new ServiceError(
          'IdempotentParameterMismatchException',
          'DynamoDB rejected the request because you retried a request with a different payload but with an idempotent token that was already used',
        );
      }
      return await work([{ type: 'put', key: PREFIX + token, value: { requestHash, usedAtMs: this.#clock.now() } }]);
    } finally {
      this.#inFlight.delete(token);
    }
  }

  /** Removes tokens that have had their ten minutes. */
  async forgetExpired(): Promise<void> {
    const expired: Write[] = [];
    for await (const [key, value] of this.#store.db.iterator({ gte: PREFIX, lt: `${PREFIX}\xff` })) {
      if (!this.#isValid(value as UsedToken)) expired.push({ type: 'del', key });
    }
    if (expired.length > 0) await this.#store.db.batch(expired);
  }

  #isValid({ usedAtMs }: UsedToken): boolean {
    return Math.abs(this.#clock.now() - usedAtMs) < VALID_FOR_MS;
  }
}
