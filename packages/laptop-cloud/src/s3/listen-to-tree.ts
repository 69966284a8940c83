import { watch } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { FolderListener, FolderNotices } from './folder-listener.ts';
import { isIgnoredName } from './ignored-name.ts';

/**
 * Listens to a folder and all below it at once, as macOS and Windows offer it. They tell of a folder that is moved in or
 * away, and not of what is in it.
 */
export async function listenToTree(directory: string, listener: FolderListener): Promise<FolderNotices> {
  const unsure = new Set<string>();
  let isClosed = false;

  const look = async (key: string) => {
    unsure.delete(key);
    const found = await lstat(join(directory, key)).catch(() => undefined);
    if (isClosed) return;
    // What is gone may have been a folder; to look for it costs nothing where it was none.
    if (!found || found.isDirectory()) listener.onFolder(key);
    if (!found?.isDirectory()) listener.onFile(key);
  };

  const take = (event: string, path: string | null) => {
    // Windows leaves the name out when more has happened than its buffer holds.
    if (path === null) return listener.onLost();
    const key = path.split(sep).join('/');
    if (key.split('/').some(isIgnoredName)) return;
    // Windows tells of a folder that it has changed with everything in it; to look into it would be to list it each time.
    if (event === 'change') return listener.onFile(key);
    if (unsure.has(key)) return;
    unsure.add(key);
    setImmediate(() => void look(key));
  };

  try {
    const watcher = watch(directory, { recursive: true }, take);
    watcher.on('error', (error) => listener.onDeaf(error));
    return {
      close() {
        isClosed = true;
        watcher.close();
      },
    };
  } catch (error) {
    listener.onDeaf(error as NodeJS.ErrnoException);
    return { close: () => undefined };
  }
}
