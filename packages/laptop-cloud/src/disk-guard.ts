import { statfs } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

/** A data folder wants so much room to write on: what is under way has to be put down somewhere. */
const ROOM_BYTES = 8 * 2 ** 20;
const LOOK_EVERY_MS = 2_000;
/** Longer than a page that is being read is waited for. */
const CLOSING_MS = 30_000;

const MORE_ROOM = 'free some space';
/** By the code of the file system's error: what is wrong, and what helps. */
const FAILURES: Readonly<Record<string, readonly [why: string, remedy: string]>> = {
  ENOSPC: ['its disk is full', MORE_ROOM],
  EDQUOT: ['its disk is full for this user', MORE_ROOM],
  EROFS: ['its disk has become read only', 'make it writable'],
  EIO: ['its disk cannot be read or written', 'see whether it is broken'],
};

export interface DiskGuardOptions {
  /** Free bytes of a folder's disk for this user. @default - asked of the file system */
  freeBytes?(directory: string): Promise<number>;
  /** @default 2000 */
  readonly everyMs?: number;
}

/**
 * Watches over the disk of a data folder while a process works in it. On a disk without room nothing that is done can be
 * kept, so the process has to end: what it has taken goes on with the next start, as after a kill.
 *
 * @param end Told once, in a sentence, why and what helps: when there is hardly any room left, or when a write failed that
 * nobody waited for. Any other error that nobody caught ends the process as it always does.
 * @returns What ends the watch.
 */
export function guardDisk(
  directory: string,
  end: (sentence: string) => unknown,
  { freeBytes = freeBytesOf, everyMs = LOOK_EVERY_MS }: DiskGuardOptions = {},
): () => void {
  let isTold = false;
  const tell = (sentence: string): void => {
    if (isTold) return;
    isTold = true;
    void end(sentence);
  };
  const look = setInterval(async () => {
    const free = await freeBytes(directory).catch(() => undefined);
    if (free !== undefined && free < ROOM_BYTES) tell(noMore(directory, tooLittle(free), MORE_ROOM));
  }, everyMs).unref();
  const onError = (error: unknown) => {
    const sentence = diskSentence(directory, error);
    if (sentence !== undefined) return tell(sentence);
    console.error(error);
    process.exit(1);
  };
  process.on('uncaughtException', onError);
  return () => {
    clearInterval(look);
    process.off('uncaughtException', onError);
  };
}

/** Closes a cloud, which may fail without room and takes as long as a page that is being read, and ends the process. */
export async function endProcess(cloud: { close(): Promise<void> }): Promise<never> {
  await Promise.race([cloud.close().catch(() => undefined), pause(CLOSING_MS)]);
  process.exit(1);
}

const failureOf = (error: unknown) => FAILURES[String((error as NodeJS.ErrnoException | undefined)?.code)];

/** Why a write failed, where it is the disk that is to blame; undefined otherwise. */
export const diskFailure = (error: unknown): string | undefined => failureOf(error)?.[0];

/** What a person reads whose data folder can no longer be written, by the error of the write. */
export function diskSentence(directory: string, error: unknown): string | undefined {
  const failure = failureOf(error);
  return failure && noMore(directory, ...failure);
}

const noMore = (directory: string, why: string, remedy: string): string =>
  `${directory} takes no more: ${why}; ${remedy}, and start again: what was taken is kept and goes on then`;

/** Why a disk cannot hold a data folder; undefined when it has room. */
export async function lackOfRoom(directory: string): Promise<string | undefined> {
  const free = await freeBytesOf(directory);
  return free < ROOM_BYTES ? tooLittle(free) : undefined;
}

const tooLittle = (free: number): string =>
  `its disk has ${(free / 2 ** 20).toFixed(1)} MB left, and needs ${ROOM_BYTES / 2 ** 20}`;

async function freeBytesOf(directory: string): Promise<number> {
  const { bavail, bsize } = await statfs(directory);
  return bavail * bsize;
}
