import { type Clock, restUntil, systemClock } from './clock.ts';

/** The machine's own time, unless it is set to another; it runs on from there. */
export class SettableClock implements Clock {
  #aheadMs = 0;
  readonly #sleepers = new Set<AbortController>();

  now(): number {
    return systemClock.now() + this.#aheadMs;
  }

  /** Sets the time; whoever waits for an instant wakes when it is reached, at once when that is past. */
  set(epochMs: number): void {
    this.#aheadMs = epochMs - systemClock.now();
    for (const sleeper of this.#sleepers) sleeper.abort();
  }

  /** Goes on with the machine's own time. */
  reset(): void {
    this.set(systemClock.now());
  }

  busy<T>(work: () => Promise<T>): Promise<T> {
    return work();
  }

  sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    return systemClock.sleep(milliseconds, signal);
  }

  async sleepUntil(epochMs: number, signal?: AbortSignal): Promise<void> {
    const rest = restUntil(epochMs, () => this.now());
    while (rest() > 0) await this.#nap(rest(), signal);
    signal?.throwIfAborted();
  }

  /** Ends early when the clock is set. */
  async #nap(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
    signal?.throwIfAborted();
    const sleeper = new AbortController();
    const wake = () => sleeper.abort();
    signal?.addEventListener('abort', wake, { once: true });
    this.#sleepers.add(sleeper);
    try {
      await systemClock.sleepUntil(systemClock.now() + milliseconds, sleeper.signal);
    } catch (reason) {
      if (!sleeper.signal.aborted) throw reason;
      signal?.throwIfAborted();
    } finally {
      signal?.removeEventListener('abort', wake);
      this.#sleepers.delete(sleeper);
    }
  }
}
