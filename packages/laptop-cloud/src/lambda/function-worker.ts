import type { Readable } from 'node:stream';
import { Worker } from 'node:worker_threads';
import type { ErrorDocument, InvocationMessage, WorkerAnswer, WorkerStart } from './worker-messages.ts';

export interface FunctionWorkerOptions {
  /** The bundled thread entry. */
  readonly runtimeFile: string;
  readonly start: WorkerStart;
  readonly environment: Readonly<Record<string, string>>;
  readonly timeoutSeconds: number;
  readonly memoryMb: number;
  onOutput(output: Readable): void;
}

/** How an invocation ended: the result as JSON text, or Lambda's error document. */
export type WorkerOutcome = { readonly payload: string } | { readonly error: ErrorDocument };

/** A bundle that takes longer than this to load is broken; AWS allows 10 s, a busy laptop needs more. */
const LOADING_LIMIT_MS = 60_000;

/** One thread that runs a function's bundle, one invocation at a time. */
export class FunctionWorker {
  readonly #options: FunctionWorkerOptions;
  readonly #worker: Worker;
  /** Becomes the error document when the module cannot be loaded. */
  readonly #loaded: Promise<ErrorDocument | undefined>;
  #usable = true;
  #answer: ((answer: WorkerAnswer) => void) | undefined;
  #ended: ((error: ErrorDocument) => void) | undefined;

  constructor(options: FunctionWorkerOptions) {
    this.#options = options;
    this.#worker = new Worker(options.runtimeFile, {
      workerData: options.start,
      env: { ...options.environment },
      execArgv: [],
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: options.memoryMb },
    });
    options.onOutput(this.#worker.stdout);
    options.onOutput(this.#worker.stderr);
    this.#worker.on('message', (answer: WorkerAnswer) => this.#answer?.(answer));
    this.#worker.on('error', (error: Error) => this.#end(threadError(error)));
    this.#worker.on('exit', (code) => this.#end(exitError(code)));
    this.#loaded = this.#load();
  }

  /** False once the thread has ended: it must be replaced. */
  get usable(): boolean {
    return this.#usable;
  }

  /** Runs one invocation to its end, to the timeout or to the thread's death; never rejects. */
  async run(message: Omit<InvocationMessage, 'deadlineMs'>): Promise<WorkerOutcome> {
    const broken = await this.#loaded;
    if (broken) {
      await this.close();
      return { error: broken };
    }
    if (!this.#usable) return { error: withRequestId(exitError(0), message.requestId) };
    const { timeoutSeconds } = this.#options;
    const timeoutMs = timeoutSeconds * 1000;
    const outcome = await this.#next(timeoutMs, `Task timed out after ${timeoutSeconds.toFixed(2)} seconds`, () =>
      this.#worker.postMessage({ ...message, deadlineMs: Date.now() + timeoutMs } satisfies InvocationMessage),
    );
    if ('error' in outcome) return { error: withRequestId(outcome.error, message.requestId) };
    return outcome.answer.kind === 'result'
      ? { payload: outcome.answer.payload }
      : { error: (outcome.answer as { error: ErrorDocument }).error };
  }

  /** Ends the thread, whatever it is doing. */
  async close(): Promise<void> {
    this.#usable = false;
    await this.#worker.terminate();
  }

  async #load(): Promise<ErrorDocument | undefined> {
    const outcome = await this.#next(LOADING_LIMIT_MS, `Loading timed out after ${LOADING_LIMIT_MS / 1000} seconds`);
    if ('error' in outcome) return outcome.error;
    return outcome.answer.kind === 'broken' ? outcome.answer.error : undefined;
  }

  #next(
    limitMs: number,
    timeoutText: string,
    begin?: () => void,
  ): Promise<{ answer: WorkerAnswer } | { error: ErrorDocument }> {
    return new Promise((resolve) => {
      const settle = (outcome: { answer: WorkerAnswer } | { error: ErrorDocument }) => {
        clearTimeout(timer);
        this.#answer = undefined;
        this.#ended = undefined;
        resolve(outcome);
      };
      const timer = setTimeout(() => {
        settle({ error: { errorType: 'Sandbox.Timedout', errorMessage: timeoutText } });
        void this.close();
      }, limitMs);
      this.#answer = (answer) => settle({ answer });
      this.#ended = (error) => settle({ error });
      begin?.();
    });
  }

  #end(error: ErrorDocument): void {
    this.#usable = false;
    this.#ended?.(error);
  }
}

const exitError = (code: number): ErrorDocument => ({
  errorType: 'Runtime.ExitError',
  errorMessage:
    code === 0 ? 'Runtime exited without providing a reason' : `Runtime exited with error: exit status ${code}`,
});

/** What reached the top of the thread: an exception outside the handler's promise, or no memory left. */
function threadError(error: Error & { code?: string }): ErrorDocument {
  if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return { errorType: 'Runtime.OutOfMemory', errorMessage: 'Runtime exited with error: signal: killed' };
  }
  const trace = String(error.stack ?? '').split('\n');
  return { errorType: error.name, errorMessage: error.message, trace };
}

const OF_THE_RUNTIME = /^(Sandbox|Runtime)\./;

const withRequestId = (error: ErrorDocument, requestId: string): ErrorDocument =>
  OF_THE_RUNTIME.test(error.errorType)
    ? { ...error, errorMessage: `RequestId: ${requestId} Error: ${error.errorMessage}` }
    : error;
