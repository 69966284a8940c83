import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type BucketFolder, STAGED_NAME } from './bucket-folder.ts';
import { isIgnoredName } from './ignored-name.ts';

/**
 * Walks the folder, or one below it, and yields the key of every file in it: its path relative to the folder, with
 * `/`, in the spelling and normalisation that the file system gives.
 *
 * @param removeStaged Whether copies that a crash left behind are removed; not while objects are being written.
 */
export async function* scanFolder(
  folder: BucketFolder,
  below: string,
  removeStaged = false,
): AsyncGenerator<string, void, void> {
  const entries = await readdir(join(folder.directory, below), { withFileTypes: true }).catch(absentAsEmpty);
  for (const entry of entries) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (removeStaged && STAGED_NAME.test(entry.name)) await rm(join(folder.directory, path), { force: true });
    if (isIgnoredName(entry.name)) continue;
    if (entry.isDirectory()) {
      folder.names.add(path);
      yield* scanFolder(folder, path, removeStaged);
    } else if (entry.isFile() || entry.isSymbolicLink()) {
      yield path;
    }
  }
}

function absentAsEmpty(error: NodeJS.ErrnoException): [] {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return [];
  throw error;
}
