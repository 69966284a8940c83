import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { NewContent } from '../bucket.ts';
import { startChecksum } from '../checksum/running-checksum.ts';
import type { MultipartUpload, UploadedPart } from '../multipart-uploads.ts';
import type { ObjectChecksum } from '../object-version.ts';
import { listOf, parseXmlBody, textOf } from '../protocol/parse-xml.ts';
import type { S3Request } from '../protocol/s3-request.ts';
import { receiveBody } from '../receive-body.ts';
import { s3Error } from '../s3-error.ts';
import type { S3Context } from './context.ts';

const SMALLEST_PART_BYTES = 5 * 1024 * 1024;

/**
 * Joins the parts that a CompleteMultipartUpload lists into one file.
 *
 * @throws ServiceError `InvalidPart`, `InvalidPartOrder`, `EntityTooSmall` for a part under 5 MiB that is not the last,
 *   `MalformedXML`.
 */
export async function joinParts(
  request: S3Request,
  upload: MultipartUpload,
  { bucket, uploads }: S3Context,
): Promise<NewContent> {
  const chosen = choose(await listed(request), await uploads.parts(upload));
  const { checksum, headers, metadata, tags, encryption } = upload;
  async function* bytes() {
    for (const part of chosen) yield* createReadStream(uploads.pathOf(upload, part)) as AsyncIterable<Buffer>;
  }
  const whole = checksum?.type === 'FULL_OBJECT' ? [checksum.algorithm] : [];
  const joined = await receiveBody(bytes(), bucket.files.newIncoming(), whole);
  const combined = checksum && {
    ...checksum,
    value: joined.checksums[checksum.algorithm] ?? compositeChecksum(checksum.algorithm, chosen),
  };
  return {
    headers,
    metadata,
    path: joined.path,
    sizeBytes: joined.sizeBytes,
    etag: compositeEtag(chosen),
    partSizes: chosen.map(({ sizeBytes }) => sizeBytes),
    ...(tags ? { tags } : {}),
    ...(encryption ? { encryption } : {}),
    ...(combined ? { checksum: combined } : {}),
  };
}

async function listed(request: S3Request): Promise<{ partNumber: number; etag: string }[]> {
  const body = await parseXmlBody(request.message, 'CompleteMultipartUpload');
  const parts = listOf(body.Part).map((part) => ({
    partNumber: Number(textOf(part.PartNumber)),
    etag: (textOf(part.ETag) ?? '').trim().replaceAll('"', ''),
  }));
  if (parts.length === 0) throw s3Error('MalformedXML', 'expected at least one part, got none');
  return parts;
}

function choose(
  asked: readonly { partNumber: number; etag: string }[],
  parts: readonly UploadedPart[],
): UploadedPart[] {
  const chosen = asked.map(({ partNumber, etag }) => {
    const part = parts.find((candidate) => candidate.partNumber === partNumber);
    if (part?.etag !== etag) throw s3Error('InvalidPart', undefined, { PartNumber: partNumber, ETag: etag });
    return part;
  });
  for (const [index, part] of chosen.entries()) {
    const next = chosen[index + 1];
    if (!next) continue;
    if (next.partNumber <= part.partNumber) throw s3Error('InvalidPartOrder');
    if (part.sizeBytes < SMALLEST_PART_BYTES) {
      throw s3Error('EntityTooSmall', undefined, { PartNumber: part.partNumber, ProposedSize: part.sizeBytes });
    }
  }
  return chosen;
}

function compositeEtag(parts: readonly UploadedPart[]): string {
  const digests = Buffer.concat(parts.map(({ etag }) => Buffer.from(etag, 'hex')));
  return `${createHash('md5').update(digests).digest('hex')}-${parts.length}`;
}

/** The checksum of the parts' checksums. */
function compositeChecksum(algorithm: ObjectChecksum['algorithm'], parts: readonly UploadedPart[]): string {
  const running = startChecksum(algorithm);
  for (const { checksum, partNumber } of parts) {
    if (checksum?.algorithm !== algorithm) {
      throw s3Error('InvalidPart', `expected part ${partNumber} with a ${algorithm.toUpperCase()} checksum, got none`);
    }
    running.update(Buffer.from(checksum.value, 'base64'));
  }
  return `${running.digest().toString('base64')}-${parts.length}`;
}
