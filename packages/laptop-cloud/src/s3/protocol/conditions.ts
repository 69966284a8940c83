import type { StoredObject } from '../object-version.ts';
import { noSuchKey, s3Error } from '../s3-error.ts';
import { header, type S3Request } from './s3-request.ts';

/**
 * Holds the conditions of a read against the object, in the order that HTTP gives them.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-reads.html
 *
 * @param prefix `x-amz-copy-source-` for the source of a copy, where nothing is ever "not modified".
 * @throws ServiceError `PreconditionFailed`, or `NotModified` with status 304.
 */
export function checkReadConditions(request: S3Request, object: StoredObject, prefix = ''): void {
  const value = (name: string) => header(request, prefix + name);
  const changedSince = (date: string) => Math.floor(object.lastModifiedMs / 1000) * 1000 > Date.parse(date);
  const unmodified = () =>
    prefix === '' ? s3Error('NotModified', undefined, etagHeader(object)) : s3Error('PreconditionFailed');

  const match = value('if-match');
  const unmodifiedSince = value('if-unmodified-since');
  if (match !== undefined) {
    if (!names(match, object.etag)) throw s3Error('PreconditionFailed', undefined, { Condition: 'If-Match' });
  } else if (unmodifiedSince !== undefined && changedSince(unmodifiedSince)) {
    throw s3Error('PreconditionFailed', undefined, { Condition: 'If-Unmodified-Since' });
  }
  const noneMatch = value('if-none-match');
  const modifiedSince = value('if-modified-since');
  if (noneMatch !== undefined) {
    if (names(noneMatch, object.etag)) throw unmodified();
  } else if (modifiedSince !== undefined && !changedSince(modifiedSince)) {
    throw unmodified();
  }
}

/**
 * The condition of a write, to be held against the version that is current at the moment of writing.
 *
 * @throws ServiceError (the function returned) `PreconditionFailed`, or `NoSuchKey` for If-Match on nothing.
 */
export function writeCondition(request: S3Request): (current: StoredObject | undefined) => void {
  const match = header(request, 'if-match');
  const noneMatch = header(request, 'if-none-match');
  if (noneMatch !== undefined && noneMatch !== '*') {
    throw s3Error('NotImplemented', `expected If-None-Match: * on a write, got "${noneMatch}"`);
  }
  return (current) => {
    if (noneMatch && current) throw s3Error('PreconditionFailed', undefined, { Condition: 'If-None-Match' });
    if (match === undefined) return;
    if (!current) throw noSuchKey(request.key);
    if (!names(match, current.etag)) throw s3Error('PreconditionFailed', undefined, { Condition: 'If-Match' });
  };
}

const names = (list: string, etag: string): boolean =>
  list.split(',').some((item) => ['*', etag].includes(item.trim().replace(/^W\//, '').replaceAll('"', '')));

const etagHeader = ({ etag, versionId }: StoredObject) => ({ 'x-amz-version-id': versionId, etag: `"${etag}"` });
