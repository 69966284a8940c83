import type { XmlElements } from '../../http/xml.ts';
import type { Bucket } from '../bucket.ts';
import type { Origin } from '../object-event.ts';
import { listOf, parseXmlBody, textOf } from '../protocol/parse-xml.ts';
import { originOf } from '../protocol/s3-request.ts';
import { xmlResponse } from '../protocol/s3-response.ts';
import { s3Error } from '../s3-error.ts';
import type { S3Action } from './context.ts';

const MOST_AT_ONCE = 1000;

/** Without a version id it adds a delete marker; with one it removes that version for good. */
export const deleteObject: S3Action = async (request, { bucket }) => {
  const deleted = await deleteOne(
    bucket,
    request.key,
    request.query.get('versionId'),
    originOf(request, 'DeleteObject'),
  );
  return {
    status: 204,
    headers: {
      'x-amz-version-id': deleted.versionId,
      ...(deleted.isMarker ? { 'x-amz-delete-marker': 'true' } : {}),
    },
  };
};

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjects.html */
export const deleteObjects: S3Action = async (request, { bucket }) => {
  const body = await parseXmlBody(request.message, 'Delete');
  const objects = listOf(body.Object);
  if (objects.length === 0 || objects.length > MOST_AT_ONCE) {
    throw s3Error('MalformedXML', `expected 1 to ${MOST_AT_ONCE} objects to delete, got ${objects.length}`);
  }
  const origin = originOf(request, 'DeleteObject');
  const Deleted: XmlElements[] = [];
  const Errors: XmlElements[] = [];
  for (const object of objects) {
    const Key = textOf(object.Key);
    const VersionId = textOf(object.VersionId) || undefined;
    if (!Key) {
      Errors.push({ Key: '', Code: 'UserKeyMustBeSpecified', Message: 'expected a key, got none' });
      continue;
    }
    const deleted = await deleteOne(bucket, Key, VersionId, origin);
    Deleted.push({
      Key,
      VersionId,
      ...(deleted.isMarker ? { DeleteMarker: true, DeleteMarkerVersionId: deleted.versionId } : {}),
    });
  }
  const isQuiet = textOf(body.Quiet)?.trim() === 'true';
  return xmlResponse('DeleteResult', { Deleted: isQuiet ? [] : Deleted, Error: Errors });
};

/** What was made or removed: a version id, and whether it is a delete marker's. An unknown version is no error. */
async function deleteOne(bucket: Bucket, key: string, versionId: string | undefined, origin: Origin) {
  if (versionId === undefined) {
    const marker = await bucket.delete(key, origin);
    return { versionId: marker.versionId, isMarker: true };
  }
  const removed = await bucket.deleteVersion(key, versionId, origin);
  return { versionId, isMarker: removed?.kind === 'marker' };
}
