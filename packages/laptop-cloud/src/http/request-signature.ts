import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** What a request says about who signed it; nothing of it is proven until {@link isSignatureValid} says so. */
export interface RequestSignature {
  readonly accessKeyId: string;
  /** Day, region and service that the signing key was made for. */
  readonly day: string;
  readonly region: string;
  readonly service: string;
  /** `20261120T073000Z` */
  readonly signedAt: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
  /** Whether it stands in the address instead of the `Authorization` header. */
  readonly presigned: boolean;
}

const AUTHORIZATION = /^AWS4-HMAC-SHA256\s+Credential=([^,\s]+),\s*SignedHeaders=([^,\s]+),\s*Signature=([0-9a-f]+)$/;

/**
 * Reads the Signature Version 4 of a request from its header or its address; undefined when it has none.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function readSignature(request: IncomingMessage): RequestSignature | undefined {
  const header = AUTHORIZATION.exec(request.headers.authorization ?? '');
  if (header) {
    const [, credential = '', signedHeaders = '', signature = ''] = header;
    const signedAt = String(request.headers['x-amz-date'] ?? '');
    return fromParts(credential, signedHeaders, signature, signedAt, false);
  }
  const query = new URLSearchParams(request.url?.split('?')[1] ?? '');
  const credential = query.get('X-Amz-Credential');
  if (!credential) return undefined;
  const [signedHeaders, signature, signedAt] = ['SignedHeaders', 'Signature', 'Date'].map(
    (name) => query.get(`X-Amz-${name}`) ?? '',
  );
  return fromParts(credential, signedHeaders ?? '', signature ?? '', signedAt ?? '', true);
}

function fromParts(
  credential: string,
  signedHeaders: string,
  signature: string,
  signedAt: string,
  presigned: boolean,
): RequestSignature | undefined {
  // An access key id may hold slashes; the four parts of the scope may not.
  const [, accessKeyId, day, region, service] =
    /^(.+)\/(\d{8})\/([^/]+)\/([^/]+)\/aws4_request$/.exec(credential) ?? [];
  if (!accessKeyId || !day || !region || !service) return undefined;
  return { accessKeyId, day, region, service, signedAt, signedHeaders: signedHeaders.split(';'), signature, presigned };
}

/**
 * Whether the signature was made with the given secret over this very request.
 *
 * @param payloadHash SHA-256 of the body in hexadecimal, or what `x-amz-content-sha256` says for S3.
 */
export function isSignatureValid(
  request: IncomingMessage,
  signature: RequestSignature,
  secretAccessKey: string,
  payloadHash: string,
): boolean {
  const { day, region, service, signedAt } = signature;
  const toSign = [
    'AWS4-HMAC-SHA256',
    signedAt,
    `${day}/${region}/${service}/aws4_request`,
    sha256(canonicalRequest(request, signature, payloadHash)),
  ].join('\n');
  const expected = createHmac('sha256', signingKey(secretAccessKey, day, region, service))
    .update(toSign)
    .digest();
  const given = Buffer.from(signature.signature, 'hex');
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** SHA-256 in hexadecimal, as a request's payload hash is written. */
export const sha256 = (data: string | Buffer): string => createHash('sha256').update(data).digest('hex');

const hmac = (key: string | Buffer, data: string) => createHmac('sha256', key).update(data).digest();

const signingKey = (secret: string, ...scope: readonly string[]): Buffer =>
  [...scope, 'aws4_request'].reduce<string | Buffer>(hmac, `AWS4${secret}`) as Buffer;

function canonicalRequest(request: IncomingMessage, signature: RequestSignature, payloadHash: string): string {
  const [path = '/', query = ''] = splitOnce(request.url ?? '/', '?');
  const headers = signature.signedHeaders.map((name) => `${name}:${headerValue(request, name)}\n`).join('');
  return [
    request.method,
    canonicalPath(path, signature.service),
    canonicalQuery(query),
    headers,
    signature.signedHeaders.join(';'),
    payloadHash,
  ].join('\n');
}

const headerValue = (request: IncomingMessage, name: string): string =>
  [request.headers[name] ?? ''].flat().join(',').trim().replace(/\s+/g, ' ');

// S3 signs the path as it is sent; every other service signs it encoded once more.
const canonicalPath = (path: string, service: string): string =>
  path
    .split('/')
    .map((segment) => encode(service === 's3' ? decode(segment) : segment))
    .join('/');

const canonicalQuery = (query: string): string =>
  query
    .split('&')
    // The signature itself is not signed; a second one is a parameter like any other.
    .filter((pair, index, pairs) => pair !== '' && pairs.findIndex(isSignature) !== index)
    .map((pair) => splitOnce(pair, '=').map((part) => encode(decode(part))))
    .sort(([a = '', b = ''], [c = '', d = '']) => (a < c || (a === c && b < d) ? -1 : 1))
    .map(([name, value = '']) => `${name}=${value}`)
    .join('&');

const isSignature = (pair: string): boolean => pair.startsWith('X-Amz-Signature=');

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

const encode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
