import { lstat, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type BucketFolder, STAGED_NAME } from './bucket-folder.ts';
import { isIgnoredName } from './ignored-name.ts';

export interface ScanOptions {
  /** Whether copies that a crash left behind are removed; not while objects are being written. @default false */
  readonly removeStaged?: boolean;
  /** Told of files and folders whose name is no UTF-8, which are passed over. */
  readonly onOddName?: (path: string) => void;
  /** Told of folders below that may not be read, which are passed over. */
  readonly onUnreadable?: (path: string, code: string) => void;
}

/**
 * Walks the folder, or one below it, and yields the key of everything in it but folders: its path relative to the folder,
 * with `/`, in the spelling and normalisation that the file system gives.
 *
 * A name that is no UTF-8 is none that S3 could have, and cannot be asked for.
 */
export async function* scanFolder(
  folder: BucketFolder,
  below: string,
  options: ScanOptions = {},
): AsyncGenerator<string, void, void> {
  const { removeStaged = false, onOddName, onUnreadable } = options;
  const entries = await readdir(join(folder.directory, below), { withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      // One folder that is closed to us keeps nobody else's from being read.
      if (below === '' || !isForbidden(error)) return absentAsEmpty(error);
      onUnreadable?.(below, error.code ?? '');
      return [];
    },
  );
  for (const entry of entries) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (removeStaged && STAGED_NAME.test(entry.name)) await rm(join(folder.directory, path), { force: true });
    if (isIgnoredName(entry.name)) continue;
    if (entry.name.includes('\ufffd') && !(await isThere(join(folder.directory, path)))) {
      onOddName?.(path);
      continue;
    }
    if (entry.isDirectory()) {
      folder.names.add(path);
      yield* scanFolder(folder, path, options);
    } else {
      yield path;
    }
  }
}

const isThere = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  );

const isForbidden = ({ code }: NodeJS.ErrnoException): boolean => code === 'EACCES' || code === 'EPERM';

function absentAsEmpty(error: NodeJS.ErrnoException): [] {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return [];
  throw error;
}
