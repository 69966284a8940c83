import type { Worker } from 'node:worker_threads';
import { ServiceError } from '../../http/service.ts';
import type { OpenDocument } from '../opened-document.ts';
import { tooLong } from '../pages/too-long.ts';
import type { PdfAnswer, PdfQuestion } from './pdf-messages.ts';
import type { PdfPage } from './read-pdf-page.ts';

/** Longer than any page that a person would wait for. */
export const PAGE_LIMIT_MS = 60_000;
/** A page that is being drawn for so long when the cloud is closed is not begun again. */
const SLOW_MS = 10_000;

/** What it needs of a worker thread. */
export type PdfWorker = Pick<Worker, 'postMessage' | 'once' | 'off' | 'terminate' | 'unref'>;

export interface PdfThreadOptions {
  /** Starts a thread that answers as `pdf-worker.ts` does. */
  readonly start: () => PdfWorker;
  /** @default PAGE_LIMIT_MS */
  readonly limitMs?: number;
  /** @default SLOW_MS */
  readonly slowMs?: number;
}

/** A thread of its own that reads PDFs, one at a time. */
export interface PdfThread {
  /**
   * Opens a PDF there. What a page kills is the thread alone: a fresh one opens the document and tries the page once more.
   *
   * @throws ServiceError `BadDocumentException` when it is broken, asks for a password, or the reader fails on it twice.
   */
  open(content: Buffer): Promise<OpenDocument>;
  /** Ends the thread whatever it does. What was asked of it fails, as too slow where it took long already. */
  stop(): Promise<void>;
}

/** One question under way. */
interface Asked {
  readonly since: number;
  settle(answer: PdfAnswer | Error): void;
}

export function createPdfThread({ start, limitMs = PAGE_LIMIT_MS, slowMs = SLOW_MS }: PdfThreadOptions): PdfThread {
  let worker: PdfWorker | undefined;
  let asked: Asked | undefined;
  let isStopped = false;

  async function discard(): Promise<void> {
    const gone = worker;
    worker = undefined;
    await gone?.terminate();
  }

  function ask(question: PdfQuestion, what: string): Promise<PdfAnswer> {
    if (isStopped) throw new Error('the reader of PDFs is closed');
    worker ??= start();
    const own = worker;
    return new Promise((resolve, reject) => {
      const settle = (answer: PdfAnswer | Error) => {
        clearTimeout(limit);
        own.off('message', settle);
        own.off('error', onError);
        own.off('exit', onExit);
        asked = undefined;
        if (answer instanceof Error) reject(answer);
        else resolve(answer);
      };
      const onError = (error: Error) => settle({ lost: error.message });
      const onExit = (code: number) => settle({ lost: `its thread ended with code ${code}` });
      const limit = setTimeout(() => {
        settle(tooLong(what, 'draw'));
        void discard();
      }, limitMs);
      own.once('message', settle);
      own.once('error', onError);
      own.once('exit', onExit);
      asked = {
        since: performance.now(),
        settle: (answer) => settle(answer instanceof Error ? tooLongOr(answer, what) : answer),
      };
      own.postMessage(question);
    });
  }

  const tooLongOr = (error: Error, what: string): Error =>
    asked && performance.now() - asked.since >= slowMs ? tooLong(what, 'draw') : error;

  /** Asks, and where the thread is lost over it once more of a fresh one. */
  async function askTwice(content: Buffer, question: PdfQuestion | undefined, what: string): Promise<PdfAnswer> {
    for (let attempt = 1; ; attempt += 1) {
      const opened =
        worker === undefined || question === undefined ? await ask({ kind: 'open', content }, what) : undefined;
      const answer = question === undefined || (opened && !('pages' in opened)) ? opened : await ask(question, what);
      if (!answer) throw new Error('expected an answer of the reader of PDFs');
      if ('error' in answer) throw new ServiceError(answer.error.code, answer.error.message);
      if (!('lost' in answer)) return answer;
      await discard();
      if (attempt > 1) throw bad(`${what} cannot be read: the reader of PDFs gave up twice (${answer.lost})`);
    }
  }

  return {
    async open(content) {
      const opened = await askTwice(content, undefined, 'the PDF');
      const page = async (index: number): Promise<PdfPage> => {
        const what = `page ${index + 1} of the PDF`;
        const read = await askTwice(content, { kind: 'page', index }, what);
        if ('picture' in read) return read;
        if (!('text' in read)) throw new Error(`expected ${what}`);
        const { text, beside } = read;
        if (!beside) return { text };
        const picture = async () => {
          const shown = await askTwice(content, { kind: 'beside', index }, what);
          if (!('picture' in shown)) throw new Error(`expected the picture of ${what}`);
          return shown.picture;
        };
        return { text, beside: { ...beside, picture } };
      };
      // Another one that is opened takes its place.
      return { pages: 'pages' in opened ? opened.pages : 0, page, close: () => undefined };
    },
    async stop() {
      isStopped = true;
      asked?.settle(new Error('the reader of PDFs is closed'));
      await discard();
    },
  };
}

const bad = (message: string): ServiceError => new ServiceError('BadDocumentException', message);
