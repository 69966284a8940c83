import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { crc32 } from 'node:zlib';
import { assertDepth } from '../http/json-service.ts';
import type { Caller, JsonObject, Operation } from '../http/service.ts';
import { readBody, ServiceError } from '../http/service.ts';
import { errorBody } from './errors.ts';

/** Answers one request of DynamoDB's JSON 1.0 protocol; the operation's name is in `X-Amz-Target`. */
export async function handleJson(
  request: IncomingMessage,
  response: ServerResponse,
  caller: Caller,
  operations: Readonly<Record<string, Operation>>,
): Promise<void> {
  try {
    send(response, 200, await runOperation(request, await readBody(request), caller, operations));
  } catch (error) {
    const known = error instanceof ServiceError ? error : new ServiceError('InternalServerError', String(error), 500);
    send(response, known.status, errorBody(known));
  }
}

function runOperation(
  request: IncomingMessage,
  body: Buffer,
  caller: Caller,
  operations: Readonly<Record<string, Operation>>,
): Promise<JsonObject> {
  const target = String(request.headers['x-amz-target'] ?? '');
  const [version, name] = target.split('.');
  const operation = version === 'DynamoDB_20120810' && name && Object.hasOwn(operations, name) && operations[name];
  if (!operation) {
    const offered = Object.keys(operations).sort().join(', ');
    throw new ServiceError('UnknownOperationException', `expected one of ${offered}, got "${target}"`);
  }
  return operation(parseJson(body), caller);
}

function parseJson(body: Buffer): JsonObject {
  assertDepth(body);
  let value: unknown;
  try {
    value = JSON.parse(body.toString());
  } catch (error) {
    const { message } = error as Error;
    throw new ServiceError('SerializationException', `expected a JSON body, got ${body.length} bytes: ${message}`);
  }
  if (value !== null && typeof value === 'object') return value as JsonObject;
  throw new ServiceError('SerializationException', `expected a JSON object, got ${body.length} bytes of other JSON`);
}

function send(response: ServerResponse, status: number, body: JsonObject): void {
  const bytes = Buffer.from(JSON.stringify(body));
  response.writeHead(status, {
    'content-type': 'application/x-amz-json-1.0',
    'content-length': bytes.length,
    'x-amzn-requestid': randomUUID(),
    'x-amz-crc32': crc32(bytes),
  });
  response.end(bytes);
}
