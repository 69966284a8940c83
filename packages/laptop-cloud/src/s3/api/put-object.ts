import { writeCondition } from '../protocol/conditions.ts';
import { attributesOf, checksumHeaders, versionHeaders } from '../protocol/object-headers.ts';
import { receiveUpload } from '../protocol/receive-upload.ts';
import { originOf } from '../protocol/s3-request.ts';
import type { S3Action } from './context.ts';

/** Answers when the object's event has been taken. */
export const putObject: S3Action = async (request, { bucket, keys }) => {
  const condition = writeCondition(request);
  // Refused early where possible, and for certain at the moment of writing.
  condition(bucket.currentObject(request.key));
  const attributes = attributesOf(request);
  keys.encrypt(attributes);
  const { body, checksum } = await receiveUpload(request, bucket.files.newIncoming());
  const version = await bucket.put(
    request.key,
    {
      ...attributes,
      path: body.path,
      sizeBytes: body.sizeBytes,
      etag: body.md5,
      ...(checksum ? { checksum: { ...checksum, type: 'FULL_OBJECT' } } : {}),
    },
    originOf(request, 'PutObject'),
    condition,
  );
  return { status: 200, headers: { ...versionHeaders(version), ...checksumHeaders(version.checksum) } };
};
