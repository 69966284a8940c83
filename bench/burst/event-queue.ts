/**
 * The ingest queue and its consumer: so many events are worked on at once, the others wait, oldest first. SQS promises no
 * order; this is the worst case for whoever comes last.
 */
export class EventQueue<T> {
  readonly #waiting: T[] = [];
  #next = 0;
  #working = 0;
  readonly #concurrency: number;
  readonly #work: (event: T) => Promise<void>;

  constructor(concurrency: number, work: (event: T) => Promise<void>) {
    this.#concurrency = concurrency;
    this.#work = work;
  }

  push(event: T): void {
    this.#waiting.push(event);
    if (this.#working < this.#concurrency) void this.#consume();
  }

  async #consume(): Promise<void> {
    this.#working += 1;
    for (let event = this.#take(); event !== undefined; event = this.#take()) await this.#work(event);
    this.#working -= 1;
  }

  #take(): T | undefined {
    const event = this.#waiting[this.#next];
    if (event !== undefined) this.#next += 1;
    return event;
  }
}
