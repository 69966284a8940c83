import { createReadStream } from 'node:fs';
import { checksumAlgorithmOf } from '../checksum/running-checksum.ts';
import type { KeyUse } from '../key-use.ts';
import type { ObjectChecksum } from '../object-version.ts';
import { parseRange } from '../protocol/byte-range.ts';
import { attributesOf, checksumHeaders, versionHeaders } from '../protocol/object-headers.ts';
import { receiveUpload } from '../protocol/receive-upload.ts';
import { header, originOf, type S3Request } from '../protocol/s3-request.ts';
import { xmlResponse } from '../protocol/s3-response.ts';
import { receiveBody } from '../receive-body.ts';
import { s3Error } from '../s3-error.ts';
import { joinParts } from './complete-upload.ts';
import type { S3Action } from './context.ts';
import { copyResult, copySource } from './copy-object.ts';
import { pageSize } from './listing-parameters.ts';

const MOST_PARTS = 10_000;

export const createMultipartUpload: S3Action = async (request, { bucket, uploads, keys }) => {
  const attributes = attributesOf(request);
  keys.encrypt(attributes);
  const algorithm = checksumAlgorithmOf(header(request, 'x-amz-checksum-algorithm'));
  const asked = header(request, 'x-amz-checksum-type')?.toUpperCase();
  const usual = algorithm === 'crc64nvme' ? 'FULL_OBJECT' : 'COMPOSITE';
  const type: ObjectChecksum['type'] = asked === 'FULL_OBJECT' || asked === 'COMPOSITE' ? asked : usual;
  const upload = await uploads.start({
    key: request.key,
    startedAtMs: bucket.clock.now(),
    ...attributes,
    ...(algorithm ? { checksum: { algorithm, type } } : {}),
  });
  const headers: Record<string, string> = algorithm
    ? { 'x-amz-checksum-algorithm': algorithm.toUpperCase(), 'x-amz-checksum-type': type }
    : {};
  const { uploadId: UploadId, key: Key } = upload;
  return xmlResponse('InitiateMultipartUploadResult', { Bucket: bucket.name, Key, UploadId }, headers);
};

/** UploadPart, and UploadPartCopy when there is a copy source. */
export const uploadPart: S3Action = async (request, { bucket, uploads, keys }) => {
  const upload = await uploads.find(uploadIdOf(request), request.key);
  const partNumber = Number(request.query.get('partNumber'));
  if (!Number.isInteger(partNumber) || partNumber < 1 || partNumber > MOST_PARTS) {
    throw s3Error(
      'InvalidArgument',
      `expected a partNumber of 1 to ${MOST_PARTS}, got "${request.query.get('partNumber')}"`,
    );
  }
  const isCopy = header(request, 'x-amz-copy-source') !== undefined;
  const path = bucket.files.newIncoming();
  const algorithm = upload.checksum?.algorithm;
  const { body, checksum } = isCopy
    ? { body: await receiveCopiedRange(request, bucket, keys, path), checksum: undefined }
    : await receiveUpload(request, path, algorithm);
  const lastModifiedMs = bucket.clock.now();
  const part = { partNumber, etag: body.md5, sizeBytes: body.sizeBytes, lastModifiedMs };
  await uploads.addPart(upload, { ...part, ...(checksum ? { checksum } : {}) }, body);
  if (isCopy) return xmlResponse('CopyPartResult', copyResult(body.md5, lastModifiedMs));
  const { 'x-amz-checksum-type': _type, ...checksums } = checksumHeaders(
    checksum && { ...checksum, type: 'FULL_OBJECT' },
  );
  return { status: 200, headers: { etag: `"${body.md5}"`, ...checksums } };
};

export const completeMultipartUpload: S3Action = async (request, context) => {
  const { bucket, uploads } = context;
  const upload = await uploads.find(uploadIdOf(request), request.key);
  const content = await joinParts(request, upload, context);
  const version = await bucket.put(request.key, content, originOf(request, 'CompleteMultipartUpload'));
  await uploads.remove(upload);
  const { etag: _etag, ...versions } = versionHeaders(version);
  const { checksum } = version;
  return xmlResponse(
    'CompleteMultipartUploadResult',
    {
      Location: `http://${request.headers.host}/${bucket.name}/${encodeURIComponent(request.key)}`,
      Bucket: bucket.name,
      Key: request.key,
      ETag: `"${version.etag}"`,
      ...(checksum
        ? { [`Checksum${checksum.algorithm.toUpperCase()}`]: checksum.value, ChecksumType: checksum.type }
        : {}),
    },
    versions,
  );
};

export const abortMultipartUpload: S3Action = async (request, { uploads }) => {
  await uploads.remove(await uploads.find(uploadIdOf(request), request.key));
  return { status: 204 };
};

export const listParts: S3Action = async (request, { bucket, uploads }) => {
  const upload = await uploads.find(uploadIdOf(request), request.key);
  const marker = Number(request.query.get('part-number-marker') ?? 0);
  const limit = pageSize(request.query, 'max-parts');
  const later = (await uploads.parts(upload)).filter(({ partNumber }) => partNumber > marker);
  const page = later.slice(0, limit);
  return xmlResponse('ListPartsResult', {
    Bucket: bucket.name,
    Key: upload.key,
    UploadId: upload.uploadId,
    PartNumberMarker: marker,
    NextPartNumberMarker: page.at(-1)?.partNumber ?? marker,
    MaxParts: limit,
    IsTruncated: later.length > page.length,
    StorageClass: 'STANDARD',
    Part: page.map(({ partNumber, lastModifiedMs, etag, sizeBytes, checksum }) => ({
      PartNumber: partNumber,
      LastModified: new Date(lastModifiedMs).toISOString(),
      ETag: `"${etag}"`,
      Size: sizeBytes,
      ...(checksum ? { [`Checksum${checksum.algorithm.toUpperCase()}`]: checksum.value } : {}),
    })),
  });
};

export const listMultipartUploads: S3Action = async ({ query }, { bucket, uploads }) => {
  const prefix = query.get('prefix') ?? '';
  const all = (await uploads.list()).filter(({ key }) => key.startsWith(prefix));
  return xmlResponse('ListMultipartUploadsResult', {
    Bucket: bucket.name,
    Prefix: prefix,
    KeyMarker: '',
    UploadIdMarker: '',
    MaxUploads: all.length,
    IsTruncated: false,
    Upload: all.map(({ key, uploadId, startedAtMs }) => ({
      Key: key,
      UploadId: uploadId,
      StorageClass: 'STANDARD',
      Initiated: new Date(startedAtMs).toISOString(),
    })),
  });
};

const uploadIdOf = ({ query }: S3Request): string => query.get('uploadId') ?? '';

function receiveCopiedRange(request: S3Request, bucket: Parameters<typeof copySource>[1], keys: KeyUse, path: string) {
  const source = copySource(request, bucket);
  keys.decrypt(source);
  const range = parseRange(header(request, 'x-amz-copy-source-range'), source.sizeBytes);
  const bytes = createReadStream(
    bucket.files.pathOf(source.versionId),
    range && { start: range.first, end: range.last },
  );
  return receiveBody(bytes, path);
}
