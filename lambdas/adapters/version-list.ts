import {
  type DeleteMarkerEntry,
  ListObjectVersionsCommand,
  type ObjectVersion,
  type S3Client,
} from '@aws-sdk/client-s3';
import type { ListedVersion } from '../core/object/missing-upload.ts';

/** Where a listing goes on: behind this version, or behind all of the key. */
export interface VersionCursor {
  readonly key: string;
  readonly versionId?: string | undefined;
}

/**
 * A page of up to 1,000 versions and delete markers, by key and the newest first.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectVersions.html
 */
export async function listVersions(
  s3: S3Client,
  bucket: string,
  { after, prefix = '' }: { readonly after?: VersionCursor | undefined; readonly prefix?: string },
): Promise<{ versions: ListedVersion[]; next?: VersionCursor }> {
  const page = await s3.send(
    new ListObjectVersionsCommand({
      Bucket: bucket,
      Prefix: prefix,
      // A key may hold characters that no XML can.
      EncodingType: 'url',
      ...(after ? { KeyMarker: after.key, VersionIdMarker: after.versionId } : {}),
    }),
  );
  const versions = [
    ...(page.Versions ?? []).map((version) => listed(version, false)),
    ...(page.DeleteMarkers ?? []).map((marker) => listed(marker, true)),
  ];
  const { NextKeyMarker, NextVersionIdMarker: versionId } = page;
  if (!page.IsTruncated || NextKeyMarker === undefined) return { versions };
  return { versions, next: { key: decoded(NextKeyMarker), versionId } };
}

const listed = (entry: ObjectVersion & DeleteMarkerEntry, isDeletion: boolean): ListedVersion => ({
  key: decoded(entry.Key ?? ''),
  versionId: entry.VersionId ?? 'null',
  isLatest: entry.IsLatest ?? false,
  isDeletion,
  sizeBytes: entry.Size ?? 0,
  uploadedAt: (entry.LastModified ?? new Date(0)).toISOString(),
});

/** As `EncodingType` has it written: a space as `+`, all else in percent. */
const decoded = (key: string): string => decodeURIComponent(key.replaceAll('+', ' '));

/** What a key stands for: its newest version, or the mark that it was deleted; undefined when no version of it is left. */
export async function findLatest(s3: S3Client, bucket: string, key: string): Promise<ListedVersion | undefined> {
  // A key comes before all that it begins, so the first page holds its newest version, if any.
  const { versions } = await listVersions(s3, bucket, { prefix: key });
  return versions.find((version) => version.key === key && version.isLatest);
}
