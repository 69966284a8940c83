import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  PutObjectCommand,
  type S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';

/** S3 takes parts from 5 MiB on; what is shorter goes in one piece. */
const PART_BYTES = 8 * 1024 * 1024;
const JSON_TYPE = 'application/json';

/**
 * Writes a JSON artifact whose text comes bit by bit, and holds no more of it than a part. The artifact is there once all of
 * it came; writing it again with the same text is harmless.
 */
export async function writeLongArtifact(
  s3: S3Client,
  bucket: string,
  key: string,
  text: AsyncIterable<string>,
): Promise<void> {
  const object = { Bucket: bucket, Key: key };
  const parts = partsOf(text);
  const first = await parts.next();
  const second = await parts.next();
  if (second.done) {
    await s3.send(new PutObjectCommand({ ...object, Body: first.value ?? '', ContentType: JSON_TYPE }));
    return;
  }
  const { UploadId } = await s3.send(new CreateMultipartUploadCommand({ ...object, ContentType: JSON_TYPE }));
  const uploaded: { PartNumber: number; ETag: string | undefined }[] = [];
  const upload = async (Body: Buffer): Promise<void> => {
    const PartNumber = uploaded.length + 1;
    const { ETag } = await s3.send(new UploadPartCommand({ ...object, UploadId, PartNumber, Body }));
    uploaded.push({ PartNumber, ETag });
  };
  try {
    await upload(first.value as Buffer);
    await upload(second.value);
    for await (const part of parts) await upload(part);
    await s3.send(new CompleteMultipartUploadCommand({ ...object, UploadId, MultipartUpload: { Parts: uploaded } }));
  } catch (error) {
    // What stays after all is thrown away by the bucket after a week.
    await s3.send(new AbortMultipartUploadCommand({ ...object, UploadId })).catch(() => undefined);
    throw error;
  }
}

/** The lines of a text artifact, as they come. */
export async function* readLines(s3: S3Client, bucket: string, key: string): AsyncGenerator<string> {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
  if (Body) yield* createInterface({ input: Body as Readable, crlfDelay: Number.POSITIVE_INFINITY });
}

async function* partsOf(text: AsyncIterable<string>): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let bytes = 0;
  for await (const bit of text) {
    bytes += held[held.push(Buffer.from(bit)) - 1]?.length ?? 0;
    if (bytes < PART_BYTES) continue;
    yield Buffer.concat(held);
    [held, bytes] = [[], 0];
  }
  if (bytes > 0) yield Buffer.concat(held);
}
