import type { ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ServiceError } from '../../http/service.ts';
import { toXml, type XmlElements } from '../../http/xml.ts';
import type { S3Request } from './s3-request.ts';

export interface S3Response {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Readable;
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NAMESPACE = 'http://s3.amazonaws.com/doc/2006-03-01/';

/** An answer with one XML document in S3's namespace. */
export const xmlResponse = (root: string, elements: XmlElements, headers: Record<string, string> = {}): S3Response => ({
  status: 200,
  headers: { 'content-type': 'application/xml', ...headers },
  body: `${DECLARATION}<${root} xmlns="${NAMESPACE}">${toXml(elements)}</${root}>`,
});

/** The answer to a failed request: S3's error document, or the status alone where no body may follow. */
export function errorResponse(error: unknown, requestId: string): S3Response {
  const known =
    error instanceof ServiceError
      ? error
      : new ServiceError('InternalError', `We encountered an internal error: ${error}`, 500);
  const details = Object.entries(known.details).map(([name, value]) => [name, String(value)] as const);
  const isHeader = (name: string) => name.startsWith('x-amz-') || name === 'etag';
  const headers = Object.fromEntries(details.filter(([name]) => isHeader(name)));
  if (known.status === 304) return { status: 304, headers };
  const elements = Object.fromEntries(details.filter(([name]) => !isHeader(name)));
  const document = { Code: known.code, Message: known.message, ...elements, RequestId: requestId };
  return {
    status: known.status,
    headers: { 'content-type': 'application/xml', ...headers },
    body: DECLARATION + toXml({ Error: document }),
  };
}

/** Sends the answer; a body that is a stream goes from disk to the client without being held. */
export async function send(
  response: ServerResponse,
  request: Pick<S3Request, 'method' | 'requestId'>,
  answer: S3Response,
): Promise<void> {
  const { status, headers = {}, body } = answer;
  const length = typeof body === 'string' ? { 'content-length': String(Buffer.byteLength(body)) } : {};
  const noBody = body === undefined && status !== 204 && status !== 304 ? { 'content-length': '0' } : {};
  response.writeHead(status, {
    'x-amz-request-id': request.requestId,
    'x-amz-id-2': request.requestId,
    ...noBody,
    ...length,
    ...headers,
  });
  if (request.method === 'HEAD' || body === undefined || typeof body === 'string') {
    if (typeof body === 'object') body.destroy();
    response.end(request.method === 'HEAD' ? undefined : body);
    return;
  }
  await pipeline(body, response).catch((error: NodeJS.ErrnoException) => {
    // A client that stops reading is its own business.
    if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE' && error.code !== 'ECONNRESET') throw error;
  });
}
