import { setTimeout as sleep } from 'node:timers/promises';
import {
  type ExpenseDocument,
  GetExpenseAnalysisCommand,
  type GetExpenseAnalysisResponse,
  type TextractClient,
} from '@aws-sdk/client-textract';
import { refusalIn, SpendwireError, textractDelays } from '../core/ground/errors.ts';
import type { Analysis } from '../core/reading/analysis.ts';

/**
 * Asks once whether a job is finished; if so every page of the answer can be read, 20 in a call, as they are taken.
 *
 * @throws SpendwireError `TextractThrottledError` to be tried again, also when no answer came or none that could
 *   be read; `BrokenDocumentError` when the file is at fault, `AnalysisFailedError` when the job is. A refusal for good,
 *   such as a missing right, stays what the client threw.
 */
export async function readAnalysis(textract: TextractClient, jobId: string): Promise<Analysis> {
  const first = await getPage(textract, jobId, undefined);
  if (first.JobStatus === 'IN_PROGRESS') return { finished: false };
  if (first.JobStatus === 'FAILED') {
    const message = first.StatusMessage ?? 'Textract gave no reason';
    throw new SpendwireError(refusalIn(message) ? 'BrokenDocumentError' : 'AnalysisFailedError', message);
  }
  return {
    finished: true,
    pages: first.DocumentMetadata?.Pages ?? 0,
    isPartial: first.JobStatus === 'PARTIAL_SUCCESS',
    documents: documentsFrom(textract, jobId, first),
  };
}

async function* documentsFrom(
  textract: TextractClient,
  jobId: string,
  first: GetExpenseAnalysisResponse,
): AsyncGenerator<ExpenseDocument> {
  yield* first.ExpenseDocuments ?? [];
  for (let next = first.NextToken; next !== undefined; ) {
    const page = await getPatiently(textract, jobId, next);
    yield* page.ExpenseDocuments ?? [];
    next = page.NextToken;
  }
}

const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 8000;

/** Whoever is turned away amid many pages waits here: the step would begin with the first of them. */
async function getPatiently(textract: TextractClient, jobId: string, nextToken: string) {
  for (let waitMs = FIRST_WAIT_MS; ; waitMs *= 2) {
    try {
      return await getPage(textract, jobId, nextToken);
    } catch (error) {
      const mayPass = error instanceof SpendwireError && error.name === 'TextractThrottledError';
      if (!mayPass || waitMs > LONGEST_WAIT_MS) throw error;
      await sleep(waitMs * Math.random());
    }
  }
}

async function getPage(textract: TextractClient, jobId: string, nextToken: string | undefined) {
  try {
    return await textract.send(
      new GetExpenseAnalysisCommand({ JobId: jobId, MaxResults: 20, ...(nextToken ? { NextToken: nextToken } : {}) }),
    );
  } catch (error) {
    const trouble = passingTrouble(error as Failure);
    if (trouble === undefined) throw error;
    throw new SpendwireError('TextractThrottledError', trouble, { cause: error });
  }
}

/** What the SDK throws: the service's errors have metadata and a side at fault, those of the network a code at most. */
interface Failure extends Error {
  readonly code?: string;
  readonly $fault?: 'client' | 'server';
  readonly $retryable?: object;
  readonly $metadata?: { readonly httpStatusCode?: number };
}

/**
 * What happened, when it may pass; undefined for a refusal for good. The SDK's own message is left out: of an answer that
 * is cut off it quotes the receipt.
 */
function passingTrouble({ name, code, $fault, $retryable, $metadata }: Failure): string | undefined {
  const status = $metadata?.httpStatusCode;
  const isDelay = /throttl|too ?many ?requests/i.test(name) || textractDelays.some((delay) => name.includes(delay));
  if (isDelay || $retryable || status === 429) return `Textract asks to come back later (${name})`;
  if ($fault === 'server' || (status !== undefined && status >= 500)) {
    return `Textract did not succeed (${name}, status ${status ?? 'unknown'})`;
  }
  const lost = [code, name].find((word) => word !== undefined && LOST.test(word));
  if (lost !== undefined) return `no answer came from Textract (${lost})`;
  return status !== undefined && status < 300 ? `the answer of Textract could not be read (${name})` : undefined;
}

/** Names and codes of a connection that was lost, refused or never made. */
const LOST =
  /^(TimeoutError|RequestTimeout|NetworkingError|ECONNRESET|ECONNREFUSED|ECONNABORTED|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/;
