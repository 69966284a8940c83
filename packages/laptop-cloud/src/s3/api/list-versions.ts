import type { Bucket } from '../bucket.ts';
import { isBefore, listingStart, listPage } from '../listing.ts';
import type { ObjectVersion } from '../object-version.ts';
import { xmlResponse } from '../protocol/s3-response.ts';
import type { S3Action } from './context.ts';
import { keyEncoding, pageSize } from './listing-parameters.ts';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectVersions.html */
export const listObjectVersions: S3Action = ({ query }, { bucket }) => {
  const prefix = query.get('prefix') ?? '';
  const delimiter = query.get('delimiter') ?? '';
  const keyMarker = query.get('key-marker') ?? '';
  const versionMarker = query.get('version-id-marker') ?? '';
  const encode = keyEncoding(query);
  const versions = versionsAfter(bucket, { prefix, delimiter, keyMarker, versionMarker });
  const page = listPage(versions, { prefix, delimiter, limit: pageSize(query) });
  const last = page.entries.at(-1);
  const describe = (version: ObjectVersion) => ({
    Key: encode(version.key),
    VersionId: version.versionId,
    IsLatest: bucket.catalog.index.current(version.key) === version,
    LastModified: new Date(version.lastModifiedMs).toISOString(),
    ...(version.kind === 'object'
      ? { ETag: `"${version.etag}"`, Size: version.sizeBytes, StorageClass: 'STANDARD' }
      : {}),
  });
  return xmlResponse('ListVersionsResult', {
    Name: bucket.name,
    Prefix: encode(prefix),
    KeyMarker: encode(keyMarker),
    VersionIdMarker: versionMarker,
    ...(delimiter === '' ? {} : { Delimiter: encode(delimiter) }),
    MaxKeys: pageSize(query),
    ...(query.get('encoding-type') === 'url' ? { EncodingType: 'url' } : {}),
    IsTruncated: page.isTruncated,
    ...(page.isTruncated ? { NextKeyMarker: encode(page.last) } : {}),
    ...(page.isTruncated && last?.key === page.last ? { NextVersionIdMarker: last.versionId } : {}),
    Version: page.entries.filter(({ kind }) => kind === 'object').map(describe),
    DeleteMarker: page.entries.filter(({ kind }) => kind === 'marker').map(describe),
    CommonPrefixes: page.commonPrefixes.map((common) => ({ Prefix: encode(common) })),
  });
};

interface Start {
  readonly prefix: string;
  readonly delimiter: string;
  readonly keyMarker: string;
  readonly versionMarker: string;
}

/** By key, newest first; a version marker lets the key of the marker go on behind that version. */
function* versionsAfter({ catalog }: Bucket, start: Start): Generator<ObjectVersion> {
  const { prefix, delimiter, keyMarker, versionMarker } = start;
  for (const key of catalog.index.keysFrom(listingStart(prefix, keyMarker))) {
    const newestFirst = [...catalog.index.versions(key)].reverse();
    if (key === keyMarker && versionMarker !== '') {
      const seen = newestFirst.findIndex(({ versionId }) => versionId === versionMarker);
      yield* newestFirst.slice(seen + 1);
    } else if (!isBefore(key, keyMarker, delimiter)) {
      yield* newestFirst;
    }
  }
}
