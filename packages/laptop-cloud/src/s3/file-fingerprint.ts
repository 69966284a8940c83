import { stat } from 'node:fs/promises';

/** Also codes for names that no file of this file system can have. */
const NO_SUCH_FILE = ['ENOENT', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG', 'EILSEQ', 'EINVAL'];

/**
 * Tells whether a file is still the one that was seen: size, time of last change in nanoseconds and inode. Undefined
 * when there is no regular file of that name.
 */
export async function fingerprintOf(path: string): Promise<string | undefined> {
  try {
    const status = await stat(path, { bigint: true });
    return status.isFile() ? `${status.size}:${status.mtimeNs}:${status.ino}` : undefined;
  } catch (error) {
    if (NO_SUCH_FILE.includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
}

/** Whether only the inode differs: the file was copied or restored with its time kept. */
export function differOnlyInPlace(a: string, b: string): boolean {
  const withoutInode = (fingerprint: string) => fingerprint.slice(0, fingerprint.lastIndexOf(':'));
  return a !== b && withoutInode(a) === withoutInode(b);
}

/** 0 for an empty file. */
export const sizeInFingerprint = (fingerprint: string): number => Number(fingerprint.split(':')[0]);

/** When the file was last changed, in milliseconds since the epoch. */
export const changedAtMs = (fingerprint: string): number => Number(BigInt(fingerprint.split(':')[1] ?? 0) / 1_000_000n);
