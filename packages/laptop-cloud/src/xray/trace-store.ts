import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { appendLines } from '../append-lines.ts';
import { parseSegment } from './daemon-datagram.ts';
import type { SegmentDocument, TraceSink } from './segment.ts';

export interface TraceStoreOptions {
  /** One file a trace: `{traceId}.jsonl`. */
  readonly directory: string;
  /** Older traces beyond this number are deleted. @default 5000 */
  readonly limit?: number;
}

/** Documents are written together after this pause; a kill can lose as much. */
const WRITE_AFTER_MS = 100;

/** Keeps segment documents on disk, by trace; memory holds only what is not written yet. */
export class TraceStore implements TraceSink {
  readonly #directory: string;
  readonly #limit: number;
  readonly #known: Set<string>;
  #pending = new Map<string, string[]>();
  #timer: NodeJS.Timeout | undefined;
  #written: Promise<void> = Promise.resolve();

  private constructor({ directory, limit = 5000 }: TraceStoreOptions, known: readonly string[]) {
    this.#directory = directory;
    this.#limit = limit;
    this.#known = new Set(known);
  }

  static async open(options: TraceStoreOptions): Promise<TraceStore> {
    await mkdir(options.directory, { recursive: true });
    const files = await readdir(options.directory);
    // A trace id begins with its time in hexadecimal, so the names sort by age.
    const known = files.filter((name) => name.endsWith('.jsonl')).map((name) => name.slice(0, -'.jsonl'.length));
    return new TraceStore(options, known.sort());
  }

  put(document: SegmentDocument): void {
    const lines = this.#pending.get(document.trace_id) ?? [];
    lines.push(`${JSON.stringify(document)}\n`);
    this.#pending.set(document.trace_id, lines);
    this.#timer ??= setTimeout(() => void this.flush().catch(() => undefined), WRITE_AFTER_MS);
  }

  /** Every document of a trace in the order it came; empty when there is no such trace. */
  async documents(traceId: string): Promise<SegmentDocument[]> {
    await this.flush();
    if (!this.#known.has(traceId)) return [];
    const content = await readFile(this.#file(traceId), 'utf8');
    return content.split('\n').flatMap((line) => parseSegment(line) ?? []);
  }

  /** Trace ids that began in the given seconds since the epoch, newest first. */
  async traceIds(fromSeconds: number, toSeconds: number): Promise<string[]> {
    await this.flush();
    const isWithin = (id: string) => startOf(id) >= Math.floor(fromSeconds) && startOf(id) <= toSeconds;
    return [...this.#known].filter(isWithin).sort().reverse();
  }

  /** Resolves when every document so far is on disk. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const pending = this.#pending;
    this.#pending = new Map();
    const written = this.#written.then(() => this.#write(pending));
    this.#written = written.catch(() => undefined);
    return written;
  }

  async #write(pending: ReadonlyMap<string, readonly string[]>): Promise<void> {
    for (const [traceId, lines] of pending) {
      this.#known.add(traceId);
      await appendLines(this.#file(traceId), lines.join(''));
    }
    const surplus = this.#known.size - this.#limit;
    // Deleting in steps: sorting all names for each new trace would cost more than it saves.
    if (surplus <= this.#limit / 20) return;
    for (const traceId of [...this.#known].sort().slice(0, surplus)) {
      this.#known.delete(traceId);
      await rm(this.#file(traceId), { force: true });
    }
  }

  #file(traceId: string): string {
    return join(this.#directory, `${traceId}.jsonl`);
  }
}

const startOf = (traceId: string): number => Number.parseInt(traceId.split('-')[1] ?? '', 16);
