import { s3Error } from '../s3-error.ts';

/** First and last byte, both included. */
export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

/**
 * Reads a `Range` header. Undefined when there is none, or one that HTTP says to ignore, such as several ranges.
 *
 * @throws ServiceError `InvalidRange` when no byte of the object lies in it.
 */
export function parseRange(value: string | undefined, sizeBytes: number): ByteRange | undefined {
  const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(value?.trim() ?? '') ?? [];
  if (from === undefined || to === undefined || (from === '' && to === '')) return undefined;
  if (from !== '' && to !== '' && Number(from) > Number(to)) return undefined;
  const first = from === '' ? Math.max(0, sizeBytes - Number(to)) : Number(from);
  const last = from === '' || to === '' ? sizeBytes - 1 : Math.min(Number(to), sizeBytes - 1);
  if (first > last) {
    throw s3Error('InvalidRange', undefined, {
      RangeRequested: String(value),
      ActualObjectSize: sizeBytes,
    });
  }
  return { first, last };
}
