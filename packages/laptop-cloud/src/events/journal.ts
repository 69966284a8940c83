import { mkdir, readFile, rename, truncate, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { appendLines } from '../append-lines.ts';

/**
 * A file of JSON lines that only grows, until it is rewritten as a whole. What has been appended survives the death
 * of the process; it is not forced through to the disk, so a power cut may take the last moments.
 */
export class Journal<Entry> {
  readonly #file: string;
  /** Lines that wait for their turn to be written together. */
  #batch: { readonly lines: string[]; readonly written: Promise<void> } | undefined;
  #last: Promise<unknown> = Promise.resolve();

  private constructor(file: string) {
    this.#file = file;
  }

  /** Opens or creates the file and reads what is in it; a last line that was cut off by a kill is dropped. */
  static async open<Entry>(file: string): Promise<{ journal: Journal<Entry>; entries: Entry[] }> {
    await mkdir(dirname(file), { recursive: true });
    const content = await readFile(file).catch(absentAsEmpty);
    const complete = content.lastIndexOf(0x0a) + 1;
    if (complete < content.length) await truncate(file, complete);
    const lines = content.subarray(0, complete).toString('utf8').split('\n').filter(Boolean);
    return { journal: new Journal<Entry>(file), entries: lines.map((line) => JSON.parse(line) as Entry) };
  }

  /** Resolves when the entry is in the file; entries that come in the meantime share one write. */
  append(entry: Entry): Promise<void> {
    const batch = this.#batch ?? this.#openBatch();
    batch.lines.push(`${JSON.stringify(entry)}\n`);
    return batch.written;
  }

  /** Replaces the content, which must hold all that was appended so far: a kill leaves either the old or the new. */
  rewrite(entries: readonly Entry[]): Promise<void> {
    // What is appended from now on belongs behind the new content.
    this.#batch = undefined;
    const content = entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');
    return this.#inTurn(async () => {
      await writeFile(`${this.#file}.new`, content);
      await rename(`${this.#file}.new`, this.#file);
    });
  }

  /** Resolves when everything appended so far is in the file. */
  async flush(): Promise<void> {
    await this.#last;
  }

  #openBatch() {
    const lines: string[] = [];
    const written = this.#inTurn(() => {
      if (this.#batch?.lines === lines) this.#batch = undefined;
      return appendLines(this.#file, lines.join(''));
    });
    this.#batch = { lines, written };
    return this.#batch;
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const done = this.#last.then(work);
    this.#last = done.catch(() => undefined);
    return done;
  }
}

function absentAsEmpty(error: NodeJS.ErrnoException): Buffer {
  if (error.code === 'ENOENT') return Buffer.alloc(0);
  throw error;
}
