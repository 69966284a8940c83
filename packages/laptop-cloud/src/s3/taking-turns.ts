import { setImmediate as nextTurn } from 'node:timers/promises';

/** No request waits noticeably longer for it. */
const TURN_MS = 5;

/**
 * Makes work on many small files fit for the main thread: to ask the system directly costs a quarter of asking it through a thread of the
 * pool, as long as somebody else has a turn now and then.
 */
export class TakingTurns {
  #since = performance.now();

  /** To be awaited after each piece. */
  async pause(): Promise<void> {
    if (performance.now() - this.#since < TURN_MS) return;
    await nextTurn();
    this.#since = performance.now();
  }
}
