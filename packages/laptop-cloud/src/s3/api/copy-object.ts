import { createReadStream } from 'node:fs';
import type { Bucket } from '../bucket.ts';
import { checksumAlgorithmOf } from '../checksum/running-checksum.ts';
import { findObject } from '../find-object.ts';
import type { StoredObject } from '../object-version.ts';
import { checkReadConditions, writeCondition } from '../protocol/conditions.ts';
import { encryptionOf } from '../protocol/encryption.ts';
import { attributesOf, versionHeaders } from '../protocol/object-headers.ts';
import { tagsHeaderOf } from '../protocol/object-tags.ts';
import { header, originOf, type S3Request } from '../protocol/s3-request.ts';
import { xmlResponse } from '../protocol/s3-response.ts';
import { receiveBody } from '../receive-body.ts';
import { s3Error } from '../s3-error.ts';
import type { S3Action } from './context.ts';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html */
export const copyObject: S3Action = async (request, { bucket, keys }) => {
  const source = copySource(request, bucket);
  keys.decrypt(source);
  const replaces = header(request, 'x-amz-metadata-directive')?.toUpperCase() === 'REPLACE';
  if (source === bucket.currentObject(request.key) && !replaces) {
    throw s3Error('InvalidRequest', 'This copy request is illegal: it would copy an object to itself without a change');
  }
  // A copy is encrypted as its request says, however its source is.
  const encryption = encryptionOf(request);
  keys.encrypt(encryption ? { encryption } : {});
  const algorithm = checksumAlgorithmOf(header(request, 'x-amz-checksum-algorithm')) ?? source.checksum?.algorithm;
  const { path, sizeBytes, md5, checksums } = await receiveBody(
    createReadStream(bucket.files.pathOf(source.versionId)),
    bucket.files.newIncoming(),
    algorithm ? [algorithm] : [],
  );
  const value = algorithm && checksums[algorithm];
  const { headers, metadata } = replaces ? attributesOf(request) : source;
  const replacesTags = header(request, 'x-amz-tagging-directive')?.toUpperCase() === 'REPLACE';
  const tags = replacesTags ? tagsHeaderOf(request) : source.tags;
  const checksum = algorithm && value ? { checksum: { algorithm, value, type: 'FULL_OBJECT' as const } } : {};
  const version = await bucket.put(
    request.key,
    {
      headers,
      metadata,
      path,
      sizeBytes,
      etag: md5,
      ...checksum,
      ...(tags ? { tags } : {}),
      ...(encryption ? { encryption } : {}),
    },
    originOf(request, 'CopyObject'),
    writeCondition(request),
  );
  const { etag: _etag, ...versions } = versionHeaders(version);
  return xmlResponse('CopyObjectResult', copyResult(version.etag, version.lastModifiedMs), {
    ...versions,
    'x-amz-copy-source-version-id': source.versionId,
  });
};

export const copyResult = (etag: string, lastModifiedMs: number) => ({
  ETag: `"${etag}"`,
  LastModified: new Date(lastModifiedMs).toISOString(),
});

/**
 * The version named by `x-amz-copy-source: /bucket/key?versionId=…`, if its conditions hold.
 *
 * @throws ServiceError `NoSuchKey`, `NoSuchVersion`, `NoSuchBucket`, `InvalidArgument` or `PreconditionFailed`.
 */
export function copySource(request: S3Request, bucket: Bucket): StoredObject {
  const text = header(request, 'x-amz-copy-source') ?? '';
  const [, path = '', versionId] = /^\/?(.*?)(?:\?versionId=([^?]*))?$/s.exec(text) ?? [];
  const [, name, key] = /^([^/]+)\/(.+)$/s.exec(decoded(path)) ?? [];
  if (!name || !key) throw s3Error('InvalidArgument', `expected a copy source "bucket/key", got "${text}"`);
  if (name !== bucket.name) throw s3Error('NoSuchBucket', undefined, { BucketName: name });
  const source = findObject(bucket, key, versionId);
  checkReadConditions(request, source, 'x-amz-copy-source-');
  return source;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    throw s3Error('InvalidArgument', `expected a percent-encoded copy source, got "${path}"`);
  }
}
