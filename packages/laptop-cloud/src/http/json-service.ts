import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { type Json, type JsonObject, type Operation, readBody, type Service, ServiceError } from './service.ts';

export interface JsonProtocol {
  readonly version: '1.0' | '1.1';
  /** What stands before the operation's name in `X-Amz-Target`, such as `AWSStepFunctions`. */
  readonly targetPrefix: string;
}

/**
 * Speaks AWS's JSON protocol for a set of operations: `X-Amz-Target: {prefix}.{Operation}`, a JSON object in and out,
 * errors as `{"__type": …, "message": …}`.
 * https://smithy.io/2.0/aws/protocols/aws-json-1_0-protocol.html
 */
export function jsonHandler(
  operations: Readonly<Record<string, Operation>>,
  { version, targetPrefix }: JsonProtocol,
): Service['handle'] {
  const contentType = `application/x-amz-json-${version}`;

  return async (request, response, caller) => {
    try {
      const operation = operationOf(operations, targetPrefix, String(request.headers['x-amz-target'] ?? ''));
      const output = await operation(parseJsonObject(await readBody(request)), caller);
      sendJson(response, 200, output, contentType);
    } catch (error) {
      sendJsonError(response, error, contentType);
    }
  };
}

function operationOf(operations: Readonly<Record<string, Operation>>, prefix: string, target: string): Operation {
  const name = target.startsWith(`${prefix}.`) ? target.slice(prefix.length + 1) : '';
  const operation = Object.hasOwn(operations, name) ? operations[name] : undefined;
  if (!operation) {
    throw new ServiceError(
      'UnknownOperationException',
      `the laptop cloud does not serve "${target}"; served are ${Object.keys(operations).sort().join(', ')}`,
    );
  }
  return operation;
}

/**
 * Reads a JSON object; an empty body is an empty object.
 *
 * @throws ServiceError `SerializationException` when the body is something else.
 */
export function parseJsonObject(body: Buffer): JsonObject {
  if (body.length === 0) return {};
  assertDepth(body);
  let value: unknown;
  try {
    value = JSON.parse(body.toString('utf8'));
  } catch {
    value = undefined;
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    throw new ServiceError(
      'SerializationException',
      `expected a JSON object, got ${body.length} bytes of other content`,
    );
  }
  return value as JsonObject;
}

/** What Amazon's own parsers take. */
const MOST_DEPTH = 1000;
const [QUOTE, BACKSLASH] = [0x22, 0x5c];
const OPENING: ReadonlySet<number> = new Set([0x5b, 0x7b]);
const CLOSING: ReadonlySet<number> = new Set([0x5d, 0x7d]);

/**
 * Whoever goes through such a value does so by calling itself.
 *
 * @throws ServiceError `SerializationException` for objects and lists more than a thousand deep inside each other.
 */
export function assertDepth(json: Buffer): void {
  let [depth, isText] = [0, false];
  for (let at = 0; at < json.length; at += 1) {
    const byte = json[at] as number;
    if (isText && byte === BACKSLASH) at += 1;
    else if (byte === QUOTE) isText = !isText;
    else if (!isText && OPENING.has(byte)) depth += 1;
    else if (!isText && CLOSING.has(byte)) depth -= 1;
    if (depth > MOST_DEPTH) {
      throw new ServiceError('SerializationException', `expected JSON of at most ${MOST_DEPTH} levels, got more`);
    }
  }
}

/**
 * Parses JSON that stands in a field of a request as text, such as an execution's input.
 *
 * @throws SyntaxError for what is no JSON, ServiceError for what is too deep, as `assertDepth` does.
 */
export function parseJsonText(text: string): Json {
  assertDepth(Buffer.from(text));
  return JSON.parse(text) as Json;
}

/** Ends the response with a JSON value and a request id. */
export function sendJson(response: ServerResponse, status: number, value: unknown, contentType: string): void {
  const body = Buffer.from(JSON.stringify(value));
  response.writeHead(status, {
    'content-type': contentType,
    'content-length': body.length,
    'x-amzn-requestid': randomUUID(),
  });
  response.end(body);
}

/** Ends the response with an error in the shape of AWS's JSON protocols; what is not a ServiceError is a 500. */
export function sendJsonError(response: ServerResponse, error: unknown, contentType: string): void {
  const { code, status, message, details } = asServiceError(error);
  response.setHeader('x-amzn-errortype', code);
  sendJson(response, status, { ...details, __type: code, message, Message: message }, contentType);
}

/** Keeps a ServiceError; anything else is a defect of ours and becomes `InternalFailure` with its text. */
export function asServiceError(error: unknown): ServiceError {
  if (error instanceof ServiceError) return error;
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return new ServiceError('InternalFailure', `the laptop cloud failed: ${text}`, 500);
}
