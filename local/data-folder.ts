import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** Where everything of one local cloud lies; the folder belongs to one process at a time. */
export interface DataFolder {
  readonly root: string;
  /** The bucket as a plain folder: for people. */
  readonly bucket: string;
  /** Accepted messages as text files: for people. */
  readonly outbox: string;
  /** A log file per function: for people. */
  readonly logs: string;
  /** A room's own folder, which nobody else writes to. */
  state(room: string): string;
  /** Lets another process have the folder. */
  release(): Promise<void>;
}

/** Another process works in the data folder. */
export class DataFolderLockedError extends Error {
  override readonly name = 'DataFolderLockedError';

  constructor(
    readonly directory: string,
    readonly processId: number,
    lockFile: string,
  ) {
    super(
      `${directory} is in use by process ${processId}: stop that one or take another folder; if it has nothing to do with this, delete ${lockFile}`,
    );
  }
}

const STATE = '.spendwire';

/** Locks held by this very process: its number in a lock file may be left from an earlier process with the same one. */
const held = new Set<string>();

/**
 * Creates the data folder and locks it. The lock of a process that is gone is taken over.
 *
 * @throws DataFolderLockedError when a living process holds the lock.
 */
export async function openDataFolder(directory: string): Promise<DataFolder> {
  const root = resolve(directory);
  const lockFile = join(root, STATE, 'lock');
  const folders = { bucket: join(root, 'bucket'), outbox: join(root, 'outbox'), logs: join(root, 'logs') };
  await Promise.all([...Object.values(folders), join(root, STATE)].map((path) => mkdir(path, { recursive: true })));
  await lock(root, lockFile);
  return {
    root,
    ...folders,
    state: (room) => join(root, STATE, room),
    async release() {
      held.delete(lockFile);
      await rm(lockFile, { force: true });
    },
  };
}

async function lock(root: string, lockFile: string): Promise<void> {
  for (;;) {
    const file = await open(lockFile, 'wx').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return undefined;
      throw error;
    });
    if (file) {
      await file.writeFile(`${process.pid}\n`);
      await file.close();
      held.add(lockFile);
      return;
    }
    const owner = Number.parseInt(await readFile(lockFile, 'utf8').catch(() => ''), 10);
    if (isAlive(owner, lockFile)) throw new DataFolderLockedError(root, owner, lockFile);
    await rm(lockFile, { force: true });
  }
}

function isAlive(processId: number, lockFile: string): boolean {
  if (!Number.isInteger(processId) || processId <= 0) return false;
  if (processId === process.pid) return held.has(lockFile);
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    // It exists but belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
