import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { ChecksumAlgorithm } from '../object-version.ts';
import { crc32c } from './crc32c.ts';
import { Crc64Nvme } from './crc64-nvme.ts';

/** A checksum that is fed piece by piece. */
export interface RunningChecksum {
  update(bytes: Buffer): void;
  digest(): Buffer;
}

export const checksumAlgorithms = ['crc32', 'crc32c', 'crc64nvme', 'sha1', 'sha256'] as const;

const start: Readonly<Record<ChecksumAlgorithm, () => RunningChecksum>> = {
  crc32: () => running32((bytes, value) => crc32(bytes, value)),
  crc32c: () => running32(crc32c),
  crc64nvme: () => new Crc64Nvme(),
  sha1: () => createHash('sha1'),
  sha256: () => createHash('sha256'),
};

export const startChecksum = (algorithm: ChecksumAlgorithm): RunningChecksum => start[algorithm]();

/** Reads `CRC64NVME` or `crc64nvme`; undefined for anything else. */
export const checksumAlgorithmOf = (name: string | undefined): ChecksumAlgorithm | undefined =>
  checksumAlgorithms.find((algorithm) => algorithm === name?.toLowerCase());

function running32(step: (bytes: Buffer, value: number) => number): RunningChecksum {
  let value = 0;
  return {
    update(bytes) {
      value = step(bytes, value);
    },
    digest() {
      const digest = Buffer.alloc(4);
      digest.writeUInt32BE(value >>> 0);
      return digest;
    },
  };
}
