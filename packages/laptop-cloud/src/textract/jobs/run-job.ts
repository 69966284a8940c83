import { ServiceError } from '../../http/service.ts';
import type { PagePool } from '../pages/page-pool.ts';
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
  if ('failed' in first) {
    // A first page that cannot be read mostly is a document that cannot be opened.
    await finish({ ...job, status: 'FAILED', statusMessage: `${first.failed.code}: ${first.failed.message}` }, store);
    return;
  }
  const { pages } = first;
  const others = Array.from({ length: pages - 1 }, (_, index) => index + 1);
  const outcomes = await Promise.all(others.map((index) => analyse(job, index, store, pool)));
  const failedPages = outcomes.flatMap((outcome, index) =>
    'failed' in outcome ? [{ page: index + 2, code: outcome.failed.code }] : [],
  );
  await finish({ ...job, pages, failedPages, status: failedPages.length > 0 ? 'PARTIAL_SUCCESS' : 'SUCCEEDED' }, store);
}

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
