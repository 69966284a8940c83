import type { ExpenseDocument } from '@aws-sdk/client-textract';
import { type JsonObject, type Operation, ServiceError } from '../../http/service.ts';
import { GetInput, parseInput } from '../inputs.ts';
import type { Job, JobStore } from '../jobs/job-store.ts';

const MOST_RESULTS = 20;
/** As the service names the model of its responses. */
export const MODEL_VERSION = '1.0';

/**
 * Answers how a job stands and, once it is done, with its pages, at most 20 at a time.
 *
 * @throws ServiceError `InvalidJobIdException` for an unknown job, `InvalidParameterException` for a token that is none
 *   of this job's.
 */
export function getExpenseAnalysis(store: JobStore): Operation {
  return async (input) => {
    const { JobId, MaxResults = MOST_RESULTS, NextToken } = parseInput(GetInput, input);
    const job = await store.get(JobId);
    if (!job) throw new ServiceError('InvalidJobIdException', `no analysis has the id "${JobId}"`);
    if (job.status === 'IN_PROGRESS') return { JobStatus: job.status, AnalyzeExpenseModelVersion: MODEL_VERSION };
    if (job.use !== 'fetched') await store.update({ ...job, use: 'fetched' });
    const first = NextToken === undefined ? 1 : pageOfToken(NextToken, job);
    const last = Math.min(job.pages ?? 0, first + Math.min(MaxResults, MOST_RESULTS) - 1);
    return {
      ...statusOf(job),
      ExpenseDocuments: (await readPages(store, job, first, last)) as unknown as JsonObject[],
      ...(last < (job.pages ?? 0) ? { NextToken: tokenOf(last + 1, job) } : {}),
    };
  };
}

function statusOf({ status, statusMessage, pages, failedPages }: Job): JsonObject {
  const codes = [...new Set(failedPages.map(({ code }) => code))];
  const pagesOf = (wanted: string) => failedPages.filter(({ code }) => code === wanted).map(({ page }) => page);
  return {
    ...(pages === undefined ? {} : { DocumentMetadata: { Pages: pages } }),
    JobStatus: status,
    ...(statusMessage === undefined ? {} : { StatusMessage: statusMessage }),
    ...(codes.length === 0 ? {} : { Warnings: codes.map((code) => ({ ErrorCode: code, Pages: pagesOf(code) })) }),
    AnalyzeExpenseModelVersion: MODEL_VERSION,
  };
}

async function readPages(store: JobStore, { jobId }: Job, first: number, last: number): Promise<ExpenseDocument[]> {
  const documents: ExpenseDocument[] = [];
  for (let page = first; page <= last; page++) {
    const document = await store.getPage(jobId, page);
    if (document) documents.push(document);
  }
  return documents;
}

const tokenOf = (page: number, { jobId }: Job): string =>
  Buffer.from(`${jobId.slice(0, 16)}/${page}`).toString('base64url');

function pageOfToken(token: string, job: Job): number {
  const [id, page] = Buffer.from(token, 'base64url').toString().split('/');
  const number = Number(page);
  const isOurs = id === job.jobId.slice(0, 16) && Number.isInteger(number) && number >= 1 && number <= (job.pages ?? 0);
  if (!isOurs) throw new ServiceError('InvalidParameterException', 'expected a NextToken from this job, got another');
  return number;
}
