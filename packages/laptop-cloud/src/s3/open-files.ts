import { readdir, readFile, readlink, realpath } from 'node:fs/promises';
import { sep } from 'node:path';

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
  const entries = await readdir('/proc').catch(() => []);
  const processes = entries.filter((name) => /^\d+$/.test(name));
  if (processes.length === 0) return undefined;
  const below = (await realpath(directory).catch(() => directory)) + sep;
  const found = await Promise.all(processes.map((id) => writtenBy(`/proc/${id}`, below)));
  return new Set(found.flat());
}

/** Empty also for a process of somebody else, and for one that ended. */
async function writtenBy(process: string, below: string): Promise<string[]> {
  const descriptors = await readdir(`${process}/fd`).catch(() => []);
  const paths = await Promise.all(
    descriptors.map(async (descriptor) => {
      const path = await readlink(`${process}/fd/${descriptor}`).catch(() => '');
      return path.startsWith(below) && (await isWriting(`${process}/fdinfo/${descriptor}`)) ? [path] : [];
    }),
  );
  return paths.flat();
}

async function isWriting(file: string): Promise<boolean> {
  const flags = /^flags:\s*([0-7]+)$/m.exec(await readFile(file, 'utf8').catch(() => ''))?.[1];
  return flags !== undefined && (Number.parseInt(flags, 8) & WRITING) !== 0;
}
