/**
 * Which items are being written right now. Single writes of one item wait for each other; a transaction never waits
 * for another transaction: its caller asks {@link ItemLocks.heldByTransaction} first and gives up, as DynamoDB does.
 */
export class ItemLocks {
  readonly #tails = new Map<string, Promise<void>>();
  readonly #inTransaction = new Set<string>();

  heldByTransaction(key: string): boolean {
    return this.#inTransaction.has(key);
  }

  isBeingWritten(key: string): boolean {
    return this.#tails.has(key);
  }

  /** Runs work that writes these items, after every write of them that came before. */
  write<T>(keys: readonly string[], work: () => Promise<T>): Promise<T> {
    return this.#afterOthers(keys, work);
  }

  /** Like {@link write}; from now until it ends, other writers find the items held by a transaction. */
  async transact<T>(keys: readonly string[], work: () => Promise<T>): Promise<T> {
    for (const key of keys) this.#inTransaction.add(key);
    try {
      return await this.#afterOthers(keys, work);
    } finally {
      for (const key of keys) this.#inTransaction.delete(key);
    }
  }

  /** All keys are queued for in one go, so two writers of several items cannot wait for each other. */
  async #afterOthers<T>(keys: readonly string[], work: () => Promise<T>): Promise<T> {
    const earlier = keys.map((key) => this.#tails.get(key));
    let end = () => {};
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    for (const key of keys) this.#tails.set(key, ended);
    try {
      await Promise.all(earlier);
      return await work();
    } finally {
      for (const key of keys) if (this.#tails.get(key) === ended) this.#tails.delete(key);
      end();
    }
  }
}
