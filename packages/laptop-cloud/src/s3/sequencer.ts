import type { Clock } from '../clock.ts';

const DIGITS = 16;

/**
 * Hands out the `sequencer` of events: hexadecimal of fixed length, each greater than all before, also over restarts
 * and when the clock is set back.
 */
export class Sequencer {
  readonly #clock: Clock;
  #last: bigint;

  /** @param last The greatest one handed out before; empty when there is none. */
  constructor(clock: Clock, last: string) {
    this.#clock = clock;
    this.#last = last === '' ? 0n : BigInt(`0x${last}`);
  }

  next(): string {
    const byClock = BigInt(this.#clock.now()) << 12n;
    this.#last = byClock > this.#last ? byClock : this.#last + 1n;
    return this.#last.toString(16).padStart(DIGITS, '0');
  }
}
