import { type ChildProcess, fork } from 'node:child_process';
import { cpus } from 'node:os';
import { bundleWorker } from '../../bundle-worker.ts';
import { ServiceError } from '../../http/service.ts';
import type { PageRequest } from './analyse-page.ts';
import type { AnalysedPage, PageQuestion, PageReply } from './page-messages.ts';
import { tooLong } from './too-long.ts';

/**
 * Processes that analyse pages, each with networks of its own and one page at a time. What reads pictures is native code:
 * as threads, one that it brings down takes the whole cloud with it, and onnxruntime cannot be loaded again in a process
 * whose last thread that held it is gone.
 */
export interface PagePool {
  /** Starts a process and loads its networks, so that the first page need not wait. */
  warm(): Promise<void>;
  /**
   * Analyses one page of the document in a file.
   *
   * @throws ServiceError by AWS's name when the document is to blame, as when it takes too long, `InternalServerError` when we
   * are.
   */
  analyse(path: string, page: PageRequest): Promise<AnalysedPage>;
  /** Takes nothing more, lets pages under way be finished and ends the processes. */
  close(): Promise<void>;
}

interface Task {
  readonly question: PageQuestion;
  readonly since: number;
  resolve(page: AnalysedPage | undefined): void;
  reject(error: Error): void;
  /** Whether a process was lost over it already; a second time it is given up. */
  wasLost?: boolean;
}

interface Reader {
  readonly process: ChildProcess;
  task?: Task | undefined;
  /** Ends the process when the page takes too long, or when it had nothing to do for long. */
  limit?: NodeJS.Timeout | undefined;
  /** Told when the task is off the reader's hands. */
  onIdle?: () => void;
}

export interface PagePoolOptions {
  /** How long a page may take. @default 300000 */
  readonly limitMs?: number;
  /** After what time a process ends that has nothing to do: one of several, and the last one. @default 10000 and 120000 */
  readonly idleMs?: { readonly beyondOne: number; readonly last: number };
}

const LARGEST_DEFAULT = 2;
/** How long closing waits for pages under way; what is not finished by then is read at the next start. */
const CLOSING_GRACE_MS = 10_000;

/** Longer than any page that a person would wait for; what takes long in a PDF has a limit of its own within it. */
const PAGE_LIMIT_MS = 300_000;

/**
 * How long no page is finished before a second process is started for one that waits: of digital text many are read while
 * it would load.
 */
const PATIENCE_MS = 2000;

/** How long a page waits for it at most, also while others are finished one after the other. */
const IN_TURN_MS = 5000;

/** What a burst left ends soon; the last one, with the networks that it may have loaded, serves who comes again. */
const IDLE_MS = { beyondOne: 10_000, last: 120_000 };

/** @param size Processes at most. @default 2, or 1 on a machine with one core */
export function createPagePool(
  size = Math.min(LARGEST_DEFAULT, cpus().length),
  { limitMs = PAGE_LIMIT_MS, idleMs = IDLE_MS }: PagePoolOptions = {},
): PagePool {
  const readers = new Set<Reader>();
  const queue: Task[] = [];
  let bundles: Promise<readonly [script: string, pdfScript: string]> | undefined;
  let starting = 0;
  /** When a page was finished last, or a process started. */
  let movedAt = 0;
  let growing: NodeJS.Timeout | undefined;
  let isClosed = false;

  const ask = (question: PageQuestion) =>
    new Promise<AnalysedPage | undefined>((resolve, reject) => {
      queue.push({ question, since: Date.now(), resolve, reject });
      dispatch();
    });

  function dispatch(): void {
    if (isClosed) for (const task of queue.splice(0)) task.reject(closed());
    for (const reader of readers) {
      if (reader.task) continue;
      const task = queue.shift();
      if (!task) {
        rest(reader);
        continue;
      }
      clearTimeout(reader.limit);
      reader.task = task;
      reader.limit = setTimeout(() => giveUp(reader), limitMs);
      send(reader, task.question);
    }
    grow();
  }

  /** A first process at once, a further one when a page waits and those that are there do not get on. */
  function grow(): void {
    clearTimeout(growing);
    const [first] = queue;
    if (!first || starting > 0 || readers.size >= size) return;
    const untilMs = Math.min(Math.max(first.since, movedAt) + PATIENCE_MS, first.since + IN_TURN_MS);
    const leftMs = readers.size === 0 ? 0 : untilMs - Date.now();
    if (leftMs > 0) growing = setTimeout(grow, leftMs);
    else void startReader();
  }

  async function startReader(): Promise<void> {
    starting++;
    try {
      bundles ??= Promise.all([bundleWorker('textract/page-process.ts'), bundleWorker('textract/pdf-worker.ts')]);
      const [script, pdfScript] = await bundles;
      if (isClosed) return;
      const process = fork(script, [pdfScript], { execArgv: [], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
      movedAt = Date.now();
      const reader: Reader = { process };
      process.on('message', (reply: PageReply) => finish(reader, reply));
      process.on('error', (error) => lose(reader, error.message));
      process.on('exit', (code, signal) => lose(reader, `it ended with ${signal ?? `code ${code}`}`));
      readers.add(reader);
    } catch (error) {
      for (const task of queue.splice(0)) task.reject(error as Error);
    } finally {
      starting--;
    }
    dispatch();
  }

  /** Takes the task off a reader's hands. */
  function relieve(reader: Reader): Task | undefined {
    const { task } = reader;
    clearTimeout(reader.limit);
    reader.limit = undefined;
    reader.task = undefined;
    return task;
  }

  /** A page that takes too long is not tried again: it would take as long. */
  function giveUp(reader: Reader): void {
    relieve(reader)?.reject(tooLong('the page', 'read'));
    lose(reader, 'its page took too long');
  }

  function finish(reader: Reader, reply: PageReply): void {
    const task = relieve(reader);
    movedAt = Date.now();
    // What was ended for the sake of closing is no fault of the document.
    if ('error' in reply) task?.reject(isClosed && reply.error.code === undefined ? closed() : asError(reply.error));
    else task?.resolve(reply.page);
    reader.onIdle?.();
    dispatch();
  }

  function rest(reader: Reader): void {
    const end = () => lose(reader, 'it had nothing to do');
    reader.limit ??= setTimeout(() => {
      if (readers.size > 1) end();
      else reader.limit = setTimeout(end, idleMs.last).unref();
    }, idleMs.beyondOne).unref();
  }

  function lose(reader: Reader, why: string): void {
    if (!readers.delete(reader)) return;
    reader.process.kill('SIGKILL');
    const task = relieve(reader);
    reader.onIdle?.();
    if (task && !isClosed && !task.wasLost) queue.unshift({ ...task, wasLost: true });
    else
      task?.reject(isClosed ? closed() : asError({ message: `the process that read the page was lost twice: ${why}` }));
    dispatch();
  }

  return {
    warm: async () => {
      await ask({ kind: 'warm' });
    },
    async analyse(path, page) {
      const analysed = await ask({ kind: 'page', path, page });
      if (!analysed) throw asError({ message: 'a process answered without a page' });
      return analysed;
    },
    async close() {
      isClosed = true;
      dispatch();
      // A page that is being drawn may never end.
      for (const reader of readers) send(reader, { kind: 'stop' });
      await Promise.race([Promise.all([...readers].map(untilIdle)), grace()]);
      await Promise.all([...readers].map(untilGone));
    },
  };
}

/** What cannot be sent was lost: the end of the process says so. */
const send = ({ process }: Reader, question: PageQuestion): unknown => process.send(question, () => undefined);

const untilIdle = (reader: Reader): Promise<void> =>
  new Promise((resolve) => {
    if (reader.task) reader.onIdle = resolve;
    else resolve();
  });

const untilGone = ({ process }: Reader): Promise<unknown> => {
  const gone = new Promise((resolve) => process.once('exit', resolve));
  process.kill('SIGKILL');
  return gone;
};

const grace = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, CLOSING_GRACE_MS).unref());

const closed = (): Error => new Error('the page pool is closed');

const asError = ({ code, message }: { code?: string; message: string }): ServiceError =>
  code === undefined ? new ServiceError('InternalServerError', message, 500) : new ServiceError(code, message);
