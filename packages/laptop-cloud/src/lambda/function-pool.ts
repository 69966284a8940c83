import { ServiceError } from '../http/service.ts';
import type { FunctionWorker, WorkerOutcome } from './function-worker.ts';
import type { InvocationMessage } from './worker-messages.ts';

export interface FunctionPoolOptions {
  readonly size: number;
  createWorker(): FunctionWorker;
}

/** How long a caller waits for a free thread. */
const WAITING_LIMIT_MS = 60_000;

/**
 * How long a caller waits before another thread is started for it. Loading one takes longer than most invocations: callers
 * that come all at once are served sooner one after the other than by threads that load side by side.
 */
const GROW_AFTER_MS = 250;

/** Threads that had nothing to do for this long are let go. */
const IDLE_LIMIT_MS = 120_000;

/** A caller that waits for a free thread. */
interface Waiting {
  take(worker: FunctionWorker): void;
  giveUp(error: ServiceError): void;
}

/** The threads of one function: started on demand up to a limit, one by one, each running one invocation at a time. */
export class FunctionPool {
  readonly #options: FunctionPoolOptions;
  readonly #all = new Set<FunctionWorker>();
  readonly #idle: { worker: FunctionWorker; since: number }[] = [];
  readonly #waiting: Waiting[] = [];
  #cleaning: NodeJS.Timeout | undefined;
  #growing: NodeJS.Timeout | undefined;
  #isClosed = false;

  constructor(options: FunctionPoolOptions) {
    this.#options = options;
  }

  /**
   * @throws ServiceError `TooManyRequestsException` when no thread comes free within a minute, `ServiceException` once
   *   the pool is closed.
   */
  async run(message: Omit<InvocationMessage, 'deadlineMs'>): Promise<WorkerOutcome> {
    const worker = await this.#take();
    try {
      return await worker.run(message);
    } finally {
      this.#giveBack(worker);
    }
  }

  /** Ends all threads at once. */
  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#cleaning);
    clearTimeout(this.#growing);
    for (const { giveUp } of this.#waiting.splice(0)) giveUp(stopping());
    await Promise.all([...this.#all].map((worker) => worker.close()));
  }

  #take(): FunctionWorker | Promise<FunctionWorker> {
    if (this.#isClosed) throw stopping();
    for (let free = this.#idle.pop(); free; free = this.#idle.pop()) {
      if (free.worker.usable) return free.worker;
      this.#all.delete(free.worker);
    }
    return this.#all.size === 0 ? this.#create() : this.#wait();
  }

  #create(): FunctionWorker {
    const worker = this.#options.createWorker();
    this.#all.add(worker);
    return worker;
  }

  #wait(): Promise<FunctionWorker> {
    return new Promise((resolve, reject) => {
      const waiting: Waiting = {
        take: (worker) => {
          clearTimeout(timer);
          resolve(worker);
        },
        giveUp: (error) => {
          clearTimeout(timer);
          reject(error);
        },
      };
      const timer = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(waiting), 1);
        waiting.giveUp(new ServiceError('TooManyRequestsException', 'Rate Exceeded.', 429));
      }, WAITING_LIMIT_MS);
      this.#waiting.push(waiting);
      this.#growSoon();
    });
  }

  #growSoon(): void {
    if (this.#waiting.length === 0 || this.#all.size >= this.#options.size) return;
    this.#growing ??= setTimeout(() => this.#grow(), GROW_AFTER_MS);
  }

  #grow(): void {
    this.#growing = undefined;
    const isLoading = [...this.#all].some((worker) => worker.loading);
    if (!isLoading && this.#all.size < this.#options.size) this.#waiting.shift()?.take(this.#create());
    this.#growSoon();
  }

  #giveBack(worker: FunctionWorker): void {
    if (!worker.usable) this.#all.delete(worker);
    if (this.#isClosed) return;
    const next = this.#waiting.shift();
    if (next) next.take(worker.usable ? worker : this.#create());
    else if (worker.usable) this.#rest(worker);
  }

  #rest(worker: FunctionWorker): void {
    this.#idle.push({ worker, since: Date.now() });
    this.#cleaning ??= setTimeout(() => this.#letGo(), IDLE_LIMIT_MS).unref();
  }

  #letGo(): void {
    this.#cleaning = undefined;
    const limit = Date.now() - IDLE_LIMIT_MS;
    // The last one used is taken first, so the longest idle stand in front.
    while (this.#idle[0] && this.#idle[0].since <= limit) {
      const { worker } = this.#idle.shift() as { worker: FunctionWorker };
      this.#all.delete(worker);
      void worker.close();
    }
    if (this.#idle.length > 0) this.#cleaning = setTimeout(() => this.#letGo(), IDLE_LIMIT_MS).unref();
  }
}

const stopping = (): ServiceError => new ServiceError('ServiceException', 'the laptop cloud is stopping', 503);
