import { appendFile, mkdir, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/** A log file that reaches this size is put aside as `{name}.log.1`, replacing the one before. */
const LIMIT_BYTES = 5 * 1024 * 1024;

export interface FunctionLogOptions {
  /** Where `{function}.log` is kept. @default - lines are not kept */
  readonly directory?: string;
  onLine?(line: string): void;
}

/** Collects what one function prints, line by line, in the order it comes. */
export class FunctionLog {
  readonly #name: string;
  readonly #options: FunctionLogOptions;
  #pending: string[] = [];
  #writing: Promise<void> | undefined;
  /** Why lines are left out; undefined while they are kept. */
  #lost: string | undefined;

  constructor(name: string, options: FunctionLogOptions) {
    this.#name = name;
    this.#options = options;
  }

  /** Follows a thread's output until it ends. */
  follow(output: Readable): void {
    createInterface({ input: output, crlfDelay: Number.POSITIVE_INFINITY }).on('line', (line) => this.add(line));
  }

  add(line: string): void {
    this.#options.onLine?.(line);
    if (this.#options.directory === undefined) return;
    this.#pending.push(`${line}\n`);
    this.#writing ??= this.#write(this.#options.directory)
      .then(() => {
        this.#lost = undefined;
      }, this.#leaveOut)
      .finally(() => {
        this.#writing = undefined;
      });
  }

  /** A disk that is full, or a folder that may not be written, ends a log and nothing else; it is said once. */
  readonly #leaveOut = (error: NodeJS.ErrnoException): void => {
    this.#pending = [];
    const why = error.code ?? error.message;
    if (why !== this.#lost)
      this.#options.onLine?.(`its log cannot be written (${why}); lines are left out until it can`);
    this.#lost = why;
  };

  /** Resolves when every line so far is in the file. */
  async flush(): Promise<void> {
    while (this.#writing) await this.#writing;
  }

  async #write(directory: string): Promise<void> {
    const file = join(directory, `${this.#name}.log`);
    await mkdir(directory, { recursive: true });
    while (this.#pending.length > 0) {
      const lines = this.#pending.join('');
      this.#pending = [];
      const size = await stat(file).then(
        (found) => found.size,
        () => 0,
      );
      if (size > LIMIT_BYTES) await rename(file, `${file}.1`);
      await appendFile(file, lines);
    }
  }
}
