import type { Clock } from '../../clock.ts';
import type { PagePool } from '../pages/page-pool.ts';
import type { Job, JobStore } from './job-store.ts';
import { runJob } from './run-job.ts';

/** Works jobs off in the background; the pool's queue keeps their order. */
export interface JobRunner {
  start(job: Job): void;
  /** Resolves when a job is over; undefined when none with this id is under way. */
  underWay(jobId: string): Promise<void> | undefined;
  /** Jobs not finished. */
  running(): number;
  /** Resolves when the jobs under way have let go; call it before the pool is closed. They stay in progress. */
  close(): Promise<void>;
}

/** @param clock Stands still, where it is virtual, until a job is done. */
export function createJobRunner(store: JobStore, pool: PagePool, clock: Clock): JobRunner {
  const active = new Map<string, Promise<void>>();
  let isClosed = false;

  return {
    start(job) {
      const work = clock
        .busy(() => runJob(job, store, pool))
        .catch((error: unknown) => (isClosed ? undefined : giveUp(job, store, error)))
        .finally(() => active.delete(job.jobId));
      active.set(job.jobId, work);
    },
    underWay: (jobId) => active.get(jobId),
    running: () => active.size,
    async close() {
      isClosed = true;
      await Promise.allSettled(active.values());
    },
  };
}

/** A fault of ours is told as the service tells one. */
async function giveUp(job: Job, store: JobStore, error: unknown): Promise<void> {
  const message = error instanceof Error ? error.message : String(error);
  await store.update({ ...job, status: 'FAILED', statusMessage: `InternalServerError: ${message}` });
}
