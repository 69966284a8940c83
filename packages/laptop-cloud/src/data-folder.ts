import { link, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { lackOfRoom } from './disk-guard.ts';

/** Where everything of one laptop cloud lies; the folder belongs to one process at a time. */
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

/** The file system does not let it be a data folder; the message says why and what helps. */
export class DataFolderUnusableError extends Error {
  override readonly name = 'DataFolderUnusableError';
}

/** By the code of the file system's error. */
const WHY: Readonly<Record<string, string>> = {
  EACCES: 'it may not be written: let this user write it, or take another folder',
  EPERM: 'it may not be written: let this user write it, or take another folder',
  EROFS: 'it lies on a disk that is read only: take another folder',
  EEXIST: 'a file stands where a folder should be: take another folder, or move the file',
  ENOENT: 'no folder can be made there: take another folder',
  ENOTDIR: 'a file stands where a folder should be: take another folder, or move the file',
  ENOSPC: 'its disk is full: free some space, or take another folder',
  EDQUOT: 'its disk is full for this user: free some space, or take another folder',
  ENAMETOOLONG: 'its path is too long: take another folder',
};

const STATE = '.state';

/** Locks held by this very process: its number in a lock file may be left from an earlier process with the same one. */
const held = new Set<string>();

/**
 * Creates the data folder and locks it. The lock of a process that is gone is taken over.
 *
 * @param stateName Name of the folder inside it that only the rooms read.
 * @throws DataFolderLockedError when a living process holds the lock, DataFolderUnusableError when the file system refuses it.
 */
export async function openDataFolder(directory: string, stateName = STATE): Promise<DataFolder> {
  try {
    return await open(resolve(directory), stateName);
  } catch (error) {
    const why = WHY[(error as NodeJS.ErrnoException).code ?? ''];
    if (why === undefined) throw error;
    throw unusable(resolve(directory), why, { cause: error });
  }
}

const unusable = (root: string, why: string, options?: ErrorOptions): DataFolderUnusableError =>
  new DataFolderUnusableError(`${root} cannot be the data folder: ${why}`, options);

async function open(root: string, stateName: string): Promise<DataFolder> {
  const lockFile = join(root, stateName, 'lock');
  const folders = { bucket: join(root, 'bucket'), outbox: join(root, 'outbox'), logs: join(root, 'logs') };
  for (const path of [...Object.values(folders), join(root, stateName)]) await makeFolder(path);
  const lack = await lackOfRoom(root);
  if (lack !== undefined) throw unusable(root, `${lack}: free some space, or take another folder`);
  await lock(root, lockFile);
  return {
    root,
    ...folders,
    state: (room) => join(root, stateName, room),
    async release() {
      held.delete(lockFile);
      await rm(lockFile, { force: true });
    },
  };
}

/**
 * Makes a folder and those above it that are not there. `mkdir` can do so by itself, but then it says ENOENT where a disk is
 * read only, and where none can be made it does not always come to an end.
 */
async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST' && (await stat(path)).isDirectory()) return;
    if (code !== 'ENOENT' || dirname(path) === path) throw error;
    await makeFolder(dirname(path));
    await mkdir(path);
  }
}

async function lock(root: string, lockFile: string): Promise<void> {
  const own = `${lockFile}.${process.pid}`;
  await writeFile(own, `${process.pid}\n`);
  try {
    // Linking a complete file: nobody ever reads a lock that is there but still empty.
    while (!(await isLinked(own, lockFile))) {
      const owner = await ownerOf(lockFile);
      if (isAlive(owner, lockFile)) throw new DataFolderLockedError(root, owner, lockFile);
      await putAside(owner, lockFile);
    }
    held.add(lockFile);
  } finally {
    await rm(own, { force: true });
  }
}

const isLinked = (from: string, to: string): Promise<boolean> =>
  link(from, to).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return false;
      throw error;
    },
  );

const ownerOf = async (file: string): Promise<number> =>
  Number.parseInt(await readFile(file, 'utf8').catch(() => ''), 10);

/** Removes the lock of a dead process; puts it back when another process has taken over in the meantime. */
async function putAside(owner: number, lockFile: string): Promise<void> {
  const aside = `${lockFile}.${process.pid}.old`;
  const isMoved = await rename(lockFile, aside).then(
    () => true,
    () => false,
  );
  if (!isMoved) return;
  const moved = await ownerOf(aside);
  if (!Object.is(moved, owner)) await link(aside, lockFile).catch(() => undefined);
  await rm(aside, { force: true });
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
