import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { startChecksum } from './checksum/running-checksum.ts';
import type { ChecksumAlgorithm } from './object-version.ts';

/** What was computed while bytes went by. */
export interface BodyDigests {
  readonly sizeBytes: number;
  /** MD5 in hexadecimal. */
  readonly md5: string;
  /** Base64, for each algorithm that was asked for. */
  readonly checksums: Readonly<Partial<Record<ChecksumAlgorithm, string>>>;
}

/** A body that lies in a file. */
export interface ReceivedBody extends BodyDigests {
  readonly path: string;
}

/** Streams a body to a file; when the stream breaks the file is removed and the error passed on. */
export async function receiveBody(
  body: NodeJS.ReadableStream | AsyncIterable<Buffer>,
  path: string,
  algorithms: readonly ChecksumAlgorithm[] = [],
): Promise<ReceivedBody> {
  const meter = startMeter(algorithms);
  try {
    await pipeline(body, meter.through, createWriteStream(path));
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
  return { path, ...meter.digests() };
}

/** Computes the same of a file that is there already. */
export async function digestFile(path: string): Promise<BodyDigests> {
  const meter = startMeter([]);
  await pipeline(createReadStream(path), meter.through.resume());
  return meter.digests();
}

function startMeter(algorithms: readonly ChecksumAlgorithm[]) {
  const md5 = createHash('md5');
  const checksums = algorithms.map((algorithm) => ({ algorithm, running: startChecksum(algorithm) }));
  let sizeBytes = 0;
  const through = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      sizeBytes += chunk.length;
      md5.update(chunk);
      for (const { running } of checksums) running.update(chunk);
      done(null, chunk);
    },
  });
  const digests = (): BodyDigests => ({
    sizeBytes,
    md5: md5.digest('hex'),
    checksums: Object.fromEntries(
      checksums.map(({ algorithm, running }) => [algorithm, running.digest().toString('base64')]),
    ),
  });
  return { through, digests };
}
