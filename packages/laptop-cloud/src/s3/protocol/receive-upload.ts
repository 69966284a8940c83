import { rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { checksumAlgorithmOf, checksumAlgorithms } from '../checksum/running-checksum.ts';
import type { ChecksumAlgorithm } from '../object-version.ts';
import { type ReceivedBody, receiveBody } from '../receive-body.ts';
import { s3Error } from '../s3-error.ts';
import { AwsChunkedDecoder } from './aws-chunked.ts';
import { header, type S3Request } from './s3-request.ts';

export interface ReceivedUpload {
  readonly body: ReceivedBody;
  /** The checksum to keep and give back: the one the client sent or asked for. */
  readonly checksum?: { readonly algorithm: ChecksumAlgorithm; readonly value: string };
}

const PREFIX = 'x-amz-checksum-';
/** Of one upload or part. https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html */
const MOST_BYTES = 5 * 1024 ** 3;

/**
 * Streams an upload to a file and holds it against everything the client said about it: length, MD5, SHA-256 of the
 * signature, checksum in a header or behind the body.
 *
 * @throws ServiceError `EntityTooLarge` before anything is read, or `BadDigest`, `InvalidDigest`, `IncompleteBody`, `XAmzContentSHA256Mismatch`; nothing is left then.
 */
export async function receiveUpload(
  request: S3Request,
  path: string,
  also?: ChecksumAlgorithm,
): Promise<ReceivedUpload> {
  assertNotTooLarge(request);
  const algorithm = announcedAlgorithm(request) ?? also;
  const signedHash = header(request, 'x-amz-content-sha256') ?? '';
  const mustHash = /^[0-9a-f]{64}$/.test(signedHash);
  const decoder = isChunked(request) ? new AwsChunkedDecoder() : undefined;
  const source: Readable = decoder ? pipeInto(request.message, decoder) : request.message;
  const algorithms = new Set([...(algorithm ? [algorithm] : []), ...(mustHash ? (['sha256'] as const) : [])]);
  const body = await receiveBody(source, path, [...algorithms]);
  try {
    assertLength(request, body);
    assertMd5(request, body);
    if (mustHash && toHex(body.checksums.sha256) !== signedHash) throw s3Error('XAmzContentSHA256Mismatch');
    const value = algorithm && body.checksums[algorithm];
    if (!algorithm || !value) return { body };
    const claimed = decoder?.trailers.get(PREFIX + algorithm) ?? header(request, PREFIX + algorithm);
    if (claimed !== undefined && claimed !== value) {
      throw s3Error(
        'BadDigest',
        `The ${algorithm.toUpperCase()} you specified did not match: expected ${value}, got ${claimed}`,
      );
    }
    return { body, checksum: { algorithm, value } };
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

function announcedAlgorithm(request: S3Request): ChecksumAlgorithm | undefined {
  const inHeader = checksumAlgorithms.find((algorithm) => header(request, PREFIX + algorithm) !== undefined);
  const trailer = header(request, 'x-amz-trailer')?.trim().toLowerCase();
  const inTrailer = trailer?.startsWith(PREFIX) ? checksumAlgorithmOf(trailer.slice(PREFIX.length)) : undefined;
  return inHeader ?? inTrailer ?? checksumAlgorithmOf(header(request, 'x-amz-sdk-checksum-algorithm'));
}

const isChunked = (request: S3Request): boolean =>
  (header(request, 'x-amz-content-sha256') ?? '').startsWith('STREAMING-') ||
  (header(request, 'content-encoding') ?? '').split(',').some((encoding) => encoding.trim() === 'aws-chunked');

function pipeInto(message: Readable, decoder: AwsChunkedDecoder): AwsChunkedDecoder {
  message.on('error', (error) => decoder.destroy(error));
  message.on('close', () => {
    if (!message.readableEnded) decoder.destroy(s3Error('IncompleteBody'));
  });
  return message.pipe(decoder);
}

/** By what the request says of itself: nobody waits for bytes that would not be taken. */
function assertNotTooLarge(request: S3Request): void {
  const announced = header(request, 'x-amz-decoded-content-length') ?? header(request, 'content-length');
  if (Number(announced ?? 0) <= MOST_BYTES) return;
  throw s3Error('EntityTooLarge', `expected at most ${MOST_BYTES} bytes, got ${announced}; upload it in parts`);
}

function assertLength(request: S3Request, { sizeBytes }: ReceivedBody): void {
  const expected = header(request, 'x-amz-decoded-content-length');
  if (expected !== undefined && Number(expected) !== sizeBytes) {
    throw s3Error('IncompleteBody', `expected ${expected} bytes, got ${sizeBytes}`);
  }
}

function assertMd5(request: S3Request, { md5 }: ReceivedBody): void {
  const claimed = header(request, 'content-md5');
  if (claimed === undefined) return;
  const digest = Buffer.from(claimed, 'base64');
  if (digest.length !== 16) throw s3Error('InvalidDigest', `expected a Content-MD5 of 16 bytes, got "${claimed}"`);
  if (digest.toString('hex') !== md5) throw s3Error('BadDigest');
}

const toHex = (base64: string | undefined): string => Buffer.from(base64 ?? '', 'base64').toString('hex');
