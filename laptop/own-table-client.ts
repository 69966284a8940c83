import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { type JsonObject, type LaptopCloud, type Operation, ServiceError } from 'laptop-cloud';

/**
 * A client of the table for the process that runs the cloud: an SDK client as any other, which hands its requests to the
 * room itself instead of sending them to this process's own port.
 */
export function ownTableClient({
  dynamodb,
  clientConfig,
}: Pick<LaptopCloud, 'dynamodb' | 'clientConfig'>): DynamoDBClient {
  const handle = async ({ headers, body }: { headers: Record<string, string>; body?: string | Uint8Array }) => {
    const name = headers['x-amz-target']?.split('.')[1] ?? '';
    const text = typeof body === 'string' ? body : new TextDecoder().decode(body);
    const input = JSON.parse(text) as JsonObject;
    const [statusCode, answer] = await answerOf(dynamodb.operations[name], input);
    const type = { 'content-type': 'application/x-amz-json-1.0' };
    return { response: { statusCode, headers: type, body: Buffer.from(JSON.stringify(answer)) } };
  };
  return new DynamoDBClient({ ...clientConfig, requestHandler: { handle } });
}

/** Status and body, as the SDK expects them. */
async function answerOf(operation: Operation | undefined, input: JsonObject): Promise<[number, JsonObject]> {
  try {
    if (!operation) throw new ServiceError('UnknownOperationException', 'the table has no such operation');
    return [200, await operation(input, {})];
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    return [error.status, { __type: error.code, message: error.message, ...error.details }];
  }
}
