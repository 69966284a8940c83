import { ListServiceQuotasCommand, type ServiceQuotasClient } from '@aws-sdk/client-service-quotas';

/**
 * How many analyses of expenses the account may start a second; undefined where AWS names no such quota.
 * https://docs.aws.amazon.com/servicequotas/2019-06-24/apireference/API_ListServiceQuotas.html
 */
export async function readStartQuota(quotas: ServiceQuotasClient): Promise<number | undefined> {
  let NextToken: string | undefined;
  do {
    const page = await quotas.send(
      new ListServiceQuotasCommand({ ServiceCode: 'textract', ...(NextToken ? { NextToken } : {}) }),
    );
    const found = page.Quotas?.find(({ QuotaName = '' }) => /per second/i.test(QuotaName) && isStart(QuotaName));
    if (found?.Value !== undefined) return found.Value;
    NextToken = page.NextToken;
  } while (NextToken);
  return undefined;
}

const isStart = (name: string): boolean => name.includes('StartExpenseAnalysis');
