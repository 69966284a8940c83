import { type JsonObject, ServiceError } from '../../http/service.ts';
import { invalid } from './parameters.ts';

/** A part of a list, and the token for the next one. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly nextToken?: string;
}

const LARGEST_PAGE = 1000;

/**
 * Cuts the page that `nextToken` and `maxResults` ask for; 0 results means the default.
 *
 * @throws ServiceError `InvalidToken`, `ValidationException`
 */
export function pageOf<T>(all: readonly T[], input: JsonObject, defaultSize: number): Page<T> {
  const { maxResults = 0, nextToken } = input;
  if (typeof maxResults !== 'number' || !Number.isInteger(maxResults) || maxResults < 0 || maxResults > LARGEST_PAGE) {
    throw invalid(`expected maxResults from 0 to ${LARGEST_PAGE}, got ${JSON.stringify(maxResults)}`);
  }
  const start = nextToken === undefined || nextToken === null ? 0 : offsetOf(nextToken);
  const end = start + (maxResults || defaultSize);
  return {
    items: all.slice(start, end),
    ...(end < all.length ? { nextToken: Buffer.from(`from:${end}`).toString('base64') } : {}),
  };
}

function offsetOf(token: unknown): number {
  const offset = /^from:(\d+)$/.exec(Buffer.from(String(token), 'base64').toString())?.[1];
  if (offset === undefined) throw new ServiceError('InvalidToken', `Invalid Token: '${String(token)}'`);
  return Number(offset);
}
