import { ServiceError } from '../../http/service.ts';
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
  const slow = outcomes.find((outcome) => 'failed' in outcome && isTooLong(outcome.failed));
  if (slow && 'failed' in slow) return fail(job, slow.failed, store);
  const failedPages = outcomes.flatMap((outcome, index) =>
    'failed' in outcome ? [{ page: index + 2, code: outcome.failed.code }] : [],
  );
  await finish({ ...job, pages, failedPages, status: failedPages.length > 0 ? 'PARTIAL_SUCCESS' : 'SUCCEEDED' }, store);
}

/** Pages of one document that wait or are read at a time: the others' documents come in between. */
const AT_A_TIME = 2;

/**
 * All pages but the first, in their order. One that takes too long is the last: many of them would hold everybody up for
 * hours, now and at each start.
 */
async function analyseOthers(job: Job, pages: number, store: JobStore, pool: PagePool): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  let next = 1;
  let isOver = false;
  const readOn = async (): Promise<void> => {
    while (next < pages && !isOver) {
      const index = next;
      next += 1;
      const outcome = await analyse(job, index, store, pool);
      outcomes[index - 1] = outcome;
      if ('failed' in outcome && isTooLong(outcome.failed)) isOver = true;
    }
  };
  const lanes = await Promise.allSettled(
    Array.from({ length: AT_A_TIME }, () =>
      readOn().catch((error: unknown) => {
        isOver = true;
        throw error;
      }),
    ),
  );
  const read = outcomes.filter((outcome) => outcome !== undefined);
  if (read.some((outcome) => 'failed' in outcome && isTooLong(outcome.failed))) return read;
  for (const lane of lanes) if (lane.status === 'rejected') throw lane.reason;
  return outcomes;
}

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
