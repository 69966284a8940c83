import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cachedDataVersionTag } from 'node:v8';

/** What V8 compiled of one script in an earlier thread. Whoever may write it decides what later threads run. */
export interface CodeCache {
  /** The compiled code of just this source for just this V8; undefined where there is none that is whole. */
  read(source: string): Buffer | undefined;
  /** Keeps the code in place of what was there. A disk that does not take it is no failure: it is compiled again. */
  write(source: string, code: Buffer): void;
}

/** Bytes of a SHA-256. */
const SEAL_BYTES = 32;

/** The cache of a script, by its path, in a folder that is made when it is needed. */
export function codeCacheOf(script: string, folder: string): CodeCache {
  const file = join(folder, `${createHash('sha256').update(script).digest('hex').slice(0, 32)}.code`);
  return {
    read: (source) =>
      tried(() => {
        const kept = readFileSync(file);
        const code = kept.subarray(SEAL_BYTES);
        return kept.subarray(0, SEAL_BYTES).equals(sealOf(source, code)) ? code : undefined;
      }),
    write(source, code) {
      const draft = `${file}.${randomUUID()}`;
      const isWritten = tried(() => {
        mkdirSync(folder, { recursive: true });
        writeFileSync(draft, Buffer.concat([sealOf(source, code), code]));
        // Another thread may be reading: it sees the old code or the new, never half of one.
        renameSync(draft, file);
        return true;
      });
      if (!isWritten) tried(() => rmSync(draft, { force: true }));
    },
  };
}

function tried<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

/** V8 itself compares no more of the source than its length, and nothing of the code. */
const sealOf = (source: string, code: Buffer): Buffer =>
  createHash('sha256').update(`${cachedDataVersionTag()} ${source.length} `).update(source).update(code).digest();
