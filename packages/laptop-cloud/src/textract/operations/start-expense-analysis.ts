import { randomUUID } from 'node:crypto';
import { type Operation, ServiceError } from '../../http/service.ts';
import { parseInput, StartInput } from '../inputs.ts';
import type { JobRunner } from '../jobs/job-runner.ts';
import { type Job, type JobStore, jobIdFor } from '../jobs/job-store.ts';
import { readDocument } from '../read-document.ts';
import type { TextractOptions } from '../textract-options.ts';

/**
 * Starts a job, stores it with its document, and answers with its id. A repeat with the same token and the same
 * content gets the same id; it is safe to ask twice at the same time.
 *
 * @throws ServiceError `IdempotentParameterMismatchException` when the token was used for another request, and what
 *   `readDocument` throws.
 */
export function startExpenseAnalysis(
  store: JobStore,
  runner: JobRunner,
  { clock, readObject }: Pick<TextractOptions, 'clock' | 'readObject'>,
): Operation {
  const starting = new Map<string, Promise<Job>>();

  return async (input, caller) => {
    const { ClientRequestToken, JobTag, DocumentLocation } = parseInput(StartInput, input);
    const request = JSON.stringify([DocumentLocation.S3Object, JobTag ?? null]);
    const jobId = jobIdFor(ClientRequestToken === undefined ? `job/${randomUUID()}` : `token/${ClientRequestToken}`);

    async function begin(): Promise<Job> {
      const known = await store.get(jobId);
      if (known) return known;
      const content = await readDocument(DocumentLocation.S3Object, readObject, caller);
      const job: Job = {
        jobId,
        request,
        ...(JobTag === undefined ? {} : { jobTag: JobTag }),
        status: 'IN_PROGRESS',
        startedAtEpochMs: clock.now(),
        failedPages: [],
      };
      await store.add(job, content);
      runner.start(job);
      return job;
    }

    const begun = starting.get(jobId) ?? begin().finally(() => starting.delete(jobId));
    starting.set(jobId, begun);
    const job = await begun;
    if (job.request !== request) {
      throw new ServiceError(
        'IdempotentParameterMismatchException',
        'a ClientRequestToken was reused for another request: expected the same document and tag as the first time',
      );
    }
    return { JobId: jobId };
  };
}
