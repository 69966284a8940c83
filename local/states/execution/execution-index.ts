import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ExecutionSummary } from './execution-record.ts';
import { parseLines } from './journal.ts';

/**
 * All executions by ARN, in the order they were started. Kept in one file, so that a start of the local cloud reads one
 * file and not one per execution; where it disagrees with an execution's own file, that one is right.
 */
export class ExecutionIndex {
  readonly #path: string;
  readonly #byArn = new Map<string, ExecutionSummary>();
  readonly #byMachine = new Map<string, Map<string, ExecutionSummary>>();
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

  running(): ExecutionSummary[] {
    return [...this.#byArn.values()].filter(({ status }) => status === 'RUNNING');
  }

  /** Known at once, and resolves when it is in the file. */
  put(summary: ExecutionSummary): Promise<void> {
    this.#remember(summary);
    const written = this.#writing.then(() => appendFile(this.#path, `${JSON.stringify(summary)}\n`));
    this.#writing = written.catch(() => undefined);
    return written;
  }

  /** Takes back an execution whose own file never came to be. */
  forget({ executionArn, stateMachineArn }: ExecutionSummary): void {
    this.#byArn.delete(executionArn);
    this.#byMachine.get(stateMachineArn)?.delete(executionArn);
  }

  #remember(summary: ExecutionSummary): void {
    this.#byArn.set(summary.executionArn, summary);
    const siblings = this.#byMachine.get(summary.stateMachineArn) ?? new Map<string, ExecutionSummary>();
    siblings.set(summary.executionArn, summary);
    this.#byMachine.set(summary.stateMachineArn, siblings);
  }
}
