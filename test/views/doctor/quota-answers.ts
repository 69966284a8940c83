import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { ServiceQuotasClient } from '@aws-sdk/client-service-quotas';

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
export async function openQuotas(pages: readonly (readonly object[])[] = PAGES) {
  const server = createServer(async (request, response) => {
    const { NextToken = '0' } = (await json(request)) as { NextToken?: string };
    const page = pages[Number(NextToken)];
    const next = Number(NextToken) + 1;
    response.writeHead(page ? 200 : 400, { 'content-type': 'application/x-amz-json-1.1' });
    response.end(
      JSON.stringify(
        page
          ? { Quotas: page, ...(next < pages.length ? { NextToken: String(next) } : {}) }
          : { __type: 'AccessDeniedException', message: 'not authorized' },
      ),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const client = new ServiceQuotasClient({
    region: 'us-east-1',
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  return {
    client,
    async close() {
      client.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
