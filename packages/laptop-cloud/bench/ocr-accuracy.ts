/**
 * How well the Textract room reads receipts, against what is printed on them.
 *
 *   npx tsx packages/laptop-cloud/bench/ocr-accuracy.ts --data DIR [--workers 1] [--misses]
 *
 * The folder holds `img/NNN.jpg` and `key/NNN.json` (company, date, address, total). Receipts whose number is 1 mod 16 are
 * counted apart: a rule that helps one half and harms the other was made for a few receipts.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { ExpenseDocument } from '@aws-sdk/client-textract';
import { createPagePool } from '../src/textract/pages/page-pool.ts';
import { type Answers, type Field, fields, isRight } from './ocr-scoring.ts';

interface Receipt {
  readonly name: string;
  readonly isInFirstHalf: boolean;
  readonly milliseconds: number;
  readonly expected: Answers;
  readonly found: Partial<Answers>;
  /** What the response says about its own answers, 0 … 100. */
  readonly confidence: Partial<Record<Field, number>>;
}

const TYPES: Readonly<Record<Field, string>> = {
  total: 'TOTAL',
  date: 'INVOICE_RECEIPT_DATE',
  company: 'VENDOR_NAME',
  address: 'VENDOR_ADDRESS',
};

const { values: options } = parseArgs({
  options: {
    data: { type: 'string' },
    workers: { type: 'string', default: '1' },
    misses: { type: 'boolean', default: false },
  },
});
if (options.data === undefined) throw new Error('expected --data DIR, a folder with img/ and key/');

function answersIn({ SummaryFields = [] }: ExpenseDocument): Pick<Receipt, 'found' | 'confidence'> {
  const found: Partial<Record<Field, string>> = {};
  const confidence: Partial<Record<Field, number>> = {};
  for (const field of fields) {
    const answer = SummaryFields.find(({ Type }) => Type?.Text === TYPES[field]);
    const text = answer?.ValueDetection?.Text;
    if (text === undefined) continue;
    found[field] = text;
    // A field is right when it is of its type and was read without an error.
    confidence[field] = Math.min(answer?.Type?.Confidence ?? 0, answer?.ValueDetection?.Confidence ?? 0);
  }
  return { found, confidence };
}

async function readAll(folder: string, workers: number): Promise<Receipt[]> {
  const pool = createPagePool(workers);
  await pool.warm();
  const names = (await readdir(join(folder, 'img'))).filter((name) => name.endsWith('.jpg')).sort();
  const queue = [...names];
  const receipts: Receipt[] = [];
  const work = async () => {
    for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
      const index = Number.parseInt(name, 10);
      const started = performance.now();
      const page = { index: 0, seed: name, thisYear: new Date().getUTCFullYear() };
      const { document } = await pool.analyse(join(folder, 'img', name), page);
      receipts.push({
        name,
        isInFirstHalf: index % 16 === 1,
        milliseconds: performance.now() - started,
        expected: JSON.parse(await readFile(join(folder, 'key', name.replace('.jpg', '.json')), 'utf8')) as Answers,
        ...answersIn(document),
      });
    }
  };
  await Promise.all(Array.from({ length: workers }, work));
  await pool.close();
  return receipts;
}

function summarise(receipts: readonly Receipt[]) {
  const shares = fields.map((field) => {
    const asked = receipts.filter(({ expected }) => expected[field]);
    const right = asked.filter(({ expected, found }) => isRight(field, expected[field], found[field]));
    return [field, { right: right.length, of: asked.length, share: Number((right.length / asked.length).toFixed(3)) }];
  });
  return Object.fromEntries(shares);
}

const BUCKETS = [0, 70, 80, 90, 95, 98, 100.1];

/** How often answers of a certain confidence are right: what the confidence means. */
function calibrate(receipts: readonly Receipt[]) {
  return Object.fromEntries(
    fields.map((field) => {
      const answers = receipts.flatMap(({ expected, found, confidence }) =>
        expected[field] && confidence[field] !== undefined
          ? [{ confidence: confidence[field], isRight: isRight(field, expected[field], found[field]) }]
          : [],
      );
      const rows = BUCKETS.slice(0, -1).flatMap((from, index) => {
        const within = answers.filter((one) => one.confidence >= from && one.confidence < (BUCKETS[index + 1] ?? 0));
        const right = within.filter((one) => one.isRight).length;
        const mean = within.reduce((sum, one) => sum + one.confidence, 0) / within.length;
        const row = {
          from,
          answers: within.length,
          meanConfidence: Math.round(mean),
          rightPercent: share(right, within),
        };
        return within.length === 0 ? [] : [row];
      });
      return [field, rows];
    }),
  );
}

const share = (right: number, of: readonly unknown[]): number => Math.round((100 * right) / of.length);

const started = performance.now();
const receipts = await readAll(options.data, Number(options.workers));
const times = receipts.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
const misses = receipts.flatMap(({ name, expected, found }) =>
  fields
    .filter((field) => expected[field] && !isRight(field, expected[field], found[field]))
    .map((field) => ({ name, field, expected: expected[field], found: found[field] ?? null })),
);
console.log(
  JSON.stringify(
    {
      data: options.data,
      workers: Number(options.workers),
      firstHalf: summarise(receipts.filter(({ isInFirstHalf }) => isInFirstHalf)),
      secondHalf: summarise(receipts.filter(({ isInFirstHalf }) => !isInFirstHalf)),
      all: summarise(receipts),
      calibration: calibrate(receipts),
      pageMilliseconds: {
        mean: Math.round(times.reduce((sum, time) => sum + time, 0) / times.length),
        median: Math.round(times[Math.floor(times.length / 2)] ?? 0),
        slowest: Math.round(times.at(-1) ?? 0),
      },
      seconds: Math.round((performance.now() - started) / 100) / 10,
      residentMegabytes: Math.round(process.memoryUsage().rss / 2 ** 20),
      ...(options.misses ? { misses } : {}),
    },
    null,
    2,
  ),
);
