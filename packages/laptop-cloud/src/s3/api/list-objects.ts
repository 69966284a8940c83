import type { XmlElements } from '../../http/xml.ts';
import type { Bucket } from '../bucket.ts';
import { isBefore, type ListingPage, listingStart, listPage } from '../listing.ts';
import type { StoredObject } from '../object-version.ts';
import type { S3Request } from '../protocol/s3-request.ts';
import { xmlResponse } from '../protocol/s3-response.ts';
import type { S3Action } from './context.ts';
import { keyEncoding, pageSize } from './listing-parameters.ts';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html */
export const listObjectsV2: S3Action = ({ query }, { bucket }) => {
  const token = query.get('continuation-token');
  const startAfter = query.get('start-after') ?? '';
  const after = token === undefined ? startAfter : Buffer.from(token, 'base64url').toString();
  const page = listCurrent(bucket, query, after);
  const encode = keyEncoding(query);
  return xmlResponse('ListBucketResult', {
    Name: bucket.name,
    Prefix: encode(query.get('prefix') ?? ''),
    ...delimiterOf(query, encode),
    MaxKeys: pageSize(query),
    ...encodingOf(query),
    KeyCount: page.entries.length + page.commonPrefixes.length,
    IsTruncated: page.isTruncated,
    ContinuationToken: token,
    ...(page.isTruncated ? { NextContinuationToken: Buffer.from(page.last).toString('base64url') } : {}),
    ...(startAfter === '' ? {} : { StartAfter: encode(startAfter) }),
    ...contents(page, encode),
  });
};

/** The older form, which pages by the last key. */
export const listObjects: S3Action = ({ query }, { bucket }) => {
  const marker = query.get('marker') ?? '';
  const page = listCurrent(bucket, query, marker);
  const encode = keyEncoding(query);
  return xmlResponse('ListBucketResult', {
    Name: bucket.name,
    Prefix: encode(query.get('prefix') ?? ''),
    Marker: encode(marker),
    ...delimiterOf(query, encode),
    MaxKeys: pageSize(query),
    ...encodingOf(query),
    IsTruncated: page.isTruncated,
    ...(page.isTruncated && query.get('delimiter') ? { NextMarker: encode(page.last) } : {}),
    ...contents(page, encode),
  });
};

/** One page of the objects that are not deleted. */
export function listCurrent(bucket: Bucket, query: S3Request['query'], after: string): ListingPage<StoredObject> {
  const prefix = query.get('prefix') ?? '';
  const delimiter = query.get('delimiter') ?? '';
  return listPage(currentObjects(bucket, prefix, after, delimiter), { prefix, delimiter, limit: pageSize(query) });
}

function* currentObjects(bucket: Bucket, prefix: string, after: string, delimiter: string): Generator<StoredObject> {
  for (const key of bucket.catalog.index.keysFrom(listingStart(prefix, after))) {
    const object = bucket.currentObject(key);
    if (object && !isBefore(key, after, delimiter)) yield object;
  }
}

type Encode = (text: string) => string;

const delimiterOf = (query: S3Request['query'], encode: Encode): XmlElements => {
  const delimiter = query.get('delimiter');
  return delimiter ? { Delimiter: encode(delimiter) } : {};
};

const encodingOf = (query: S3Request['query']): XmlElements =>
  query.get('encoding-type') === 'url' ? { EncodingType: 'url' } : {};

const contents = ({ entries, commonPrefixes }: ListingPage<StoredObject>, encode: Encode): XmlElements => ({
  Contents: entries.map((object) => ({
    Key: encode(object.key),
    LastModified: new Date(object.lastModifiedMs).toISOString(),
    ETag: `"${object.etag}"`,
    ...(object.checksum
      ? { ChecksumAlgorithm: object.checksum.algorithm.toUpperCase(), ChecksumType: object.checksum.type }
      : {}),
    Size: object.sizeBytes,
    StorageClass: 'STANDARD',
  })),
  CommonPrefixes: commonPrefixes.map((prefix) => ({ Prefix: encode(prefix) })),
});
