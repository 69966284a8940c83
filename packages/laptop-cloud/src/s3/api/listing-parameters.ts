import type { S3Request } from '../protocol/s3-request.ts';
import { s3Error } from '../s3-error.ts';

const LARGEST_PAGE = 1000;

/**
 * How many entries the client wants; more than 1000 is 1000.
 *
 * @throws ServiceError `InvalidArgument` when it is no whole number from 0 on.
 */
export function pageSize(query: S3Request['query'], name = 'max-keys'): number {
  const text = query.get(name);
  if (text === undefined || text === '') return LARGEST_PAGE;
  if (!/^\d{1,10}$/.test(text)) throw s3Error('InvalidArgument', `expected ${name} of 0 to 2147483647, got "${text}"`);
  return Math.min(Number(text), LARGEST_PAGE);
}

/**
 * How keys are written in the answer: percent-encoded when `encoding-type=url` asks for it, which is the only way to
 * give a key with control characters through XML.
 */
export function keyEncoding(query: S3Request['query']): (text: string) => string {
  const type = query.get('encoding-type');
  if (type !== undefined && type !== 'url')
    throw s3Error('InvalidArgument', `expected encoding-type=url, got "${type}"`);
  return type === 'url' ? encodeKey : (text) => text;
}

const encodeKey = (key: string): string =>
  encodeURIComponent(Buffer.from(key).toString())
    .replaceAll('%2F', '/')
    .replace(/[!'()]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
