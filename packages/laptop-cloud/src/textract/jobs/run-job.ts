import { ServiceError } from '../../http/service.ts';
import { Limiter } from '../../limiter.ts';
import type { PagePool } from '../pages/page-pool.ts';
import { isTooLong } from '../pages/too-long.ts';
import type { Job, JobStore } from './job-store.ts';

/** A page's outcome: how many pages its document has, or why it could not be read. */
type Outcome = { readonly pages: number } | { readonly failed: ServiceError };

/**
 * Analyses what a job still misses and writes how it ended: SUCCEEDED, PARTIAL_SUCCESS when some pages could not be
 * read, FAILED when none could. Safe to call again after a crash: finished pages are kept.
 *
 * @throws whatever is no fault of the document, such as a closed pool; the job then stays in progress.
 */
export async function runJob(job: Job, store: JobStore, pool: PagePool): Promise<void> {
  const first = await analyse(job, 0, store, pool);
  // A first page that cannot be read mostly is a document that cannot be opened.
  if ('failed' in first) return fail(job, first.failed, store);
  const { pages } = first;
  const outcomes = await analyseOthers(job, pages, store, pool);
  const slow = outcomes.filter((outcome) => outcome !== undefined).find(isSlow);
  if (slow) return fail(job, slow.failed, store);
  const failedPages = outcomes.flatMap((outcome, index) =>
    'failed' in outcome ? [{ page: index + 2, code: outcome.failed.code }] : [],
  );
  await finish({ ...job, pages, failedPages, status: failedPages.length > 0 ? 'PARTIAL_SUCCESS' : 'SUCCEEDED' }, store);
}

/** Pages of one document that wait or are read at a time: the others' documents come in between. */
const AT_A_TIME = 2;

/**
 * All pages but the first, in their order. One that takes too long is the last: many of them would hold everybody up for
 * hours, now and at each start. It ends the document even where another page was turned away, as by a pool that closes.
 */
async function analyseOthers(job: Job, pages: number, store: JobStore, pool: PagePool): Promise<Outcome[]> {
  const limiter = new Limiter(AT_A_TIME);
  const read: Outcome[] = [];
  let isOver = false;
  const readPage = async (index: number): Promise<void> => {
    if (isOver) return;
    const outcome = await analyse(job, index, store, pool);
    read[index - 1] = outcome;
    isOver ||= isSlow(outcome);
  };
  const others = Array.from({ length: pages - 1 }, (_, index) => index + 1);
  const ends = await Promise.allSettled(others.map((index) => limiter.run(() => readPage(index))));
  const turnedAway = ends.find((end) => end.status === 'rejected');
  if (turnedAway && !read.some(isSlow)) throw turnedAway.reason;
  return read;
}

const isSlow = (outcome: Outcome): outcome is { failed: ServiceError } =>
  'failed' in outcome && isTooLong(outcome.failed);

const fail = (job: Job, { code, message }: ServiceError, store: JobStore): Promise<void> =>
  finish({ ...job, status: 'FAILED', statusMessage: `${code}: ${message}` }, store);

async function analyse(job: Job, index: number, store: JobStore, pool: PagePool): Promise<Outcome> {
  const { jobId, startedAtEpochMs, pages } = job;
  if (pages !== undefined && (await store.getPage(jobId, index + 1))) return { pages };
  const thisYear = new Date(startedAtEpochMs).getUTCFullYear();
  try {
    const analysed = await pool.analyse(store.documentPath(jobId), { index, seed: jobId, thisYear });
    await store.putPage(jobId, index + 1, analysed.document);
    if (index === 0) await store.update({ ...job, pages: analysed.pages });
    return { pages: analysed.pages };
  } catch (error) {
    if (error instanceof ServiceError) return { failed: error };
    throw error;
  }
}

async function finish(job: Job, store: JobStore): Promise<void> {
  await store.update(job);
  await store.dropDocument(job.jobId);
}
