import { GetObjectCommand, HeadObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { SpendwireError } from '../core/ground/errors.ts';
import type { Sight } from '../core/outcome/explain-lost-access.ts';

/** One version of one object. */
export interface ObjectVersion {
  readonly bucket: string;
  readonly key: string;
  readonly versionId: string;
}

export interface ObjectHead {
  readonly versionId: string;
  readonly sizeBytes: number;
  readonly uploadedAt: string;
  /** `x-amz-meta-*`, without the prefix. */
  readonly metadata: Readonly<Record<string, string>>;
  /** Of the KMS key that it is encrypted with; absent for the bucket's own encryption. */
  readonly kmsKeyArn?: string;
}

/** What S3 says of one version of an object, of the newest when none is named; undefined when there is none. */
export async function headObject(
  s3: S3Client,
  bucket: string,
  key: string,
  versionId?: string,
): Promise<ObjectHead | undefined> {
  try {
    const version = versionId === undefined ? {} : { VersionId: versionId };
    const head = await s3.send(new HeadObjectCommand({ Bucket: bucket, Key: key, ...version }));
    return {
      versionId: head.VersionId ?? 'null',
      sizeBytes: head.ContentLength ?? 0,
      uploadedAt: (head.LastModified ?? new Date(0)).toISOString(),
      metadata: head.Metadata ?? {},
      ...(head.SSEKMSKeyId === undefined ? {} : { kmsKeyArn: head.SSEKMSKeyId }),
    };
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/**
 * Looks whether one version that could not be read is there. The head needs no key of KMS, and what it is refused for S3 does
 * not say. https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html
 */
export async function seeObject(s3: S3Client, { bucket, key, versionId }: ObjectVersion): Promise<Sight> {
  try {
    const head = await headObject(s3, bucket, key, versionId);
    return head === undefined ? 'gone' : head.kmsKeyArn === undefined ? {} : { kmsKeyArn: head.kmsKeyArn };
  } catch (error) {
    const status = (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode ?? 500;
    if (status >= 500) throw error;
    return 'refused';
  }
}

/**
 * Reads one version whole.
 *
 * @throws SpendwireError `ObjectGoneError` when it was deleted meanwhile.
 */
export async function readObject(s3: S3Client, { bucket, key, versionId }: ObjectVersion): Promise<Uint8Array> {
  const Body = await openObject(s3, { bucket, key, versionId });
  return (await Body?.transformToByteArray()) ?? new Uint8Array();
}

/**
 * Reads one version as it comes in, for hashing without holding it.
 *
 * @throws SpendwireError `ObjectGoneError` when it was deleted meanwhile.
 */
export async function* streamObject(s3: S3Client, object: ObjectVersion): AsyncGenerator<Uint8Array> {
  yield* ((await openObject(s3, object)) ?? []) as AsyncIterable<Uint8Array>;
}

async function openObject(s3: S3Client, { bucket, key, versionId }: ObjectVersion, range?: string) {
  const Range = range === undefined ? {} : { Range: range };
  try {
    return (await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key, VersionId: versionId, ...Range }))).Body;
  } catch (error) {
    if (!isMissing(error)) throw error;
    throw new SpendwireError('ObjectGoneError', 'the file was deleted before it could be read; drop it again', {
      cause: error,
    });
  }
}

/** Reads up to `length` bytes from the start, or from the end; undefined when the object is gone. */
export async function readPart(
  s3: S3Client,
  { bucket, key, versionId }: ObjectVersion,
  part: 'head' | 'tail',
  length: number,
): Promise<Uint8Array | undefined> {
  const Range = part === 'head' ? `bytes=0-${length - 1}` : `bytes=-${length}`;
  try {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key, VersionId: versionId, Range }));
    return await Body?.transformToByteArray();
  } catch (error) {
    if (isMissing(error) || (error as Error).name === 'InvalidRange') return undefined;
    throw error;
  }
}

/**
 * Reads the bytes of one version from `start` up to but without `end`.
 *
 * @throws SpendwireError `ObjectGoneError` when it was deleted meanwhile.
 */
export async function readRange(s3: S3Client, object: ObjectVersion, start: number, end: number): Promise<Buffer> {
  const Body = await openObject(s3, object, `bytes=${start}-${end - 1}`);
  return Buffer.from((await Body?.transformToByteArray()) ?? []);
}

/** Writes a JSON artifact; writing it again with the same content is harmless. */
export async function writeArtifact(s3: S3Client, bucket: string, key: string, value: unknown): Promise<void> {
  await s3.send(
    new PutObjectCommand({ Bucket: bucket, Key: key, Body: JSON.stringify(value), ContentType: 'application/json' }),
  );
}

/** Reads a JSON artifact that an earlier step wrote. */
export async function readArtifact<T>(s3: S3Client, bucket: string, key: string): Promise<T> {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
  return JSON.parse((await Body?.transformToString()) ?? 'null') as T;
}

/** The same for one that may not be there; undefined then. */
export async function findArtifact<T>(s3: S3Client, bucket: string, key: string): Promise<T | undefined> {
  try {
    return await readArtifact<T>(s3, bucket, key);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** Without `s3:ListBucket` on the bucket S3 answers 403 for a key that is not there; the grants include it. */
const isMissing = (error: unknown): boolean =>
  ['NoSuchKey', 'NoSuchVersion', 'NotFound', 'MethodNotAllowed'].includes((error as Error).name);
