import { ServiceError } from '../http/service.ts';
import type { FunctionWorker, WorkerOutcome } from './function-worker.ts';
import type { InvocationMessage } from './worker-messages.ts';

export interface FunctionPoolOptions {
  readonly size: number;
  /** After what time a thread ends that has nothing to do: one of several, and the last one. @default 10000 and 120000 */
  readonly idleMs?: { readonly beyondOne: number; readonly last: number };
  createWorker(): FunctionWorker;
}

/** How long a caller waits for a free thread. */
const WAITING_LIMIT_MS = 60_000;

/**
 * How long no call ends before a second thread is started for one that waits; for each further one twice as long. Callers that come
 * all at once are served sooner one after the other than by threads that load side by side, and what they do at once they often do
 * to the same item, so that one of them has to begin again. It is for the call that takes long, or waits for another of its own
 * function.
 */
const PATIENCE_MS = 1000;

/** How much longer it may take a thread to load and to answer for the first time: it compiles as it goes. */
const FIRST_TIME = 3;

/** How much longer a caller waits at most, also while calls end one after the other. */
const IN_TURN = 10;

/** What a long call or a burst left ends soon; the last one serves who comes again. */
const IDLE_MS = { beyondOne: 10_000, last: 120_000 };

/** A caller that waits for a free thread. */
interface Waiting {
  readonly since: number;
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
  /** Threads that have yet to answer. */
  readonly #fresh = new Set<FunctionWorker>();
  /** When a call ended last, or a thread was started. */
  #movedAt = 0;
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
    this.#fresh.add(worker);
    this.#movedAt = Date.now();
    return worker;
  }

  #wait(): Promise<FunctionWorker> {
    return new Promise((resolve, reject) => {
      const waiting: Waiting = {
        since: Date.now(),
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

  get #patienceMs(): number {
    return PATIENCE_MS * 2 ** (this.#all.size - 1);
  }

  #growSoon(afterMs = this.#patienceMs): void {
    if (this.#waiting.length === 0 || this.#all.size >= this.#options.size) return;
    this.#growing ??= setTimeout(() => this.#grow(), afterMs);
  }

  #grow(): void {
    this.#growing = undefined;
    const [first] = this.#waiting;
    if (!first || this.#all.size >= this.#options.size) return;
    const patienceMs = this.#patienceMs * (this.#fresh.size > 0 ? FIRST_TIME : 1);
    const untilMs = Math.min(
      Math.max(first.since, this.#movedAt) + patienceMs,
      first.since + this.#patienceMs * IN_TURN,
    );
    const leftMs = untilMs - Date.now();
    if (leftMs <= 0) {
      this.#waiting.shift();
      first.take(this.#create());
    }
    this.#growSoon(leftMs > 0 ? leftMs : this.#patienceMs);
  }

  #giveBack(worker: FunctionWorker): void {
    this.#movedAt = Date.now();
    this.#fresh.delete(worker);
    if (!worker.usable) this.#all.delete(worker);
    if (this.#isClosed) return;
    const next = this.#waiting.shift();
    if (next) next.take(worker.usable ? worker : this.#create());
    else if (worker.usable) this.#rest(worker);
  }

  #rest(worker: FunctionWorker): void {
    this.#idle.push({ worker, since: Date.now() });
    this.#letGoLater();
  }

  get #idleMs(): number {
    const { beyondOne, last } = this.#options.idleMs ?? IDLE_MS;
    return this.#all.size > 1 ? beyondOne : last;
  }

  #letGoLater(): void {
    // The last one used is taken first, so the longest idle stand in front.
    const [first] = this.#idle;
    if (!first) return;
    clearTimeout(this.#cleaning);
    const leftMs = first.since + this.#idleMs - Date.now();
    this.#cleaning = setTimeout(() => this.#letGo(), Math.max(leftMs, 0)).unref();
  }

  #letGo(): void {
    const [first] = this.#idle;
    if (first && first.since + this.#idleMs <= Date.now()) {
      this.#idle.shift();
      this.#all.delete(first.worker);
      void first.worker.close();
    }
    this.#letGoLater();
  }
}

const stopping = (): ServiceError => new ServiceError('ServiceException', 'the laptop cloud is stopping', 503);
