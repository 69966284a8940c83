import { appendFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Json, JsonObject } from '../../http/service.ts';
import type { BegunWait } from '../language/flow-run.ts';
import type { HistoryEvent } from '../language/history.ts';
import { applyMemory } from '../language/memory.ts';
import type { ExecutionEnd, ExecutionStart } from './execution-record.ts';

/** Where the machine stands: enough to go on from here after a restart. */
export interface Checkpoint {
  readonly state: string;
  readonly input: Json;
  readonly variables: JsonObject;
  /** The last event before the state was entered, and the one that its entry follows. */
  readonly lastEventId: number;
  readonly previousEventId: number;
  /** Whether it is the same state again, after a redrive: it remembers. */
  readonly isRedriven?: boolean;
}

/**
 * One line of an execution's file. Lines are only ever appended; `resume` takes back the events after the checkpoint,
 * because the state they belong to runs again.
 */
export type JournalLine =
  | { readonly kind: 'start'; readonly start: ExecutionStart }
  | { readonly kind: 'announced' }
  | { readonly kind: 'event'; readonly event: HistoryEvent }
  | { readonly kind: 'state'; readonly checkpoint: Checkpoint }
  /** `fromMs` is missing in what older versions wrote. */
  | { readonly kind: 'deadline'; readonly atMs: number; readonly fromMs?: number }
  | { readonly kind: 'memory'; readonly key: string; readonly value?: JsonObject }
  | { readonly kind: 'redrive'; readonly atMs: number }
  | { readonly kind: 'resume'; readonly lastEventId: number }
  | { readonly kind: 'outcome'; readonly end: ExecutionEnd }
  | { readonly kind: 'end' };

/** Everything that an execution's file says. */
export interface Journal {
  readonly start: ExecutionStart;
  readonly events: readonly HistoryEvent[];
  /** Whether the start was handed to the event sink. */
  readonly isAnnounced: boolean;
  readonly checkpoint: Checkpoint | undefined;
  /** The Wait that the checkpoint stands at. */
  readonly wait: BegunWait | undefined;
  /** What the state that the checkpoint stands at has to remember. */
  readonly memory: ReadonlyMap<string, JsonObject>;
  /** When it was set going again after its end, each time. */
  readonly redrivesMs: readonly number[];
  readonly outcome: ExecutionEnd | undefined;
  /** Whether the outcome was handed to the event sink: the execution is over. */
  readonly isEnded: boolean;
}

/** Appends lines in order; several that come at once go to disk in one write. */
export class JournalWriter {
  readonly #path: string;
  #pending: string;
  #writing: Promise<void> | undefined;
  #sealed = false;

  /** @param isContinued Whether the file is there already; a line that a kill cut short must not swallow the next one. */
  constructor(path: string, isContinued: boolean) {
    this.#path = path;
    this.#pending = isContinued ? '\n' : '';
  }

  append(line: JournalLine): void {
    if (this.#sealed) return;
    this.#pending += `${JSON.stringify(line)}\n`;
    if (this.#writing) return;
    this.#writing = this.#write();
    // Whoever asks for `flushed` gets the failure; nobody asking must not end the process.
    this.#writing.catch(() => undefined);
  }

  /** Resolves when everything appended so far is in the file; rejects when the disk refused it. */
  async flushed(): Promise<void> {
    await this.#writing;
  }

  /** Ignores whatever comes later: another process may own the file from now on. */
  seal(): void {
    this.#sealed = true;
  }

  async #write(): Promise<void> {
    // Lines of the same moment are collected first. A failure stays in the promise: later lines would leave a gap.
    await Promise.resolve();
    while (this.#pending !== '') {
      const text = this.#pending;
      this.#pending = '';
      // Directly, as `append-lines.ts` says; here a partial line is told by the next, which begins a new one.
      appendFileSync(this.#path, text);
    }
    this.#writing = undefined;
  }
}

/** Reads an execution's file; undefined when it has none or its start never got to disk whole. */
export async function readJournal(path: string): Promise<Journal | undefined> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  return foldJournal(parseLines<JournalLine>(text));
}

/** Parses JSON Lines; a line that a kill cut short is left out. */
export function parseLines<T>(text: string): T[] {
  return text.split('\n').flatMap((line) => {
    if (line === '') return [];
    try {
      return [JSON.parse(line) as T];
    } catch {
      return [];
    }
  });
}

function foldJournal(lines: readonly JournalLine[]): Journal | undefined {
  const [first] = lines;
  if (first?.kind !== 'start') return undefined;
  let events: HistoryEvent[] = [];
  let isAnnounced = false;
  let checkpoint: Checkpoint | undefined;
  let wait: BegunWait | undefined;
  const memory = new Map<string, JsonObject>();
  const redrivesMs: number[] = [];
  let outcome: ExecutionEnd | undefined;
  let isEnded = false;
  for (const line of lines) {
    if (line.kind === 'event') events.push(line.event);
    else if (line.kind === 'announced') isAnnounced = true;
    else if (line.kind === 'deadline') wait = { fromMs: line.fromMs ?? 0, untilMs: line.atMs };
    else if (line.kind === 'memory') applyMemory(memory, line.key, line.value);
    else if (line.kind === 'redrive') {
      redrivesMs.push(line.atMs);
      outcome = undefined;
      isEnded = false;
      isAnnounced = false;
      wait = undefined;
    } else if (line.kind === 'resume') events = events.filter(({ id }) => id <= line.lastEventId);
    else if (line.kind === 'outcome') outcome = line.end;
    else if (line.kind === 'end') isEnded = true;
    else if (line.kind === 'state') {
      const isNext = !line.checkpoint.isRedriven;
      checkpoint = line.checkpoint;
      wait = undefined;
      if (isNext) memory.clear();
    }
  }
  return { start: first.start, events, isAnnounced, checkpoint, wait, memory, redrivesMs, outcome, isEnded };
}
