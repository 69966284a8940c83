import { cpus } from 'node:os';
import { Worker } from 'node:worker_threads';
import { bundleWorker } from '../../bundle-worker.ts';
import { ServiceError } from '../../http/service.ts';
import type { PageRequest } from './analyse-page.ts';
import type { AnalysedPage, OcrWorkerData, WorkerReply, WorkerRequest } from './worker-messages.ts';

/** Threads that analyse pages, each with networks of its own and one page at a time. */
export interface PagePool {
  /** Starts a thread and loads its networks, so that the first page need not wait. */
  warm(): Promise<void>;
  /**
   * Analyses one page of the document in a file.
   *
   * @throws ServiceError by AWS's name when the document is to blame, `InternalServerError` when we are.
   */
  analyse(path: string, page: PageRequest): Promise<AnalysedPage>;
  /** Takes nothing more, lets pages under way be finished and ends the threads. */
  close(): Promise<void>;
}

interface Task {
  readonly request: (id: number) => WorkerRequest;
  resolve(page: AnalysedPage | undefined): void;
  reject(error: Error): void;
  /** Whether a thread was lost over it already; a second time it is given up. */
  wasLost?: boolean;
}

interface Thread {
  readonly worker: Worker;
  task?: Task | undefined;
  /** Told when the task is off the thread's hands. */
  onIdle?: () => void;
}

const LARGEST_DEFAULT = 2;
/** How long closing waits for pages under way. */
const CLOSING_GRACE_MS = 60_000;

/** @param size Threads at most. @default 2, or 1 on a machine with one core */
export function createPagePool(size = Math.min(LARGEST_DEFAULT, cpus().length)): PagePool {
  const threads = new Set<Thread>();
  const queue: Task[] = [];
  let bundles: Promise<readonly [script: string, pdfScript: string]> | undefined;
  let starting = 0;
  let isClosed = false;

  const ask = (request: Task['request']) =>
    new Promise<AnalysedPage | undefined>((resolve, reject) => {
      queue.push({ request, resolve, reject });
      dispatch();
    });

  function dispatch(): void {
    if (isClosed) for (const task of queue.splice(0)) task.reject(closed());
    for (const thread of threads) {
      if (thread.task || queue.length === 0) continue;
      thread.task = queue.shift();
      thread.worker.postMessage(thread.task?.request(thread.worker.threadId));
    }
    if (queue.length > starting && threads.size + starting < size) void startThread();
  }

  async function startThread(): Promise<void> {
    starting++;
    try {
      bundles ??= Promise.all([bundleWorker('textract/ocr-worker.ts'), bundleWorker('textract/pdf-worker.ts')]);
      const [script, pdfScript] = await bundles;
      if (isClosed) return;
      const workerData: OcrWorkerData = { pdfScript };
      const worker = new Worker(script, { name: 'textract', workerData });
      const thread: Thread = { worker };
      worker.on('message', (reply: WorkerReply) => finish(thread, reply));
      worker.on('error', (error) => lose(thread, error));
      worker.on('exit', (code) => lose(thread, new Error(`the thread ended with code ${code}`)));
      threads.add(thread);
    } catch (error) {
      for (const task of queue.splice(0)) task.reject(error as Error);
    } finally {
      starting--;
    }
    dispatch();
  }

  function finish(thread: Thread, reply: WorkerReply): void {
    const { task } = thread;
    thread.task = undefined;
    // What was ended for the sake of closing is no fault of the document.
    if ('error' in reply) task?.reject(isClosed && reply.error.code === undefined ? closed() : asError(reply.error));
    else task?.resolve(reply.page);
    thread.onIdle?.();
    dispatch();
  }

  function lose(thread: Thread, error: Error): void {
    if (!threads.delete(thread)) return;
    const { task } = thread;
    thread.onIdle?.();
    if (task && !isClosed && !task.wasLost) queue.unshift({ ...task, wasLost: true });
    else task?.reject(isClosed ? closed() : asError({ message: `a page's thread was lost: ${error.message}` }));
    dispatch();
  }

  return {
    warm: async () => {
      await ask((id) => ({ id, kind: 'warm' }));
    },
    async analyse(path, page) {
      const analysed = await ask((id) => ({ id, kind: 'page', path, page }));
      if (!analysed) throw asError({ message: 'a thread answered without a page' });
      return analysed;
    },
    async close() {
      isClosed = true;
      dispatch();
      // A page that is being drawn may never end.
      for (const { worker } of threads) worker.postMessage('stop');
      // A network that is computing when its thread is taken away brings the whole process down (SIGABRT).
      await Promise.race([Promise.all([...threads].map(untilIdle)), grace()]);
      await Promise.all([...threads].map(({ worker }) => worker.terminate()));
    },
  };
}

const untilIdle = (thread: Thread): Promise<void> =>
  new Promise((resolve) => {
    if (thread.task) thread.onIdle = resolve;
    else resolve();
  });

const grace = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, CLOSING_GRACE_MS).unref());

const closed = (): Error => new Error('the page pool is closed');

const asError = ({ code, message }: { code?: string; message: string }): ServiceError =>
  code === undefined ? new ServiceError('InternalServerError', message, 500) : new ServiceError(code, message);
