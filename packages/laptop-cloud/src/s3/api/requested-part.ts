import type { StoredObject } from '../object-version.ts';
import type { ByteRange } from '../protocol/byte-range.ts';
import { header, type S3Request } from '../protocol/s3-request.ts';
import { s3Error } from '../s3-error.ts';

/**
 * The bytes that `partNumber` in the address asks for; undefined without it. An object that was uploaded as a whole
 * has one part.
 *
 * @throws ServiceError `InvalidPartNumber` when there is no such part, `InvalidRequest` beside a range.
 */
export function requestedPart(request: S3Request, { partSizes, sizeBytes }: StoredObject): ByteRange | undefined {
  const text = request.query.get('partNumber');
  if (text === undefined) return undefined;
  if (header(request, 'range') !== undefined) {
    throw s3Error('InvalidRequest', 'Cannot specify both Range header and partNumber query parameter');
  }
  const sizes = partSizes ?? [sizeBytes];
  const size = sizes[Number(text) - 1];
  if (size === undefined) {
    throw s3Error('InvalidPartNumber', undefined, { PartNumberRequested: text, ActualPartCount: sizes.length });
  }
  // Nothing of an empty object can be named by its first and last byte.
  if (size === 0) return undefined;
  const first = sizes.slice(0, Number(text) - 1).reduce((sum, length) => sum + length, 0);
  return { first, last: first + size - 1 };
}
