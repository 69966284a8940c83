import type { IncomingMessage, ServerResponse } from 'node:http';

/** A JSON value as it goes over the wire. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

/** Who calls, as read from the request's signature and headers. */
export interface Caller {
  /** Access key id of the signature: a function's or machine's id for our own parts, anything for other clients. */
  readonly accessKeyId?: string;
  /** The `X-Amzn-Trace-Id` header: `Root=1-…;Parent=…;Sampled=1`. */
  readonly traceHeader?: string;
}

/** One AWS operation: input and output in the shapes of the service's API reference. */
export type Operation = (input: JsonObject, caller: Caller) => Promise<JsonObject>;

/**
 * One AWS service on the local port. The gateway picks it by the service name in the signature's credential scope
 * and hands the request over unread.
 */
export interface Service {
  /** As in the credential scope: `s3`, `dynamodb`, `states`, `textract`, `sns`, `sqs`, `lambda`, `xray`. */
  readonly signingName: string;
  handle(request: IncomingMessage, response: ServerResponse, caller: Caller): Promise<void>;
}

/** A service whose operations can also be called in process, as a state machine's SDK integration does. */
export interface OperationService extends Service {
  /** By operation name in the API reference's spelling, such as `StartExpenseAnalysis`. */
  readonly operations: Readonly<Record<string, Operation>>;
}

/** An error as the service would give it; `code` is the name in the API reference. */
export class ServiceError extends Error {
  override readonly name = 'ServiceError';

  constructor(
    readonly code: string,
    message: string,
    readonly status = 400,
    /** Further members of the error's shape, such as `CancellationReasons`. */
    readonly details: JsonObject = {},
  ) {
    super(message);
  }
}

/** What DynamoDB takes in one batch, the largest request of all but S3's objects. */
export const MOST_BODY_BYTES = 16 * 1024 * 1024;

/**
 * Reads a whole request body; for services whose requests are small.
 *
 * @throws ServiceError `RequestEntityTooLargeException` for more than 16 MiB, as soon as it shows.
 */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  assertBodySize(Number(request.headers['content-length'] ?? 0));
  const chunks: Buffer[] = [];
  let bytes = 0;
  // A body that is left early must stay open: its connection carries the answer.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    bytes += (chunk as Buffer).length;
    assertBodySize(bytes);
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

/** @throws ServiceError `RequestEntityTooLargeException` for more than 16 MiB. */
export function assertBodySize(bytes: number): void {
  if (bytes <= MOST_BODY_BYTES) return;
  throw new ServiceError(
    'RequestEntityTooLargeException',
    `expected a request of at most ${MOST_BODY_BYTES} bytes, got ${bytes} or more`,
    413,
  );
}
