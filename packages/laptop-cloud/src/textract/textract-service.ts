import { jsonHandler } from '../http/json-service.ts';
import type { OperationService } from '../http/service.ts';
import { createJobRunner } from './jobs/job-runner.ts';
import { openJobStore } from './jobs/job-store.ts';
import { analyzeExpense } from './operations/analyze-expense.ts';
import { getExpenseAnalysis } from './operations/get-expense-analysis.ts';
import { startExpenseAnalysis } from './operations/start-expense-analysis.ts';
import { createPagePool } from './pages/page-pool.ts';
import type { TextractOptions } from './textract-options.ts';

/** Textract's expense analysis, answered by real OCR on this machine. */
export interface TextractService extends OperationService {
  /** Takes up the jobs that an earlier process left unfinished. */
  resume(): Promise<void>;
  /** Jobs not finished. */
  running(): number;
  /** Resolves when a job is over; undefined when none with this id is under way. */
  underWay(jobId: string): Promise<void> | undefined;
  /** Ends the threads; unfinished jobs stay stored for {@link TextractService.resume}. */
  close(): Promise<void>;
}

// The service keeps results for seven days. Time in which nothing ran does not count: an execution that waits for a result
// goes on after it, so that what was never fetched stays, and the rest for one start more.
const KEPT_MS = 7 * 24 * 60 * 60 * 1000;

/** Opens the service; what reads is started by the first job. */
export async function createTextractService(options: TextractOptions): Promise<TextractService> {
  const { directory, clock, workers } = options;
  const store = await openJobStore(directory);
  const pool = createPagePool(workers);
  const runner = createJobRunner(store, pool, clock);
  const operations = {
    StartExpenseAnalysis: startExpenseAnalysis(store, runner, options),
    GetExpenseAnalysis: getExpenseAnalysis(store),
    AnalyzeExpense: analyzeExpense(pool, options),
  };
  return {
    signingName: 'textract',
    operations,
    handle: jsonHandler(operations, { version: '1.1', targetPrefix: 'Textract' }),
    async resume() {
      for (const job of await store.list()) {
        if (job.status === 'IN_PROGRESS') runner.start(job);
        else if (clock.now() - job.startedAtEpochMs <= KEPT_MS) continue;
        else if (job.use === 'outdated') await store.remove(job.jobId);
        else if (job.use === 'fetched') await store.update({ ...job, use: 'outdated' });
      }
    },
    running: () => runner.running(),
    underWay: (jobId) => runner.underWay(jobId),
    async close() {
      // First of all: jobs that the pool turns away from now on are not failed, they stay in progress.
      const released = runner.close();
      await pool.close();
      await released;
    },
  };
}
