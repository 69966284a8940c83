/** Somebody who waits for an instant. */
export interface Sleeper {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly wake: () => void;
}

interface Waiting extends Sleeper {
  /** Who came before whom. */
  readonly order: number;
  /** Where in the heap it stands. */
  place: number;
}

/**
 * Who waits for a clock, the earliest first. A binary heap in which everybody knows their place: to come, to leave and to
 * be woken costs a few comparisons, however many wait, and who left is forgotten at once.
 */
export class Sleepers {
  readonly #heap: Waiting[] = [];
  #came = 0;

  get size(): number {
    return this.#heap.length;
  }

  /** @returns What takes the sleeper out again; it does nothing once the sleeper was woken. */
  add({ at, wake }: Sleeper): () => void {
    this.#came += 1;
    const sleeper: Waiting = { at, wake, order: this.#came, place: this.#heap.length };
    this.#heap.push(sleeper);
    this.#rise(sleeper);
    return () => this.#remove(sleeper);
  }

  /** Takes out everybody who waits for the earliest instant, in the order in which they came. */
  takeEarliest(): Sleeper[] {
    const taken: Sleeper[] = [];
    for (let first = this.#heap[0]; first && first.at === (taken[0] ?? first).at; first = this.#heap[0]) {
      taken.push(first);
      this.#remove(first);
    }
    return taken;
  }

  #remove(sleeper: Waiting): void {
    if (this.#heap[sleeper.place] !== sleeper) return;
    const last = this.#heap.pop();
    if (!last || last === sleeper) return;
    this.#stand(last, sleeper.place);
    this.#rise(last);
    this.#sink(last);
  }

  #rise(sleeper: Waiting): void {
    while (sleeper.place > 0) {
      const above = this.#heap[(sleeper.place - 1) >> 1];
      if (!above || !isBefore(sleeper, above)) return;
      this.#swap(sleeper, above);
    }
  }

  #sink(sleeper: Waiting): void {
    for (;;) {
      const left = this.#heap[2 * sleeper.place + 1];
      const right = this.#heap[2 * sleeper.place + 2];
      const below = left && right && isBefore(right, left) ? right : left;
      if (!below || !isBefore(below, sleeper)) return;
      this.#swap(sleeper, below);
    }
  }

  #swap(one: Waiting, other: Waiting): void {
    const { place } = one;
    this.#stand(one, other.place);
    this.#stand(other, place);
  }

  #stand(sleeper: Waiting, place: number): void {
    sleeper.place = place;
    this.#heap[place] = sleeper;
  }
}

const isBefore = (one: Waiting, other: Waiting): boolean =>
  one.at < other.at || (one.at === other.at && one.order < other.order);
