import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { JsonObject } from '../../http/service.ts';
import { fileNameOf } from '../execution/execution-record.ts';
import type { Machine } from '../language/definition.ts';
import type { MachineType } from '../validation/diagnostic.ts';

/** A state machine as it is kept. */
export interface MachineRecord {
  readonly stateMachineArn: string;
  readonly name: string;
  readonly definition: string;
  /** Hash of the definition's text; running executions keep to theirs. */
  readonly definitionId: string;
  readonly roleArn: string;
  readonly createdMs: number;
  /** @default 'STANDARD' */
  readonly type?: MachineType;
  readonly revisionId: string;
  /** Logging, tracing and encryption settings, as given; they change nothing here. */
  readonly settings: JsonObject;
}

/** State machines and every definition they ever had, in files. */
export class MachineStore {
  readonly #directory: string;
  readonly #byArn = new Map<string, MachineRecord>();
  readonly #definitions = new Map<string, Machine>();

  private constructor(directory: string) {
    this.#directory = directory;
  }

  static async open(directory: string): Promise<MachineStore> {
    const store = new MachineStore(directory);
    for (const folder of ['machines', 'definitions']) await mkdir(join(directory, folder), { recursive: true });
    for (const file of await readdir(join(directory, 'machines'))) {
      if (!file.endsWith('.json')) continue;
      const record = JSON.parse(await readFile(join(directory, 'machines', file), 'utf8')) as MachineRecord;
      store.#byArn.set(record.stateMachineArn, record);
    }
    return store;
  }

  get(stateMachineArn: string): MachineRecord | undefined {
    return this.#byArn.get(stateMachineArn);
  }

  list(): MachineRecord[] {
    return [...this.#byArn.values()].sort((a, b) => a.name.localeCompare(b.name));
  }

  async put(record: Omit<MachineRecord, 'definitionId' | 'revisionId'>): Promise<MachineRecord> {
    const definitionId = createHash('sha256').update(record.definition).digest('hex').slice(0, 32);
    const kept: MachineRecord = { ...record, definitionId, revisionId: randomUUID() };
    await writeWhole(this.#definitionPath(definitionId), record.definition);
    await writeWhole(this.#machinePath(record.name), JSON.stringify(kept));
    this.#byArn.set(kept.stateMachineArn, kept);
    return kept;
  }

  /** Its executions run on: their definitions are kept. */
  async remove({ stateMachineArn, name }: MachineRecord): Promise<void> {
    await rm(this.#machinePath(name), { force: true });
    this.#byArn.delete(stateMachineArn);
  }

  async definition(definitionId: string): Promise<Machine> {
    const known = this.#definitions.get(definitionId);
    if (known) return known;
    const machine = JSON.parse(await this.definitionText(definitionId)) as Machine;
    this.#definitions.set(definitionId, machine);
    return machine;
  }

  definitionText(definitionId: string): Promise<string> {
    return readFile(this.#definitionPath(definitionId), 'utf8');
  }

  #machinePath(name: string): string {
    return join(this.#directory, 'machines', `${fileNameOf(name)}.json`);
  }

  #definitionPath(definitionId: string): string {
    return join(this.#directory, 'definitions', `${definitionId}.json`);
  }
}

/** A reader sees the old file or the new one, never a part. */
async function writeWhole(path: string, text: string): Promise<void> {
  const draft = `${path}.${randomUUID()}.draft`;
  await writeFile(draft, text);
  await rename(draft, path);
}
