import { ServiceError } from '../http/service.ts';
import type { FunctionWorker, WorkerOutcome } from './function-worker.ts';
import type { InvocationMessage } from './worker-messages.ts';

export interface FunctionPoolOptions {
  readonly size: number;
  createWorker(): FunctionWorker;
}

/** How long a caller waits for a free thread. */
const WAITING_LIMIT_MS = 60_000;

/** Threads that had nothing to do for this long are let go. */
const IDLE_LIMIT_MS = 120_000;

/** The threads of one function: started on demand up to a limit, each running one invocation at a time. */
export class FunctionPool {
  readonly #options: FunctionPoolOptions;
  readonly #all = new Set<FunctionWorker>();
  readonly #idle: { worker: FunctionWorker; since: number }[] = [];
  readonly #waiting: ((worker: FunctionWorker) => void)[] = [];
  #cleaning: NodeJS.Timeout | undefined;
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
    await Promise.all([...this.#all].map((worker) => worker.close()));
  }

  #take(): FunctionWorker | Promise<FunctionWorker> {
    for (let free = this.#idle.pop(); free; free = this.#idle.pop()) {
      if (free.worker.usable) return free.worker;
      this.#all.delete(free.worker);
    }
    return this.#all.size < this.#options.size ? this.#create() : this.#wait();
  }

  #create(): FunctionWorker {
    if (this.#isClosed) throw new ServiceError('ServiceException', 'the laptop cloud is stopping', 503);
    const worker = this.#options.createWorker();
    this.#all.add(worker);
    return worker;
  }

  #wait(): Promise<FunctionWorker> {
    return new Promise((resolve, reject) => {
      const giveUp = () => {
        this.#waiting.splice(this.#waiting.indexOf(take), 1);
        reject(new ServiceError('TooManyRequestsException', 'Rate Exceeded.', 429));
      };
      const timer = setTimeout(giveUp, WAITING_LIMIT_MS);
      const take = (worker: FunctionWorker) => {
        clearTimeout(timer);
        resolve(worker);
      };
      this.#waiting.push(take);
    });
  }

  #giveBack(worker: FunctionWorker): void {
    if (!worker.usable) this.#all.delete(worker);
    if (this.#isClosed) return;
    const next = this.#waiting.shift();
    if (next) next(worker.usable ? worker : this.#create());
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
