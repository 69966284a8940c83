import type { JsonObject } from '../../src/http/service.ts';

/** Sends a request as it stands: an SDK would refuse some of them before they leave. */
export async function send(endpoint: string, operation: string, input: JsonObject): Promise<JsonObject> {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: {
      'x-amz-target': `DynamoDB_20120810.${operation}`,
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-date': '20260101T000000Z',
      authorization:
        'AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=00',
    },
    body: JSON.stringify(input),
  });
  return { status: response.status, ...((await response.json()) as JsonObject) };
}

/** The name of the error that an answer is, if it is one. */
export const codeOf = (answer: JsonObject): string | undefined =>
  (answer['__type'] as string | undefined)?.split('#').at(-1);

/** Without the wording of errors, which DynamoDB Local has its own of. */
export function comparable({ __type, message, Message, CancellationReasons, ...rest }: JsonObject): JsonObject {
  const reasons = (CancellationReasons as JsonObject[] | undefined)?.map(({ Message: _wording, ...reason }) => reason);
  return { ...rest, code: codeOf({ __type: __type ?? null }) ?? null, ...(reasons ? { reasons } : {}) };
}
