import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { newRequestId, type Origin } from '../object-event.ts';
import { s3Error } from '../s3-error.ts';

const MAXIMUM_KEY_BYTES = 1024;

/** A request of S3's REST protocol, taken apart; the body is not read yet. */
export interface S3Request {
  readonly method: string;
  /** Empty when the request is about the service itself. */
  readonly bucket: string;
  /** Empty when it is about the bucket. As the client meant it: decoded once, nothing normalised. */
  readonly key: string;
  readonly query: ReadonlyMap<string, string>;
  readonly headers: IncomingHttpHeaders;
  readonly message: IncomingMessage;
  readonly requestId: string;
}

/**
 * Takes the address apart by hand: a URL parser would resolve `..`, which is a legal part of a key.
 *
 * @throws ServiceError `InvalidURI` for broken percent-encoding, `KeyTooLongError` above 1024 bytes.
 */
export function parseS3Request(message: IncomingMessage): S3Request {
  const [path = '', query = ''] = splitAt(message.url ?? '/', '?');
  const [bucket = '', key = ''] = splitAt(path.slice(1), '/');
  const request: S3Request = {
    method: message.method ?? 'GET',
    bucket: decode(bucket),
    key: decode(key),
    query: parseQuery(query),
    headers: message.headers,
    message,
    requestId: newRequestId(),
  };
  if (Buffer.byteLength(request.key) > MAXIMUM_KEY_BYTES) throw s3Error('KeyTooLongError');
  return request;
}

/** A header's value, also when it was sent more than once. */
export const header = ({ headers }: S3Request, name: string): string | undefined => {
  const value = headers[name];
  return Array.isArray(value) ? value.join(',') : value;
};

/** Who did it, for the event. */
export const originOf = ({ requestId, message }: S3Request, reason: string): Origin => ({
  reason,
  requestId,
  sourceIpAddress: message.socket?.remoteAddress ?? '127.0.0.1',
});

function parseQuery(query: string): Map<string, string> {
  const pairs = query.split('&').filter((pair) => pair !== '');
  return new Map(
    pairs.map((pair) => {
      const [name = '', value = ''] = splitAt(pair, '=');
      return [decode(name), decode(value)];
    }),
  );
}

function splitAt(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw s3Error('InvalidURI', `expected percent-encoded UTF-8, got "${text}"`);
  }
}
