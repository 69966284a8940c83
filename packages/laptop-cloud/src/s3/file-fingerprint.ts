import { type BigIntStats, lstatSync } from 'node:fs';
import { lstat, stat } from 'node:fs/promises';

/** Also codes for names that no file of this file system can have. */
const NO_SUCH_FILE = ['ENOENT', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG', 'EILSEQ', 'EINVAL'];

/**
 * Tells whether a file is still the one that was seen: size, time of last change in nanoseconds and inode. Undefined
 * when there is no regular file of that name.
 */
export const fingerprintOf = (path: string): Promise<string | undefined> =>
  stat(path, { bigint: true }).then(fingerprint, absentAsUndefined);

/** Like {@link fingerprintOf}, but for a link, which is not followed. */
export const lookAt = (path: string): Promise<string | 'link' | undefined> =>
  lstat(path, { bigint: true }).then(
    (status) => (status.isSymbolicLink() ? 'link' : fingerprint(status)),
    absentAsUndefined,
  );

/** Whether a file that is no link has this fingerprint; asked directly, for many in a row. */
export function hasFingerprint(path: string, expected: string): boolean {
  try {
    return fingerprint(lstatSync(path, { bigint: true })) === expected;
  } catch {
    return false;
  }
}

const fingerprint = (status: BigIntStats): string | undefined =>
  status.isFile() ? `${status.size}:${status.mtimeNs}:${status.ino}` : undefined;

function absentAsUndefined(error: NodeJS.ErrnoException): undefined {
  if (!NO_SUCH_FILE.includes(error.code ?? '')) throw error;
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
