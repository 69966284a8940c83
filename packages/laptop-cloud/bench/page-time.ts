/**
 * What a page costs over the bare networks, and what two processes that read hold in memory.
 *
 *   npx tsx packages/laptop-cloud/bench/page-time.ts --data DIR [--pages 39]
 *
 * Bare OCR is decoding, one look for lines and one reading of each. The whole page adds direction, second readings,
 * tagging and the response. Both take turns on the same pages in the same thread; processor time is
 * counted.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import { loadPicture } from '../src/textract/image/load-picture.ts';
import { detectLines } from '../src/textract/ocr/detector.ts';
import { loadOcrModels, type OcrModels } from '../src/textract/ocr/models.ts';
import { recogniseLine } from '../src/textract/ocr/recogniser.ts';
import { openDocument } from '../src/textract/open-document.ts';
import { analysePage } from '../src/textract/pages/analyse-page.ts';
import { createPagePool } from '../src/textract/pages/page-pool.ts';
import { residentMbOf } from './measure/process-tree.ts';

const { values: options } = parseArgs({
  options: {
    data: { type: 'string' },
    pages: { type: 'string', default: '39' },
  },
});
if (options.data === undefined) throw new Error('expected --data DIR, a folder with img/ and key/');

async function readBare(models: OcrModels, content: Buffer): Promise<void> {
  const picture = await loadPicture(content);
  for (const box of await detectLines(models, picture)) await recogniseLine(models, picture, box);
}

/** Milliseconds of processor time, which other work on the machine hardly changes. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

async function compareTimes(paths: readonly string[]) {
  sharp.concurrency(1);
  const models = await loadOcrModels();
  const page = { index: 0, seed: 'page', thisYear: new Date().getUTCFullYear() };
  const bare: number[] = [];
  const whole: number[] = [];
  for (const [index, path] of [paths[0] ?? '', ...paths].entries()) {
    const content = await readFile(path);
    const readAlone = () => timed(() => readBare(models, content));
    const readWhole = () =>
      timed(async () => analysePage(await openDocument(content), page, () => Promise.resolve(models)));
    // The first page only warms up; then one and the other go first in turn.
    const [first, second] = index % 2 === 0 ? [readAlone, readWhole] : [readWhole, readAlone];
    const [a, b] = [await first(), await second()];
    if (index === 0) continue;
    bare.push(index % 2 === 0 ? a : b);
    whole.push(index % 2 === 0 ? b : a);
  }
  const mean = (times: readonly number[]) => Math.round(sum(times) / times.length);
  return {
    pages: bare.length,
    bareProcessorMilliseconds: mean(bare),
    wholeProcessorMilliseconds: mean(whole),
    ratio: Number((sum(whole) / sum(bare)).toFixed(3)),
  };
}

/** Memory is measured before the comparison loads networks of its own. */
async function measureMemory(paths: readonly string[], workers: number) {
  const before = await residentMbOf(process.pid);
  const pool = createPagePool(workers);
  const page = { index: 0, seed: 'page', thisYear: new Date().getUTCFullYear() };
  let isReading = true;
  const reading = Promise.all(paths.map((path) => pool.analyse(path, page))).finally(() => {
    isReading = false;
  });
  let largest = 0;
  while (isReading) {
    largest = Math.max(largest, await residentMbOf(process.pid));
    await sleep(200);
  }
  await reading;
  await pool.close();
  return { workers, residentMegabytesBefore: before, residentMegabytesAtMost: largest };
}

const folder = join(options.data, 'img');
const names = (await readdir(folder)).filter((name) => name.endsWith('.jpg')).sort();
const step = Math.max(1, Math.floor(names.length / Number(options.pages)));
const paths = names.filter((_, index) => index % step === 0).map((name) => join(folder, name));
const memory = await measureMemory(paths.slice(0, Number(options.pages)), 2);
const time = await compareTimes(paths.slice(0, Number(options.pages)));
console.log(JSON.stringify({ data: options.data, time, memory }, null, 2));
