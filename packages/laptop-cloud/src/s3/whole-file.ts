import { realpath } from 'node:fs/promises';
import type { BucketFolder } from './bucket-folder.ts';
import { sizeInFingerprint } from './file-fingerprint.ts';
import type { OpenFiles } from './open-files.ts';

/** A file is whole when it has not changed for this long, and nobody has it open for writing. */
const STABLE_MS = 300;
/** An empty file is often only the beginning of one, and a file that grows may go on after a pause. */
const STABLE_UNSURE_MS = 1000;
/** Some programs keep a file open that they have long written: then it is whole after all. */
const OPEN_LIMIT_MS = 30_000;

export interface WholeFileOptions {
  readonly folder: BucketFolder;
  readonly openFiles: OpenFiles;
  /** The fingerprint of what the bucket has under the key. */
  known(): string | undefined;
  /** Real time, which a virtual clock must not skip. Resolves with false when nobody waits any more. */
  sleep(milliseconds: number): Promise<boolean>;
}

/** Waits until a key's file stands still; false when it needs no upload after all, or nobody waits any more. */
export async function becomesWhole(key: string, options: WholeFileOptions): Promise<boolean> {
  const { folder, openFiles, known, sleep } = options;
  let seen = await folder.fingerprint(key);
  let hasGrown = false;
  let stillMs = 0;
  for (;;) {
    if (seen === known()) return false;
    const isUnsure = hasGrown || sizeOf(seen) === 0;
    const settleMs = isUnsure ? STABLE_UNSURE_MS : STABLE_MS;
    if (!(await sleep(settleMs / 2))) return false;
    // Looked up while the file settles anyway, so that a file which was dropped whole waits no longer for it.
    const looked = openFiles.beingWritten();
    if (!(await sleep(settleMs / 2))) return false;
    const written = await looked;
    const now = await folder.fingerprint(key);
    if (now === seen) {
      stillMs += settleMs;
      if (!written?.has(await realPath(folder.pathOf(key))) || stillMs >= OPEN_LIMIT_MS) return true;
    } else {
      stillMs = 0;
      // Where the system tells who writes, growing alone is no reason for doubt.
      hasGrown = written === undefined && (sizeOf(now) ?? 0) > (sizeOf(seen) ?? 0);
      seen = now;
    }
  }
}

const sizeOf = (fingerprint: string | undefined): number | undefined =>
  fingerprint === undefined ? undefined : sizeInFingerprint(fingerprint);

/** A file may lie behind a link, or have gone. */
const realPath = (path: string): Promise<string> => realpath(path).catch(() => path);
