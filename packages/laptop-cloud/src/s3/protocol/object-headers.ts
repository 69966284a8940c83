import type { ObjectAttributes, ObjectChecksum, StoredObject } from '../object-version.ts';
import { s3Error } from '../s3-error.ts';
import { encryptionHeaders, encryptionOf } from './encryption.ts';
import { tagsHeaderOf } from './object-tags.ts';
import { header, type S3Request } from './s3-request.ts';

const KEPT = ['cache-control', 'content-disposition', 'content-language', 'content-type', 'expires'] as const;
const META = 'x-amz-meta-';
/** Names and values together. https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingMetadata.html */
const MOST_METADATA_BYTES = 2 * 1024;
const DEFAULT_TYPE = 'binary/octet-stream';

/**
 * What an upload says about its object: the headers that come back with it, and its metadata.
 *
 * @throws ServiceError `MetadataTooLarge`, or what its tags or its encryption are refused with.
 */
export function attributesOf(request: S3Request): ObjectAttributes {
  const headers: Record<string, string> = {};
  for (const name of KEPT) {
    const value = header(request, name);
    if (value !== undefined) headers[name] = value;
  }
  const encodings = (header(request, 'content-encoding') ?? '').split(',').map((encoding) => encoding.trim());
  const encoding = encodings.filter((name) => name !== '' && name !== 'aws-chunked').join(',');
  if (encoding !== '') headers['content-encoding'] = encoding;
  const metadata = Object.keys(request.headers)
    .filter((name) => name.startsWith(META))
    .map((name) => [name.slice(META.length), header(request, name) ?? ''] as const);
  const metadataBytes = metadata.flat().reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  if (metadataBytes > MOST_METADATA_BYTES) {
    throw s3Error(
      'MetadataTooLarge',
      `expected at most ${MOST_METADATA_BYTES} bytes of metadata, got ${metadataBytes}`,
    );
  }
  const tags = tagsHeaderOf(request);
  const encryption = encryptionOf(request);
  return {
    headers,
    metadata: Object.fromEntries(metadata),
    ...(tags ? { tags } : {}),
    ...(encryption ? { encryption } : {}),
  };
}

/** The headers of GET and HEAD, without length and range. */
export function objectHeaders(object: StoredObject): Record<string, string> {
  const metadata = Object.entries(object.metadata).map(([name, value]) => [META + name, value] as const);
  return {
    'content-type': DEFAULT_TYPE,
    ...object.headers,
    ...Object.fromEntries(metadata),
    ...versionHeaders(object),
    ...(object.tags ? { 'x-amz-tagging-count': String(Object.keys(object.tags).length) } : {}),
    'accept-ranges': 'bytes',
    'last-modified': new Date(object.lastModifiedMs).toUTCString(),
  };
}

/** Which version it is: the headers of a finished upload. */
export const versionHeaders = ({ etag, versionId, encryption }: StoredObject): Record<string, string> => ({
  etag: `"${etag}"`,
  'x-amz-version-id': versionId,
  ...encryptionHeaders(encryption ? { encryption } : {}),
});

export const checksumHeaders = (checksum: ObjectChecksum | undefined): Record<string, string> =>
  checksum ? { [`x-amz-checksum-${checksum.algorithm}`]: checksum.value, 'x-amz-checksum-type': checksum.type } : {};
