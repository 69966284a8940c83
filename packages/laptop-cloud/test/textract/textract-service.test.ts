import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GetExpenseAnalysisResponse } from '@aws-sdk/client-textract';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../src/clock.ts';
import { type JsonObject, ServiceError } from '../../src/http/service.ts';
import { openJobStore } from '../../src/textract/jobs/job-store.ts';
import { createTextractService, type TextractService } from '../../src/textract/textract-service.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { drawReceipt } from './support/draw-page.ts';
import { makePdf } from './support/make-pdf.ts';

const objects = new Map<string, Buffer>();
const readObject = async (bucket: string, key: string, versionId?: string) => {
  const content = bucket === 'receipts' && versionId !== 'gone' ? objects.get(key) : undefined;
  if (!content) throw new ServiceError('NoSuchKey', 'the specified key does not exist', 404);
  return content;
};

let directory: string;
let service: TextractService;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'laptop-cloud-textract-'));
  service = await createTextractService({ directory, clock: systemClock, workers: 1, readObject });
  const receipt = await drawReceipt([
    ['CORNER MARKET LTD'],
    ['12 HIGH STREET'],
    ['DATE: 14/03/2024 10:22'],
    ['COFFEE', '7.00'],
    ['SANDWICH', '4.75'],
    ['TOTAL', 'USD 11.75'],
    ['CASH', '20.00'],
    ['CHANGE', '8.25'],
  ]);
  objects.set('receipt.png', receipt);
  objects.set('turned.png', await sharp(receipt).rotate(90).png().toBuffer());
  objects.set('reversed.png', await sharp(receipt).rotate(180).png().toBuffer());
  const white = sharp({ create: { width: 300, height: 400, channels: 3, background: '#fff' } });
  objects.set('blank.png', await white.png().toBuffer());
  objects.set('two.pdf', await makePdf([['Invoice No: 0042 of the sender'], ['Total amount | $ 12.50']]));
  objects.set('locked.pdf', await makePdf([['Secret']], { userPassword: 'open', pdfVersion: '1.7' }));
  objects.set('letter.jpg', Buffer.from('dear sir or madam'));
  objects.set('empty.jpg', Buffer.alloc(0));
});

afterAll(async () => {
  await service.close();
  await rm(directory, { recursive: true, force: true });
});

async function call(name: string, input: JsonObject): Promise<JsonObject> {
  const operation = service.operations[name];
  if (!operation) throw new Error(`no operation ${name}`);
  return operation(input, {});
}

const start = async (key: string, more: JsonObject = {}) => {
  const location = { S3Object: { Bucket: 'receipts', Name: key } };
  return String((await call('StartExpenseAnalysis', { DocumentLocation: location, ...more }))['JobId']);
};

async function finished(jobId: string, more: JsonObject = {}): Promise<GetExpenseAnalysisResponse> {
  for (;;) {
    const answer = await call('GetExpenseAnalysis', { JobId: jobId, ...more });
    if (answer['JobStatus'] !== 'IN_PROGRESS') return answer as unknown as GetExpenseAnalysisResponse;
    await systemClock.sleep(20);
  }
}

const analyse = async (key: string) => finished(await start(key));

const field = ({ ExpenseDocuments }: GetExpenseAnalysisResponse, type: string) =>
  ExpenseDocuments?.flatMap(({ SummaryFields = [] }) => SummaryFields).find(({ Type }) => Type?.Text === type);

const printed = (answer: GetExpenseAnalysisResponse, type: string) => field(answer, type)?.ValueDetection?.Text;

describe('createTextractService', () => {
  it('reads a drawn receipt', async () => {
    const answer = await analyse('receipt.png');

    expect(answer).toMatchObject({ JobStatus: 'SUCCEEDED', DocumentMetadata: { Pages: 1 } });
    expect(printed(answer, 'VENDOR_NAME')).toBe('CORNER MARKET LTD');
    expect(printed(answer, 'VENDOR_ADDRESS')).toBe('12 HIGH STREET');
    expect(printed(answer, 'INVOICE_RECEIPT_DATE')).toBe('14/03/2024');
    expect(printed(answer, 'TOTAL')).toBe('11.75');
    expect(field(answer, 'TOTAL')?.Currency?.Code).toBe('USD');
    const items = answer.ExpenseDocuments?.[0]?.LineItemGroups?.[0]?.LineItems ?? [];
    expect(items.map(({ LineItemExpenseFields }) => LineItemExpenseFields?.[0]?.ValueDetection?.Text)).toEqual([
      'COFFEE',
      'SANDWICH',
    ]);
  });

  it.each([
    ['on its side', 'turned.png'],
    ['on its head', 'reversed.png'],
  ])('reads a receipt that lies %s, and says where its total stands on the picture as sent', async (_how, key) => {
    const answer = await analyse(key);

    expect(printed(answer, 'TOTAL')).toBe('11.75');
    const words = answer.ExpenseDocuments?.[0]?.Blocks?.filter(({ BlockType }) => BlockType === 'WORD') ?? [];
    const box = words.find(({ Text }) => Text === 'CHANGE')?.Geometry?.BoundingBox;
    // CHANGE is printed at the bottom left.
    if (key === 'turned.png') expect([box?.Left, box?.Top].map((place) => (place ?? 1) < 0.3)).toEqual([true, true]);
    else expect([(box?.Left ?? 0) > 0.7, (box?.Top ?? 1) < 0.3]).toEqual([true, true]);
  });

  it('succeeds without fields on a page without text', async () => {
    const answer = await analyse('blank.png');

    expect(answer.JobStatus).toBe('SUCCEEDED');
    expect(answer.ExpenseDocuments?.[0]?.SummaryFields).toEqual([]);
  });

  it('gives the pages of a document in portions', async () => {
    const jobId = await start('two.pdf');
    const first = await finished(jobId, { MaxResults: 1 });
    const second = await finished(jobId, { MaxResults: 1, NextToken: first.NextToken ?? '' });

    expect(first.DocumentMetadata?.Pages).toBe(2);
    expect(first.ExpenseDocuments?.map(({ ExpenseIndex }) => ExpenseIndex)).toEqual([1]);
    expect(second.ExpenseDocuments?.map(({ ExpenseIndex }) => ExpenseIndex)).toEqual([2]);
    expect(second.NextToken).toBeUndefined();
    expect(printed(second, 'TOTAL')).toBe('$ 12.50');
  });

  it('answers a page at once when asked synchronously', async () => {
    const bytes = objects.get('two.pdf')?.toString('base64') ?? '';

    await expect(call('AnalyzeExpense', { Document: { Bytes: bytes } })).rejects.toMatchObject({
      code: 'UnsupportedDocumentException',
    });
    const answer = await call('AnalyzeExpense', {
      Document: { S3Object: { Bucket: 'receipts', Name: 'receipt.png' } },
    });
    expect(printed(answer as unknown as GetExpenseAnalysisResponse, 'TOTAL')).toBe('11.75');
  });

  it('gives the same job for the same token, also at the same time', async () => {
    const more = { ClientRequestToken: 'doc-1-r1', JobTag: 'laptop' };

    const ids = await Promise.all([start('blank.png', more), start('blank.png', more)]);
    const again = await start('blank.png', more);

    expect(new Set([...ids, again]).size).toBe(1);
    await finished(again);
  });

  it('fails when a token is used for another document', async () => {
    await finished(await start('blank.png', { ClientRequestToken: 'doc-2-r1' }));

    await expect(start('receipt.png', { ClientRequestToken: 'doc-2-r1' })).rejects.toMatchObject({
      code: 'IdempotentParameterMismatchException',
    });
  });

  it.each([
    ['missing.png', 'InvalidS3ObjectException'],
    ['letter.jpg', 'UnsupportedDocumentException'],
    ['empty.jpg', 'BadDocumentException'],
  ])('fails to start on %s with %s', async (key, code) => {
    await expect(start(key)).rejects.toMatchObject({ code });
  });

  it('fails the job of a PDF that asks for a password, and says why', async () => {
    const answer = await analyse('locked.pdf');

    expect(answer).toMatchObject({
      JobStatus: 'FAILED',
      StatusMessage: expect.stringMatching(/^BadDocumentException: .*password/),
    });
  });

  it('fails on an unknown job, a foreign token and wrong parameters', async () => {
    const jobId = await start('blank.png');
    await finished(jobId);

    await expect(call('GetExpenseAnalysis', { JobId: '../../etc' })).rejects.toMatchObject({
      code: 'InvalidJobIdException',
    });
    await expect(call('GetExpenseAnalysis', { JobId: jobId, NextToken: 'x' })).rejects.toMatchObject({
      code: 'InvalidParameterException',
    });
    await expect(start('blank.png', { ClientRequestToken: 'a b' })).rejects.toMatchObject({
      code: 'InvalidParameterException',
    });
  });

  it('takes up after a restart what was under way, and keeps no documents of finished jobs', async () => {
    const later = await temporaryDirectory();
    const store = await openJobStore(later);
    const job = {
      jobId: 'a'.repeat(64),
      request: '',
      status: 'IN_PROGRESS',
      startedAtEpochMs: Date.now(),
      failedPages: [],
    };
    await store.add({ ...job, status: 'IN_PROGRESS' }, objects.get('two.pdf') ?? Buffer.alloc(0));
    const before = service;
    service = await createTextractService({ directory: later, clock: systemClock, workers: 1, readObject });

    await service.resume();
    const answer = await finished(job.jobId);
    while (service.running() > 0) await systemClock.sleep(5);

    expect(answer).toMatchObject({ JobStatus: 'SUCCEEDED', DocumentMetadata: { Pages: 2 } });
    expect(await readdir(join(later, job.jobId))).not.toContain('document');
    await service.close();
    service = before;
  });

  it('keeps a result until it was fetched, however long nothing ran, and drops it at the second start after a week', async () => {
    const directory = await temporaryDirectory();
    const store = await openJobStore(directory);
    const jobId = 'b'.repeat(64);
    const startedAtEpochMs = Date.now() - 30 * 86_400_000;
    await store.add(
      { jobId, request: '', status: 'SUCCEEDED', startedAtEpochMs, failedPages: [], pages: 0 },
      Buffer.from(''),
    );
    const before = service;
    const startAgain = async () => {
      if (service !== before) await service.close();
      service = await createTextractService({ directory, clock: systemClock, workers: 1, readObject });
      await service.resume();
    };

    for (let start = 1; start <= 3; start += 1) await startAgain();
    expect(await call('GetExpenseAnalysis', { JobId: jobId })).toMatchObject({ JobStatus: 'SUCCEEDED' });
    await startAgain();
    expect(await call('GetExpenseAnalysis', { JobId: jobId })).toMatchObject({ JobStatus: 'SUCCEEDED' });
    await startAgain();
    await startAgain();
    await expect(call('GetExpenseAnalysis', { JobId: jobId })).rejects.toMatchObject({ code: 'InvalidJobIdException' });
    await service.close();
    service = before;
  });
});
