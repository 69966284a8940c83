import type { Bucket } from './bucket.ts';
import type { StoredObject } from './object-version.ts';
import { noSuchKey, s3Error } from './s3-error.ts';

/**
 * The version that a read is about: the current one, or the one named.
 *
 * @throws ServiceError `NoSuchKey`, also behind a delete marker; `NoSuchVersion`; `MethodNotAllowed` when the version
 *   named is a delete marker.
 */
export function findObject({ catalog }: Bucket, key: string, versionId?: string): StoredObject {
  if (versionId === undefined) {
    const current = catalog.index.current(key);
    if (current?.kind === 'object') return current;
    if (!current) throw noSuchKey(key);
    const marker = { 'x-amz-delete-marker': 'true', 'x-amz-version-id': current.versionId };
    throw s3Error('NoSuchKey', undefined, { Key: key, ...marker });
  }
  const version = catalog.index.find(key, versionId);
  if (!version) throw s3Error('NoSuchVersion', undefined, { Key: key, VersionId: versionId });
  if (version.kind === 'object') return version;
  throw s3Error('MethodNotAllowed', undefined, {
    Key: key,
    'x-amz-delete-marker': 'true',
    'x-amz-version-id': versionId,
  });
}
