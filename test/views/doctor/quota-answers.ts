import { json } from 'node:stream/consumers';
import { ServiceQuotasClient } from '@aws-sdk/client-service-quotas';
import { openAnswers } from './answers.ts';

/** Textract's quotas as Service Quotas lists them, two on a page. */
const PAGES = [
  [
    { QuotaName: 'Transactions per second per account for AnalyzeExpense operations', Value: 5 },
    { QuotaName: 'Maximum number of asynchronous jobs per account that can simultaneously exist', Value: 600 },
  ],
  [
    {
      QuotaName: 'Transactions per second per account for all Start (Asynchronous) StartExpenseAnalysis operations',
      Value: 5,
    },
  ],
];

/** An endpoint that answers Service Quotas' requests; refuses all of them when it is given no pages. */
export const openQuotas = (pages: readonly (readonly object[])[] = PAGES) =>
  openAnswers(
    (config) => new ServiceQuotasClient(config),
    async (request) => {
      const { NextToken = '0' } = (await json(request)) as { NextToken?: string };
      const page = pages[Number(NextToken)];
      const next = Number(NextToken) + 1;
      const answer = page
        ? { Quotas: page, ...(next < pages.length ? { NextToken: String(next) } : {}) }
        : { __type: 'AccessDeniedException', message: 'not authorized' };
      return { status: page ? 200 : 400, contentType: 'application/x-amz-json-1.1', body: JSON.stringify(answer) };
    },
  );
