import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { signRequest } from './sign-request.ts';

/**
 * Calls a function and waits for its answer, on the laptop or on AWS, as the client of another service there is set up:
 * with its region, credentials and endpoint.
 *
 * @throws Error with what the function threw, or with what Lambda refused the call for.
 */
export async function invokeFunction(
  client: DynamoDBClient,
  endpoint: string | undefined,
  name: string,
  payload: object,
): Promise<unknown> {
  const [region, credentials] = await Promise.all([client.config.region(), client.config.credentials()]);
  const suffix = region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
  const base = endpoint ?? `https://lambda.${region}.${suffix}`;
  const url = new URL(`/2015-03-31/functions/${name}/invocations`, base);
  const body = JSON.stringify(payload);
  const { host: _, ...headers } = signRequest({ url, body, service: 'lambda', region, credentials, now: new Date() });
  const response = await fetch(url, { method: 'POST', headers, body }).catch((error: Error) => {
    throw error.cause ?? error;
  });
  const answer: unknown = JSON.parse((await response.text()) || 'null');
  if (response.ok && !response.headers.has('x-amz-function-error')) return answer;
  const { errorMessage, message, Message } = (answer ?? {}) as Record<string, string | undefined>;
  throw new Error(errorMessage ?? message ?? Message ?? `Lambda answered with status ${response.status}`);
}
