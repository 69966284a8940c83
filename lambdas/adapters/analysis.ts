import { type ExpenseDocument, GetExpenseAnalysisCommand, type TextractClient } from '@aws-sdk/client-textract';
import { SpendwireError } from '../core/ground/errors.ts';
import type { Analysis } from '../core/reading/analysis.ts';

/** Messages of a failed job that speak of the person's file, not of the service. */
const ABOUT_THE_FILE = /INVALID_IMAGE|UNSUPPORTED|BAD_?DOCUMENT|DOCUMENT_TOO_LARGE|PASSWORD|ENCRYPT|CORRUPT/i;

/**
 * Asks once whether a job is finished; if so reads every page of the answer.
 *
 * @throws SpendwireError `TextractThrottledError` to be tried again, `BrokenDocumentError` when the file is at
 *   fault, `AnalysisFailedError` when the job is.
 */
export async function readAnalysis(textract: TextractClient, jobId: string): Promise<Analysis> {
  const documents: ExpenseDocument[] = [];
  let nextToken: string | undefined;
  let pages = 0;
  let isPartial = false;
  do {
    const page = await getPage(textract, jobId, nextToken);
    if (page.JobStatus === 'IN_PROGRESS') return { finished: false };
    if (page.JobStatus === 'FAILED') {
      const message = page.StatusMessage ?? 'Textract gave no reason';
      throw new SpendwireError(ABOUT_THE_FILE.test(message) ? 'BrokenDocumentError' : 'AnalysisFailedError', message);
    }
    documents.push(...(page.ExpenseDocuments ?? []));
    pages = page.DocumentMetadata?.Pages ?? pages;
    isPartial ||= page.JobStatus === 'PARTIAL_SUCCESS';
    nextToken = page.NextToken;
  } while (nextToken !== undefined);
  return { finished: true, pages, isPartial, documents };
}

async function getPage(textract: TextractClient, jobId: string, nextToken: string | undefined) {
  try {
    return await textract.send(
      new GetExpenseAnalysisCommand({ JobId: jobId, MaxResults: 20, ...(nextToken ? { NextToken: nextToken } : {}) }),
    );
  } catch (error) {
    const { name } = error as Error;
    if (!/Throttling|ProvisionedThroughputExceeded|LimitExceeded|InternalServerError/.test(name)) throw error;
    throw new SpendwireError('TextractThrottledError', `Textract asks to come back later (${name})`, { cause: error });
  }
}
