import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { sep } from 'node:path';
import { TakingTurns } from './taking-turns.ts';

/** Opened for writing alone, or for reading and writing; the other access mode is 0. */
const WRITING = 0b11;

/**
 * Knows which files below a folder some process has open for writing, where the system tells: Linux does, in `/proc`,
 * for the processes of the same user. https://man7.org/linux/man-pages/man5/proc_pid_fdinfo.5.html
 */
export class OpenFiles {
  readonly #directory: string;
  /** The look that has not begun yet; all who ask meanwhile share it. */
  #next: Promise<ReadonlySet<string> | undefined> | undefined;
  #running: Promise<unknown> = Promise.resolve();

  constructor(directory: string) {
    this.#directory = directory;
  }

  /** Real paths of files that are open for writing at a moment after the call; undefined where nothing tells. */
  beingWritten(): Promise<ReadonlySet<string> | undefined> {
    if (this.#next) return this.#next;
    const look = this.#running.then(() => {
      this.#next = undefined;
      return filesBeingWritten(this.#directory);
    });
    this.#next = look;
    this.#running = look.catch(() => undefined);
    return look;
  }
}

async function filesBeingWritten(directory: string): Promise<Set<string> | undefined> {
  const processes = namesIn('/proc').filter((name) => /^\d+$/.test(name));
  if (processes.length === 0) return undefined;
  const below = (await realpath(directory).catch(() => directory)) + sep;
  const found = new Set<string>();
  const turns = new TakingTurns();
  for (const id of processes) {
    for (const path of writtenBy(`/proc/${id}`, below)) found.add(path);
    await turns.pause();
  }
  return found;
}

/** Empty also for a process of somebody else, and for one that ended. */
function writtenBy(process: string, below: string): string[] {
  return namesIn(`${process}/fd`).flatMap((descriptor) => {
    const path = orNothing(() => readlinkSync(`${process}/fd/${descriptor}`));
    return path?.startsWith(below) && isWriting(`${process}/fdinfo/${descriptor}`) ? [path] : [];
  });
}

function isWriting(file: string): boolean {
  const flags = /^flags:\s*([0-7]+)$/m.exec(orNothing(() => readFileSync(file, 'utf8')) ?? '')?.[1];
  return flags !== undefined && (Number.parseInt(flags, 8) & WRITING) !== 0;
}

const namesIn = (directory: string): string[] => orNothing(() => readdirSync(directory)) ?? [];

function orNothing<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
