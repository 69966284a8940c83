import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import { bundleWorker } from '../../../src/bundle-worker.ts';
import { createPdfThread, type PdfThread } from '../../../src/textract/pdf/pdf-thread.ts';
import { makePdf } from '../support/make-pdf.ts';

/** A thread in place of PDFium's: what it answers to each question, by how many of its kind were started before it. */
const standIn = (answers: string): (() => Worker) => {
  let started = 0;
  return () =>
    new Worker(
      `const { parentPort } = require('node:worker_threads');
       const started = ${started++};
       const page = { text: { width: 1, height: 1, quarterTurns: 0, lines: [] } };
       const answer = (question) => { ${answers} };
       parentPort.on('message', async (question) => {
         const reply = await answer(question);
         if (reply) parentPort.postMessage(reply);
       });`,
      { eval: true },
    );
};
const OPENED = "if (question.kind === 'open') return { pages: 2 };";

let thread: PdfThread | undefined;
afterEach(() => thread?.stop());
const threadOf = (start: () => Worker, options: { limitMs?: number; slowMs?: number } = {}) => {
  thread = createPdfThread({ start, ...options });
  return thread;
};
const content = Buffer.from('%PDF-');

describe('the thread that reads PDFs', () => {
  it('reads pages and what they show beside their text', async () => {
    const script = await bundleWorker('textract/pdf-worker.ts');
    const pdfs = threadOf(() => new Worker(script));
    const document = await pdfs.open(await makePdf([['Invoice No: 0042'], ['Total | 12.50 of the second page']]));

    const page = await document.page(1);

    expect(document.pages).toBe(2);
    expect('text' in page && page.text.lines.map(({ text }) => text)).toEqual(['Total', '12.50 of the second page']);
  });

  it('says of a broken PDF that it is broken, and goes on with the next one', async () => {
    const script = await bundleWorker('textract/pdf-worker.ts');
    const pdfs = threadOf(() => new Worker(script));

    await expect(pdfs.open(Buffer.from('%PDF-1.7 cut off'))).rejects.toMatchObject({ code: 'BadDocumentException' });
    expect((await pdfs.open(await makePdf([['Invoice No: 0042']]))).pages).toBe(1);
  });

  it.each([
    ['aborts', "return started === 0 ? { lost: 'aborted' } : page;"],
    ['ends', 'if (started === 0) process.exit(3); return page;'],
    ['throws', "if (started === 0) setImmediate(() => { throw new Error('trap') }); else return page;"],
  ])('tries a page once more on a fresh thread when it %s', async (_, answers) => {
    const document = await threadOf(standIn(`${OPENED} ${answers}`)).open(content);

    expect(await document.page(0)).toHaveProperty('text');
    expect(await document.page(1)).toHaveProperty('text');
  });

  it('gives a page up that loses two threads, with the reason, and reads the next document', async () => {
    const pdfs = threadOf(standIn(`${OPENED} return question.index === 0 ? { lost: 'memory is full' } : page;`));
    const document = await pdfs.open(content);

    await expect(document.page(0)).rejects.toMatchObject({
      code: 'BadDocumentException',
      message: 'page 1 of the PDF cannot be read: the reader of PDFs gave up twice (memory is full)',
    });
    expect(await document.page(1)).toHaveProperty('text');
    expect((await pdfs.open(content)).pages).toBe(2);
  });

  it('ends a page that takes too long, without a second try', async () => {
    let threads = 0;
    const start = standIn(`${OPENED} return question.index === 0 ? undefined : page;`);
    const pdfs = threadOf(
      () => {
        threads += 1;
        return start();
      },
      { limitMs: 5_000 },
    );
    const document = await pdfs.open(content);

    await expect(document.page(0)).rejects.toMatchObject({
      code: 'BadDocumentException',
      message: 'page 1 of the PDF takes too long to draw',
    });
    expect(threads).toBe(1);
    expect(await document.page(1)).toHaveProperty('text');
  });

  it.each([
    ['is slow already', 0, 'page 1 of the PDF takes too long to draw'],
    ['has only begun', 60_000, 'the reader of PDFs is closed'],
  ])('does not wait for a page when it is stopped: %s', async (_, slowMs, message) => {
    const pdfs = threadOf(standIn(`${OPENED} return undefined;`), { slowMs });
    const document = await pdfs.open(content);
    const page = document.page(0);
    const refused = expect(page).rejects.toThrow(message);
    await sleep(10);

    await pdfs.stop();

    await refused;
    await expect(pdfs.open(content)).rejects.toThrow('closed');
  });
});
