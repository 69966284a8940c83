import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { appendLines } from '../../append-lines.ts';
import type { ExecutionSummary } from './execution-record.ts';
import { parseLines } from './journal.ts';

/**
 * All executions by ARN, in the order they were started. Kept in one file, so that a start of the laptop cloud reads one
 * file and not one per execution; where it disagrees with an execution's own file, that one is right.
 */
export class ExecutionIndex {
  readonly #path: string;
  readonly #byArn = new Map<string, ExecutionSummary>();
  readonly #byMachine = new Map<string, Map<string, ExecutionSummary>>();
  readonly #byMapRun = new Map<string, Map<string, ExecutionSummary>>();
  #writing: Promise<void> = Promise.resolve();

  private constructor(path: string) {
    this.#path = path;
  }

  static async open(directory: string): Promise<ExecutionIndex> {
    const index = new ExecutionIndex(join(directory, 'executions.jsonl'));
    const text = await readFile(index.#path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '';
      throw error;
    });
    // A line that a kill cut short must not swallow the next one.
    if (text !== '' && !text.endsWith('\n')) await appendFile(index.#path, '\n');
    for (const summary of parseLines<ExecutionSummary>(text)) index.#remember(summary);
    return index;
  }

  get(executionArn: string): ExecutionSummary | undefined {
    return this.#byArn.get(executionArn);
  }

  /** A machine's executions, the first started first. */
  ofMachine(stateMachineArn: string): ExecutionSummary[] {
    return [...(this.#byMachine.get(stateMachineArn)?.values() ?? [])];
  }

  /** A map run's child executions, the first started first. */
  ofMapRun(mapRunArn: string): ExecutionSummary[] {
    return [...(this.#byMapRun.get(mapRunArn)?.values() ?? [])];
  }

  running(): ExecutionSummary[] {
    return [...this.#byArn.values()].filter(({ status }) => status === 'RUNNING');
  }

  /** Known at once, and resolves when it is in the file. */
  put(summary: ExecutionSummary): Promise<void> {
    this.#remember(summary);
    const written = this.#writing.then(() => appendLines(this.#path, `${JSON.stringify(summary)}\n`));
    this.#writing = written.catch(() => undefined);
    return written;
  }

  /** Takes back an execution whose own file never came to be. */
  forget({ executionArn, stateMachineArn, child }: ExecutionSummary): void {
    this.#byArn.delete(executionArn);
    this.#byMachine.get(stateMachineArn)?.delete(executionArn);
    if (child) this.#byMapRun.get(child.mapRunArn)?.delete(executionArn);
  }

  #remember(summary: ExecutionSummary): void {
    this.#byArn.set(summary.executionArn, summary);
    addTo(this.#byMachine, summary.stateMachineArn, summary);
    if (summary.child) addTo(this.#byMapRun, summary.child.mapRunArn, summary);
  }
}

function addTo(groups: Map<string, Map<string, ExecutionSummary>>, key: string, summary: ExecutionSummary): void {
  const siblings = groups.get(key) ?? new Map<string, ExecutionSummary>();
  siblings.set(summary.executionArn, summary);
  groups.set(key, siblings);
}
