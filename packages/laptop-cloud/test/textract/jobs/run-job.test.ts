import { describe, expect, it } from 'vitest';
import { ServiceError } from '../../../src/http/service.ts';
import { type Job, type JobStore, jobIdFor, openJobStore } from '../../../src/textract/jobs/job-store.ts';
import { runJob } from '../../../src/textract/jobs/run-job.ts';
import type { PagePool } from '../../../src/textract/pages/page-pool.ts';
import { tooLong } from '../../../src/textract/pages/too-long.ts';
import { temporaryDirectory } from '../../temporary-directory.ts';

const aJob = (over: Partial<Job> = {}): Job => ({
  jobId: jobIdFor('a job'),
  request: '',
  status: 'IN_PROGRESS',
  startedAtEpochMs: 0,
  failedPages: [],
  ...over,
});

/** A pool that reads pages of nothing, and notes which; `fail` says what goes wrong on a page. */
function aPool(pages: number, fail: (index: number) => Error | undefined = () => undefined) {
  const asked: number[] = [];
  const pool: PagePool = {
    warm: async () => undefined,
    close: async () => undefined,
    async analyse(_path, { index }) {
      asked.push(index);
      const error = fail(index);
      if (error) throw error;
      return { pages, document: { ExpenseIndex: index + 1 } };
    },
  };
  return { pool, asked };
}

async function aStore(job: Job): Promise<JobStore> {
  const store = await openJobStore(await temporaryDirectory());
  await store.add(job, Buffer.from('document'));
  return store;
}

describe('runJob', () => {
  it('reads every page once and ends well', async () => {
    const job = aJob();
    const store = await aStore(job);
    const { pool, asked } = aPool(3);

    await runJob(job, store, pool);

    expect(asked).toEqual([0, 1, 2]);
    expect(await store.get(job.jobId)).toMatchObject({ status: 'SUCCEEDED', pages: 3 });
    expect(await store.getPage(job.jobId, 3)).toEqual({ ExpenseIndex: 3 });
  });

  it('gives a document up at the first page that takes too long, whichever it is', async () => {
    const job = aJob();
    const store = await aStore(job);
    const { pool, asked } = aPool(3000, (index) => (index > 1 ? tooLong(`page ${index + 1}`, 'draw') : undefined));

    await runJob(job, store, pool);

    expect(asked.length).toBeLessThanOrEqual(5);
    expect(await store.get(job.jobId)).toMatchObject({
      status: 'FAILED',
      statusMessage: 'BadDocumentException: page 3 takes too long to draw',
    });
  });

  it('is over, and not begun again, when the pool is closed amid a page that takes too long', async () => {
    const job = aJob();
    const store = await aStore(job);
    const { pool } = aPool(9, (index) =>
      index === 2 ? tooLong('page 3', 'draw') : index === 1 ? new Error('the page pool is closed') : undefined,
    );

    await runJob(job, store, pool);

    expect(await store.get(job.jobId)).toMatchObject({ status: 'FAILED' });
  });

  it("lets others' pages come between those of a long document", async () => {
    const job = aJob();
    const store = await aStore(job);
    let [waiting, most] = [0, 0];
    const { pool } = aPool(40);
    const slowly: PagePool = {
      ...pool,
      async analyse(path, page) {
        waiting += 1;
        most = Math.max(most, waiting);
        await new Promise((resolve) => setTimeout(resolve, 1));
        waiting -= 1;
        return pool.analyse(path, page);
      },
    };

    await runJob(job, store, slowly);

    expect(most).toBe(2);
    expect(await store.get(job.jobId)).toMatchObject({ status: 'SUCCEEDED', pages: 40 });
    expect(await store.getPage(job.jobId, 40)).toEqual({ ExpenseIndex: 40 });
  });

  it('keeps the pages that were read before the process ended', async () => {
    const job = aJob();
    const store = await aStore(job);
    await expect(
      runJob(job, store, aPool(3, (index) => (index === 2 ? new Error('killed') : undefined)).pool),
    ).rejects.toThrow('killed');
    const { pool, asked } = aPool(3);

    await runJob((await store.get(job.jobId)) ?? job, store, pool);

    expect(asked).toEqual([2]);
    expect(await store.get(job.jobId)).toMatchObject({ status: 'SUCCEEDED', pages: 3 });
  });

  it('ends partly when a later page cannot be read', async () => {
    const job = aJob();
    const store = await aStore(job);
    const broken = new ServiceError('BadDocumentException', 'broken');

    await runJob(job, store, aPool(3, (index) => (index === 1 ? broken : undefined)).pool);

    expect(await store.get(job.jobId)).toMatchObject({
      status: 'PARTIAL_SUCCESS',
      failedPages: [{ page: 2, code: 'BadDocumentException' }],
    });
  });

  it('fails when the document cannot be opened, and says why', async () => {
    const job = aJob();
    const store = await aStore(job);
    const locked = new ServiceError('BadDocumentException', 'the PDF asks for a password');

    await runJob(job, store, aPool(1, () => locked).pool);

    expect(await store.get(job.jobId)).toMatchObject({
      status: 'FAILED',
      statusMessage: 'BadDocumentException: the PDF asks for a password',
    });
  });
});
