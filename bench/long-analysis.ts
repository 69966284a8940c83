import { spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { S3Client } from '@aws-sdk/client-s3';
import type { ExpenseDocument, ExpenseField, TextractClient } from '@aws-sdk/client-textract';
import { readAnalysis } from '../lambdas/adapters/analysis.ts';
import { writeLongArtifact } from '../lambdas/adapters/long-artifact.ts';
import { holdBeyond } from '../lambdas/adapters/page-look.ts';
import { readAnalysis as lookAt, writeAnalysis } from '../lambdas/core/reading/analysis-text.ts';
import { createHandler } from '../lambdas/read-analysis/handler.ts';
import { pdfOfPages } from '../test/support/pdf-of-pages.ts';

/**
 * What a document of many pages takes: the memory of *Read Analysis* as pages come, and as it would be with all of them held
 * until the end; that of *Structure Expense* as it looks at what was stored; and how much of a PDF is read to count its
 * pages. Each in a process of its own. AWS is played: nothing is sent.
 *
 *     npx tsx bench/long-analysis.ts [pages]
 *
 * @returns JSON: peak of resident memory, MB, beside that of the process with nothing done; sizes in MB.
 */
const WORDS_A_LINE = 5;
const LINES = 60;
const ITEMS = 20;

const MEASURES = {
  nothing: async () => ({}),
  async streamed(pages: number) {
    const sink = sinkOf();
    await createHandler({
      now: () => Date.now(),
      readAnalysis: (jobId) => readAnalysis(textractOf(pages), jobId),
      writeText: (key, text) => writeLongArtifact(sink.s3, 'bucket', key, text),
    })({ documentId: 'doc', jobId: 'job' });
    return { artifactMb: mb(sink.bytes()) };
  },
  async held(pages: number) {
    const analysis = await readAnalysis(textractOf(pages), 'job');
    const documents: ExpenseDocument[] = [];
    if (analysis.finished) for await (const document of analysis.documents) documents.push(document);
    const kept = documents.map(({ Blocks = [], ...rest }) => ({
      ...rest,
      Blocks: Blocks.filter(({ BlockType }) => BlockType === 'LINE'),
    }));
    return { artifactMb: mb(JSON.stringify({ pages, isPartial: false, documents: kept }).length) };
  },
  async lookedAt(pages: number) {
    async function* documents() {
      for (let page = 1; page <= pages; page++) yield pageOf(page, false);
    }
    const text = Readable.from(writeAnalysis({ pages, isPartial: false }, documents()));
    const { documents: looked, leftOut } = await lookAt(createInterface({ input: text }));
    return { documents: looked.length, leftOut };
  },
  async counted(pages: number) {
    const pdf = pdfOfPages(pages, { perNode: 30, scanBytes: 10_000 });
    let [requests, bytes] = [0, 0];
    const s3 = {
      async send({ input }: { input: { Range?: string } }) {
        const [, from = 0, to = pdf.length - 1] = /bytes=(\d+)-(\d+)/.exec(input.Range ?? '')?.map(Number) ?? [];
        requests++;
        bytes += to + 1 - from;
        return { Body: { transformToByteArray: async () => pdf.subarray(from, to + 1) } };
      },
    } as unknown as S3Client;
    const object = { bucket: 'bucket', key: 'key', versionId: 'v', sizeBytes: pdf.length };
    const counts = [];
    for (const most of [50, 2999, 3000]) {
      [requests, bytes] = [0, 0];
      const held = await holdBeyond(s3, object, most);
      counts.push({ most, held, requests, readMb: mb(bytes) });
    }
    return { fileMb: mb(pdf.length), counts };
  },
};
type Measure = keyof typeof MEASURES;

const mb = (bytes: number): number => Math.round((bytes / 1e6) * 100) / 100;

/** Answers as Textract does: 20 pages in a call, as text that the client takes apart. */
function textractOf(pages: number): TextractClient {
  const send = async ({ input }: { input: { NextToken?: string } }) => {
    const first = Number(input.NextToken ?? 1);
    const last = Math.min(pages, first + 19);
    const documents = Array.from({ length: last - first + 1 }, (_, index) => pageOf(first + index, true));
    return JSON.parse(
      JSON.stringify({
        JobStatus: 'SUCCEEDED',
        DocumentMetadata: { Pages: pages },
        ExpenseDocuments: documents,
        ...(last < pages ? { NextToken: String(last + 1) } : {}),
      }),
    ) as object;
  };
  return { send } as unknown as TextractClient;
}

function pageOf(page: number, withWords: boolean): ExpenseDocument {
  const geometry = (at: number) => ({
    BoundingBox: { Width: 0.123456789, Height: 0.0123456789, Left: 0.123456789, Top: at / 1000 },
    Polygon: Array.from({ length: 4 }, (_, corner) => ({ X: 0.123456789 + corner, Y: at / 1000 })),
  });
  const block = (BlockType: 'LINE' | 'WORD', at: number) => ({
    BlockType,
    Id: `00000000-0000-0000-0000-${page}-${at}`,
    Confidence: 99.123456,
    Text: `Text ${at} of page ${page}`,
    Geometry: geometry(at),
    Page: page,
  });
  const field = (type: string, text: string): ExpenseField => ({
    Type: { Text: type, Confidence: 99.1 },
    ValueDetection: { Text: text, Geometry: geometry(1), Confidence: 98.2 },
    PageNumber: page,
  });
  const items = Array.from({ length: ITEMS }, (_, item) => ({
    LineItemExpenseFields: [
      field('ITEM', `Thing ${item}`),
      field('PRICE', '12.34'),
      field('EXPENSE_ROW', 'Thing 12.34'),
    ],
  }));
  const words = withWords ? Array.from({ length: LINES * WORDS_A_LINE }, (_, at) => block('WORD', at)) : [];
  return {
    ExpenseIndex: page,
    SummaryFields: [field('TOTAL', '246.80'), field('VENDOR_NAME', 'Corner Shop')],
    LineItemGroups: [{ LineItemGroupIndex: 1, LineItems: items }],
    Blocks: [...Array.from({ length: LINES }, (_, at) => block('LINE', at)), ...words],
  };
}

/** An S3 that counts what it is given and keeps nothing. */
function sinkOf() {
  let bytes = 0;
  const send = async ({ input }: { input: { Body?: Buffer } }) => {
    bytes += input.Body?.length ?? 0;
    return { UploadId: 'upload', ETag: 'etag' };
  };
  return { s3: { send } as unknown as S3Client, bytes: () => bytes };
}

const [first = '3000', measured] = process.argv.slice(2);
const pages = Number(first);
if (measured) {
  const told = await MEASURES[measured as Measure](pages);
  console.log(JSON.stringify({ ...told, peakMb: Math.round(process.resourceUsage().maxRSS / 1024) }));
} else {
  const results = (Object.keys(MEASURES) as Measure[]).map((measure) => {
    const { stdout, status, signal } = spawnSync(
      process.execPath,
      ['--import', 'tsx', fileURLToPath(import.meta.url), String(pages), measure],
      { encoding: 'utf8' },
    );
    return [measure, status === 0 ? (JSON.parse(stdout) as object) : { ended: signal ?? status }] as const;
  });
  console.log(JSON.stringify({ pages, ...Object.fromEntries(results) }, null, 2));
}
