import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { localArn } from '../../account.ts';
import { appendLines } from '../../append-lines.ts';
import type { Clock } from '../../clock.ts';
import type { Json, JsonObject } from '../../http/service.ts';
import { newSegmentId } from '../../xray/segment.ts';
import { abortable, ServiceClosed } from '../language/cancellation.ts';
import type { ChildEnd, MapRun, MapRunLimits, MapRunRequest, MapRuns } from '../language/map-run.ts';
import type { ExecutionStart, ExecutionStatus, ExecutionSummary } from './execution-record.ts';
import type { Executions } from './executions.ts';
import { parseLines } from './journal.ts';

/** A map run as it is kept. */
export interface MapRunRecord {
  readonly mapRunArn: string;
  readonly executionArn: string;
  /** `{machine}/{label}` as an ARN: what its child executions are executions of. */
  readonly stateMachineArn: string;
  readonly status: ExecutionStatus;
  readonly startMs: number;
  readonly stopMs?: number;
  readonly limits: MapRunLimits;
  readonly itemCount: number;
  readonly childCount: number;
  readonly redriveCount: number;
  readonly redriveMs?: number;
}

export interface MapRunPorts {
  readonly directory: string;
  readonly clock: Clock;
  /** Asked for once executions run. */
  executions(): Executions;
  callS3(operation: string, input: JsonObject, principal: string): Promise<JsonObject>;
}

/** Runs distributed Maps as child executions, and keeps what is told of each run in one file. */
export class MapRunStore implements MapRuns {
  readonly #ports: MapRunPorts;
  readonly #path: string;
  readonly #byArn = new Map<string, MapRunRecord>();

  private constructor(ports: MapRunPorts) {
    this.#ports = ports;
    this.#path = join(ports.directory, 'map-runs.jsonl');
  }

  static async open(ports: MapRunPorts): Promise<MapRunStore> {
    const store = new MapRunStore(ports);
    const text = await readFile(store.#path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '';
      throw error;
    });
    for (const record of parseLines<MapRunRecord>(text)) store.#byArn.set(record.mapRunArn, record);
    return store;
  }

  get(mapRunArn: string): MapRunRecord | undefined {
    return this.#byArn.get(mapRunArn);
  }

  /** The runs of an execution, the newest first. */
  ofExecution(executionArn: string): MapRunRecord[] {
    return [...this.#byArn.values()].filter((record) => record.executionArn === executionArn).reverse();
  }

  async put(record: MapRunRecord): Promise<void> {
    this.#byArn.set(record.mapRunArn, record);
    await this.#ports.clock.busy(() => appendLines(this.#path, `\n${JSON.stringify(record)}\n`));
  }

  async callS3(operation: string, input: Json, principal: string): Promise<Json> {
    return this.#ports.clock.busy(() => this.#ports.callS3(operation, input as JsonObject, principal));
  }

  issue(executionArn: string, label = randomUUID()): string {
    const [machine] = (executionArn.split(':').at(-2) ?? '').split('/');
    return localArn('states', `mapRun:${machine}/${label}:${randomUUID()}`);
  }

  async begin(request: MapRunRequest): Promise<MapRun> {
    const known = this.get(request.mapRunArn);
    await this.put(known ? this.#again(known) : this.#fresh(request));
    return this.#run(request, await this.#ports.clock.busy(() => this.#parent(request.executionArn)));
  }

  #fresh({ mapRunArn, executionArn, limits }: MapRunRequest): MapRunRecord {
    return {
      mapRunArn,
      executionArn,
      stateMachineArn: localArn('states', `stateMachine:${mapRunArn.split(':').at(-2)}`),
      status: 'RUNNING',
      startMs: this.#ports.clock.now(),
      limits: { ...limits },
      itemCount: 0,
      childCount: 0,
      redriveCount: 0,
    };
  }

  /** After a restart the same run goes on; one that was over is redriven. */
  #again(record: MapRunRecord): MapRunRecord {
    if (record.status === 'RUNNING') return record;
    const { stopMs: _, ...rest } = record;
    const redriveMs = this.#ports.clock.now();
    return { ...rest, status: 'RUNNING', redriveCount: record.redriveCount + 1, redriveMs };
  }

  async #parent(executionArn: string): Promise<ExecutionStart> {
    const journal = await this.#ports.executions().read(executionArn);
    if (!journal) throw new Error(`the execution ${executionArn} of a map run is not there`);
    return journal.start;
  }

  #run({ mapRunArn, place }: MapRunRequest, parent: ExecutionStart): MapRun {
    const record = (): MapRunRecord => {
      const found = this.get(mapRunArn);
      if (!found) throw new Error(`the map run ${mapRunArn} is not there`);
      return found;
    };
    const known = new Map(
      this.#ports
        .executions()
        .ofMapRun(mapRunArn)
        .map((child) => [child.child?.index, child]),
    );
    return {
      mapRunArn,
      get limits() {
        return record().limits;
      },
      planned: (itemCount, childCount) => this.put({ ...record(), itemCount, childCount }),
      child: async (index, input, itemCount, signal) => {
        const start = () => this.#childStart(record(), parent, input, { mapRunArn, index, itemCount, place });
        const executionArn = await this.#ports.clock.busy(() => this.#startChild(known.get(index), start));
        return this.#ended(executionArn, signal);
      },
      ended: (status) => this.put({ ...record(), status, stopMs: this.#ports.clock.now() }),
    };
  }

  async #startChild(known: ExecutionSummary | undefined, create: () => ExecutionStart): Promise<string> {
    const executions = this.#ports.executions();
    // A kill may have come before the child's own file was there: then nobody runs it.
    const isLost = known?.status === 'RUNNING' && !(await executions.runningStart(known.executionArn));
    if (known && !isLost) {
      if (!['RUNNING', 'SUCCEEDED'].includes(known.status)) await executions.redrive(known.executionArn);
      return known.executionArn;
    }
    const start = create();
    await executions.start(start);
    return start.executionArn;
  }

  #childStart(
    { stateMachineArn }: MapRunRecord,
    parent: ExecutionStart,
    input: Json,
    child: NonNullable<ExecutionStart['child']>,
  ): ExecutionStart {
    const name = randomUUID();
    return {
      executionArn: localArn('states', `execution:${stateMachineArn.split(':').at(-1)}:${name}`),
      name,
      stateMachineArn,
      machineName: parent.machineName,
      roleArn: parent.roleArn,
      definitionId: parent.definitionId,
      input: JSON.stringify(input),
      startMs: this.#ports.clock.now(),
      trace: { ...parent.trace, parent: parent.trace.segmentId, segmentId: newSegmentId() },
      child,
    };
  }

  async #ended(executionArn: string, signal: AbortSignal): Promise<ChildEnd> {
    const executions = this.#ports.executions();
    try {
      await abortable(executions.ended(executionArn), signal);
    } catch (error) {
      if (signal.aborted && !(signal.reason instanceof ServiceClosed)) await executions.stop(executionArn, {});
      throw error;
    }
    const journal = await this.#ports.clock.busy(() => executions.read(executionArn));
    if (!journal?.outcome) throw new Error(`the child execution ${executionArn} has no end`);
    const { start, outcome } = journal;
    return { executionArn, input: start.input, startMs: start.startMs, ...outcome };
  }
}
