import { Sleepers } from './sleepers.ts';

/**
 * Time as the laptop cloud sees it. Rooms never call `setTimeout` for waiting that a person would notice; they ask
 * the clock, so that a test can let days pass.
 */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /**
   * Resolves when `milliseconds` have passed, whatever the time of day is set to meanwhile; rejects with the signal's
   * reason when aborted.
   */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
  /**
   * Resolves when the clock shows an instant, also when it jumps there; one that is set back meanwhile holds nobody for
   * longer than the instant was away. Rejects with the signal's reason when aborted.
   */
  sleepUntil(epochMs: number, signal?: AbortSignal): Promise<void>;
  /** Runs work during which a virtual clock must stand still. */
  busy<T>(work: () => Promise<T>): Promise<T>;
}

const LONGEST_TIMER_MS = 2 ** 31 - 1;
/** How often the time of day is looked at: a timer does not learn that the computer was asleep or its clock was set. */
const LOOK_EVERY_MS = 15_000;

/** The machine's own time. */
export const systemClock: Clock = {
  now: () => Date.now(),
  busy: (work) => work(),
  async sleep(milliseconds, signal) {
    const rest = running(milliseconds);
    while (rest() > 0) await timer(Math.min(rest(), LONGEST_TIMER_MS), signal);
    signal?.throwIfAborted();
  },
  async sleepUntil(epochMs, signal) {
    const rest = restUntil(epochMs, Date.now);
    while (rest() > 0) await timer(Math.min(rest(), LOOK_EVERY_MS), signal);
    signal?.throwIfAborted();
  },
};

/** What is left of a time that begins now, by a clock that nobody sets; in milliseconds. */
function running(milliseconds: number): () => number {
  const until = performance.now() + milliseconds;
  return () => until - performance.now();
}

/**
 * What is left until an instant, in milliseconds: by a clock that shows the time of day, but never more than there was
 * when it began.
 */
export function restUntil(epochMs: number, now: () => number): () => number {
  const atMost = running(epochMs - now());
  return () => Math.min(epochMs - now(), atMost());
}

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

export interface VirtualClockOptions {
  /**
   * Whether all that asks for the time asks this clock, in this process: then it stands still between jumps, and one turn
   * of the event loop is a quiet moment. So a simulation is quick, and how busy the computer is does not show in it.
   *
   * @default false
   */
  readonly isAlone?: boolean;
}

const QUIET_MS = 5;

/**
 * Time that jumps to the next waiting sleeper as soon as nothing is {@link Clock.busy}. Starts at the given instant
 * and runs along with real time in between, so that it never stands behind a timestamp taken elsewhere.
 */
export class VirtualClock implements Clock {
  readonly #isAlone: boolean;
  /** Where the clock stands when it is alone, else how far it is ahead of real time. */
  #offset: number;
  #busy = 0;
  #isTicking = false;
  /** When work ended or somebody lay down to sleep last; of `performance.now()`. */
  #quietSince = 0;
  readonly #sleepers = new Sleepers();

  constructor(start = Date.now(), { isAlone = false }: VirtualClockOptions = {}) {
    this.#isAlone = isAlone;
    this.#offset = start - this.#passing();
  }

  now(): number {
    return this.#passing() + this.#offset;
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
      const leave = this.#sleepers.add({
        // Whole milliseconds, as every timestamp is.
        at: this.now() + Math.max(0, Math.ceil(milliseconds)),
        wake: () => {
          signal?.removeEventListener('abort', onAbort);
          resolve();
        },
      });
      const onAbort = () => {
        leave();
        reject(signal?.reason);
      };
      signal?.addEventListener('abort', onAbort, { once: true });
      this.#schedule();
    });
  }

  sleepUntil(epochMs: number, signal?: AbortSignal): Promise<void> {
    return this.sleep(epochMs - this.now(), signal);
  }

  /** Time that passes whether or not anybody sleeps. */
  #passing(): number {
    return this.#isAlone ? 0 : Date.now();
  }

  /** Jumps only after a quiet moment, so that work that is about to begin can say it is busy. */
  #schedule(): void {
    this.#quietSince = performance.now();
    if (this.#isTicking || this.#busy > 0 || this.#sleepers.size === 0) return;
    this.#isTicking = true;
    if (this.#isAlone) setImmediate(() => this.#tick());
    else setTimeout(() => this.#tick(), QUIET_MS);
  }

  #tick(): void {
    const rest = this.#isAlone ? 0 : QUIET_MS - (performance.now() - this.#quietSince);
    if (this.#busy === 0 && rest > 0) {
      // Something was done meanwhile: the moment begins anew, or what comes of it would find the time gone.
      setTimeout(() => this.#tick(), rest);
      return;
    }
    this.#isTicking = false;
    if (this.#busy === 0) this.#jump();
  }

  #jump(): void {
    const woken = this.#sleepers.takeEarliest();
    this.#offset += Math.max(0, (woken[0]?.at ?? 0) - this.now());
    for (const { wake } of woken) wake();
    this.#schedule();
  }
}

/**
 * How long a wait goes on that was begun at one instant until another, in milliseconds. One that was begun in the future
 * was begun by a clock that was wrong: it is as long as it was meant to be, and not until that clock's time comes.
 */
export const restOfWait = ({ fromMs, untilMs }: { fromMs: number; untilMs: number }, nowMs: number): number =>
  untilMs - Math.max(fromMs, nowMs);
