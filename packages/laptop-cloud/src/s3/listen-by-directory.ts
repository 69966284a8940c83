import { type FSWatcher, watch } from 'node:fs';
import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FolderListener, FolderNotices } from './folder-listener.ts';
import { isIgnoredName } from './ignored-name.ts';

/** How many notices Linux keeps that nobody has read yet, where it does not say. */
const USUAL_QUEUE = 16_384;

/**
 * Listens to a folder, and to each below it on its own, as Linux offers it. Of a folder that comes all that is in it is
 * looked at once, since files can be in it before anybody listens.
 */
export async function listenByDirectory(directory: string, listener: FolderListener): Promise<FolderNotices> {
  const overflow = new Overflow(await queueLength(), () => listener.onLost());
  const root = new ListenedDirectory(directory, '', listener, overflow);
  await root.open();
  return root;
}

class ListenedDirectory implements FolderNotices {
  readonly #path: string;
  readonly #key: string;
  readonly #listener: FolderListener;
  readonly #overflow: Overflow;
  readonly #below = new Map<string, ListenedDirectory>();
  /** Names that have come or gone and are looked at in the next turn. */
  readonly #unsure = new Set<string>();
  #watcher: FSWatcher | undefined;
  #isClosed = false;

  constructor(path: string, key: string, listener: FolderListener, overflow: Overflow) {
    this.#path = path;
    this.#key = key;
    this.#listener = listener;
    this.#overflow = overflow;
  }

  /** Resolves when all folders below are listened to as well. */
  async open(): Promise<void> {
    // Before it is read: what comes in between is told twice rather than not at all.
    this.#listen();
    const entries = await readdir(this.#path, { withFileTypes: true }).catch(() => []);
    if (this.#isClosed) return;
    const folders = entries.filter((entry) => entry.isDirectory() && !isIgnoredName(entry.name));
    await Promise.all(folders.map(({ name }) => this.#openBelow(name)));
  }

  close(): void {
    this.#isClosed = true;
    this.#watcher?.close();
    for (const folder of this.#below.values()) folder.close();
    this.#below.clear();
  }

  #listen(): void {
    try {
      this.#watcher = watch(this.#path, (event, name) => this.#take(event, name));
      this.#watcher.on('error', (error) => this.#listener.onDeaf(error));
    } catch (error) {
      // Gone again; or closed to us, which a scan tells of.
      if (['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) return;
      this.#listener.onDeaf(error as NodeJS.ErrnoException);
    }
  }

  #take(event: string, name: string | null): void {
    this.#overflow.count();
    if (name === null) {
      this.#listener.onFolder(this.#key);
    } else if (isIgnoredName(name)) {
      return;
    } else if (event === 'change' && !this.#below.has(name)) {
      this.#listener.onFile(this.#keyOf(name));
    } else if (!this.#unsure.has(name)) {
      // It has come or gone, or it is a folder: that can be another kind of thing than before.
      this.#unsure.add(name);
      setImmediate(() => void this.#look(name));
    }
  }

  async #look(name: string): Promise<void> {
    this.#unsure.delete(name);
    const found = await lstat(join(this.#path, name)).catch(() => undefined);
    if (this.#isClosed) return;
    const key = this.#keyOf(name);
    if (found?.isDirectory()) {
      await this.#openBelow(name);
      return this.#listener.onFolder(key);
    }
    if (this.#close(name)) this.#listener.onFolder(key);
    this.#listener.onFile(key);
  }

  /** One that was listened to may be another one by now, under the same name. */
  async #openBelow(name: string): Promise<void> {
    this.#close(name);
    const folder = new ListenedDirectory(join(this.#path, name), this.#keyOf(name), this.#listener, this.#overflow);
    this.#below.set(name, folder);
    await folder.open();
  }

  /** @returns Whether there was a folder of this name. */
  #close(name: string): boolean {
    this.#below.get(name)?.close();
    return this.#below.delete(name);
  }

  #keyOf(name: string): string {
    return this.#key === '' ? name : `${this.#key}/${name}`;
  }
}

/**
 * Suspects that Linux has dropped notices. It says so when its queue was full, but libuv passes that over; all that is in the
 * queue is read in one turn, so a turn with many may have begun with a full one. https://man7.org/linux/man-pages/man7/inotify.7.html
 */
class Overflow {
  readonly #limit: number;
  readonly #onOverflow: () => void;
  #inThisTurn = 0;

  constructor(queueLength: number, onOverflow: () => void) {
    // Not all that stands in the queue is told.
    this.#limit = queueLength / 2;
    this.#onOverflow = onOverflow;
  }

  count(): void {
    if (this.#inThisTurn === 0) setImmediate(() => this.#endTurn());
    this.#inThisTurn += 1;
  }

  #endTurn(): void {
    const many = this.#inThisTurn >= this.#limit;
    this.#inThisTurn = 0;
    if (many) this.#onOverflow();
  }
}

async function queueLength(): Promise<number> {
  const said = await readFile('/proc/sys/fs/inotify/max_queued_events', 'utf8').catch(() => '');
  return Number.parseInt(said, 10) || USUAL_QUEUE;
}
