/**
 * Time as the local cloud sees it. Rooms never call `setTimeout` for waiting that a person would notice; they ask
 * the clock, so that a test can let days pass.
 */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Resolves when `milliseconds` have passed; rejects with the signal's reason when aborted. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
  /** Runs work during which a virtual clock must stand still. */
  busy<T>(work: () => Promise<T>): Promise<T>;
}

const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** The machine's own time. */
export const systemClock: Clock = {
  now: () => Date.now(),
  busy: (work) => work(),
  async sleep(milliseconds, signal) {
    const until = Date.now() + milliseconds;
    for (let rest = milliseconds; rest > 0; rest = until - Date.now()) {
      await timer(Math.min(rest, LONGEST_TIMER_MS), signal);
    }
    signal?.throwIfAborted();
  },
};

function timer(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const onAbort = () => {
      clearTimeout(handle);
      reject(signal?.reason);
    };
    const handle = setTimeout(() => {
      signal?.removeEventListener('abort', onAbort);
      resolve();
    }, milliseconds);
    signal?.addEventListener('abort', onAbort, { once: true });
  });
}

/**
 * Time that jumps to the next waiting sleeper as soon as nothing is {@link Clock.busy}. Starts at the given instant
 * and runs along with real time in between, so that it never stands behind a timestamp taken elsewhere.
 */
export class VirtualClock implements Clock {
  #offset: number;
  #busy = 0;
  readonly #sleepers = new Set<{ at: number; wake: () => void }>();
  #tick: NodeJS.Timeout | undefined;

  constructor(start = Date.now()) {
    this.#offset = start - Date.now();
  }

  now(): number {
    return Date.now() + this.#offset;
  }

  async busy<T>(work: () => Promise<T>): Promise<T> {
    this.#busy += 1;
    try {
      return await work();
    } finally {
      this.#busy -= 1;
      this.#schedule();
    }
  }

  sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const sleeper = {
        // Whole milliseconds, as every timestamp is.
        at: this.now() + Math.max(0, Math.ceil(milliseconds)),
        wake: () => {
          signal?.removeEventListener('abort', onAbort);
          resolve();
        },
      };
      const onAbort = () => {
        this.#sleepers.delete(sleeper);
        reject(signal?.reason);
      };
      signal?.addEventListener('abort', onAbort, { once: true });
      this.#sleepers.add(sleeper);
      this.#schedule();
    });
  }

  /** Jumps only after a quiet moment, so that work that is about to begin can say it is busy. */
  #schedule(): void {
    if (this.#tick || this.#busy > 0 || this.#sleepers.size === 0) return;
    this.#tick = setTimeout(() => {
      this.#tick = undefined;
      if (this.#busy > 0) return;
      this.#jump();
    }, 5);
  }

  #jump(): void {
    const next = [...this.#sleepers].sort((a, b) => a.at - b.at)[0];
    if (!next) return;
    this.#offset += Math.max(0, next.at - this.now());
    for (const sleeper of [...this.#sleepers].filter(({ at }) => at <= next.at)) {
      this.#sleepers.delete(sleeper);
      sleeper.wake();
    }
    this.#schedule();
  }
}
