import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { diskFailure } from '../../disk-guard.ts';
import { ServiceClosed, sharedController } from '../language/cancellation.ts';
import { flowAt } from '../language/flow-at.ts';
import { type CarryOutPorts, carryOut } from './carry-out.ts';
import { ExecutionIndex } from './execution-index.ts';
import {
  type ExecutionEnd,
  type ExecutionStart,
  type ExecutionSummary,
  fileNameOf,
  summaryOf,
} from './execution-record.ts';
import { type Journal, JournalWriter, readJournal } from './journal.ts';
import { ExecutionStopped, recordRedrive, recordStart } from './run-execution.ts';

export interface ExecutionsOptions extends Omit<CarryOutPorts, 'closing'> {
  readonly directory: string;
  /** Told when an execution's end is on disk. */
  onEnd(start: ExecutionStart, end: ExecutionEnd): void;
}

/** An execution that this process runs. */
interface Running {
  readonly start: ExecutionStart;
  readonly controller: AbortController;
  /** Resolves when the start is on disk. */
  readonly started: Promise<void>;
  /** Resolves when the execution is over or left to another process. */
  finished: Promise<void>;
}

const READ_AT_ONCE = 16;

/** Starts, runs, resumes and reads executions; each has a file of its own, and all are in one index. */
export class Executions {
  readonly #options: ExecutionsOptions;
  readonly #index: ExecutionIndex;
  readonly #running = new Map<string, Running>();
  readonly #folders = new Set<string>();
  readonly #closing = sharedController();

  private constructor(options: ExecutionsOptions, index: ExecutionIndex) {
    this.#options = options;
    this.#index = index;
  }

  static async open(options: ExecutionsOptions): Promise<Executions> {
    await mkdir(options.directory, { recursive: true });
    return new Executions(options, await ExecutionIndex.open(options.directory));
  }

  /** Number of executions that are not over. */
  get runningCount(): number {
    return this.#index.running().length;
  }

  /** Now, by the clock that executions run by. */
  get nowMs(): number {
    return this.#options.clock.now();
  }

  summary(executionArn: string): ExecutionSummary | undefined {
    return this.#index.get(executionArn);
  }

  ofMachine(stateMachineArn: string): ExecutionSummary[] {
    return this.#index.ofMachine(stateMachineArn);
  }

  /** Resolves when the start is on disk; the execution runs on by itself. */
  async start(start: ExecutionStart): Promise<void> {
    this.#closing.signal.throwIfAborted();
    const journal = new JournalWriter(this.#path(start), false);
    const summary = { ...summaryOf(start), status: 'RUNNING' as const };
    const indexed = this.#index.put(summary);
    const started = this.#options.clock.busy(async () => {
      await Promise.all([indexed, this.#makeFolder(start)]);
      recordStart(start, this.#options.clock, journal);
      await journal.flushed();
    });
    const running = this.#track(start, started);
    running.finished = started.then(
      () => this.#run(freshJournal(start), journal, running.controller),
      () => {
        this.#index.forget(summary);
        this.#running.delete(start.executionArn);
      },
    );
    await started;
  }

  /** The start of a running execution, once it is on disk; undefined when it is over or never got that far. */
  async runningStart(executionArn: string): Promise<ExecutionStart | undefined> {
    const running = this.#running.get(executionArn);
    if (running) return running.started.then(() => running.start);
    const summary = this.#index.get(executionArn);
    if (summary?.status !== 'RUNNING') return undefined;
    const journal = await readJournal(this.#path(summary));
    if (!journal) this.#index.forget(summary);
    return journal?.start;
  }

  /** A map run's child executions, the first started first. */
  ofMapRun(mapRunArn: string): ExecutionSummary[] {
    return this.#index.ofMapRun(mapRunArn);
  }

  /** Resolves when an execution is over; rejects with ServiceClosed when it is left to another process. */
  async ended(executionArn: string): Promise<void> {
    const summary = this.#index.get(executionArn);
    if (summary?.status === 'RUNNING') await this.#resumeOne(summary);
    await this.#running.get(executionArn)?.finished;
    if (this.#index.get(executionArn)?.status === 'RUNNING') this.#closing.signal.throwIfAborted();
  }

  /** Sets an execution that is over going again, from the state it ended in. */
  async redrive(executionArn: string): Promise<void> {
    const summary = this.#index.get(executionArn);
    const path = summary ? this.#path(summary) : '';
    const before = summary ? await readJournal(path) : undefined;
    if (!summary || !before?.checkpoint) return;
    const redriveMs = this.#options.clock.now();
    const writer = new JournalWriter(path, true);
    const machine = await this.#options.definition(before.start.definitionId);
    recordRedrive(before, flowAt(machine, before.start.child?.place), this.#options.clock, writer);
    const { stopMs: _, ...rest } = summary;
    const redriveCount = before.redrivesMs.length + 1;
    await Promise.all([writer.flushed(), this.#index.put({ ...rest, status: 'RUNNING', redriveCount, redriveMs })]);
    const journal = await readJournal(path);
    if (!journal) return;
    const running = this.#track(before.start, Promise.resolve());
    running.finished = this.#run(journal, writer, running.controller);
  }

  /** Ends a running execution as ABORTED; resolves when that is on disk. Does nothing to one that is over. */
  async stop(executionArn: string, details: { readonly error?: string; readonly cause?: string }): Promise<void> {
    const summary = this.#index.get(executionArn);
    if (summary?.status === 'RUNNING') await this.#resumeOne(summary);
    const running = this.#running.get(executionArn);
    if (!running) return;
    running.controller.abort(new ExecutionStopped(details));
    await running.finished;
  }

  /** An execution's file; undefined when there is no such execution. */
  async read(executionArn: string): Promise<Journal | undefined> {
    const summary = this.#index.get(executionArn);
    if (!summary) return undefined;
    await this.#running.get(executionArn)?.started;
    return readJournal(this.#path(summary));
  }

  /** Goes on with every execution that another process left. */
  async resume(): Promise<void> {
    const left = this.#index.running();
    const readers = Array.from({ length: READ_AT_ONCE }, async () => {
      for (let summary = left.shift(); summary; summary = left.shift()) await this.#resumeOne(summary);
    });
    await Promise.all(readers);
  }

  /** Resolves when no execution is running any more. */
  async idle(): Promise<void> {
    while (this.#running.size > 0) {
      await Promise.all([...this.#running.values()].map(({ finished }) => finished));
    }
  }

  /** Stops waiting; what runs is left for the next process to resume. */
  async close(): Promise<void> {
    const reason = new ServiceClosed('the laptop cloud is closing');
    this.#closing.abort(reason);
    for (const { controller } of this.#running.values()) controller.abort(reason);
    await this.idle();
  }

  async #resumeOne(summary: ExecutionSummary): Promise<void> {
    if (this.#running.has(summary.executionArn)) return;
    const path = this.#path(summary);
    const journal = await readJournal(path);
    // Somebody may have asked for the same while the file was read.
    if (this.#running.has(summary.executionArn)) return;
    if (!journal) {
      // The kill came before the start was on disk: nobody was told that this execution exists.
      this.#index.forget(summary);
      return;
    }
    const writer = new JournalWriter(path, true);
    if (!journal.outcome) {
      writer.append({ kind: 'resume', lastEventId: journal.checkpoint?.lastEventId ?? 1 });
    }
    const running = this.#track(journal.start, Promise.resolve());
    running.finished = this.#run(journal, writer, running.controller);
  }

  #track(start: ExecutionStart, started: Promise<void>): Running {
    const running: Running = { start, started, controller: sharedController(), finished: Promise.resolve() };
    this.#running.set(start.executionArn, running);
    return running;
  }

  async #run(journal: Journal, writer: JournalWriter, controller: AbortController): Promise<void> {
    const { start } = journal;
    try {
      const ports = { ...this.#options, closing: this.#closing.signal };
      const end = await carryOut(journal, ports, writer, controller);
      const known = this.#index.get(start.executionArn) ?? summaryOf(start);
      const summary = { ...known, status: end.status, stopMs: end.stopMs };
      await this.#options.clock.busy(() => this.#index.put(summary));
      this.#options.onEnd(start, end);
    } catch (error) {
      // The execution stays RUNNING in its file, and the next start goes on with it.
      // Of a disk without room its guard tells.
      const isKnown = error instanceof ServiceClosed || diskFailure(error) !== undefined;
      if (!isKnown) process.emitWarning(`${start.executionArn} was left off: ${error}`);
    } finally {
      writer.seal();
      await writer.flushed().catch(() => undefined);
      this.#running.delete(start.executionArn);
    }
  }

  #path({ stateMachineArn, executionArn }: Pick<ExecutionStart, 'stateMachineArn' | 'executionArn'>): string {
    const machineName = stateMachineArn.split(':').at(-1) ?? '';
    // An Express execution's name does not tell it from others; what follows it in the ARN does.
    const name = executionArn.split(':').slice(7).join(':');
    return join(this.#options.directory, 'executions', fileNameOf(machineName), `${fileNameOf(name)}.jsonl`);
  }

  async #makeFolder(start: ExecutionStart): Promise<void> {
    const folder = dirname(this.#path(start));
    if (this.#folders.has(folder)) return;
    await mkdir(folder, { recursive: true });
    this.#folders.add(folder);
  }
}

const freshJournal = (start: ExecutionStart): Journal => ({
  start,
  events: [],
  isAnnounced: false,
  checkpoint: undefined,
  wait: undefined,
  memory: new Map(),
  redrivesMs: [],
  outcome: undefined,
  isEnded: false,
});
