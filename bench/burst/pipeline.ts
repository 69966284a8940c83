import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from 'laptop-cloud/clock';
import type { Json } from 'laptop-cloud/http/service';
import { callLambdaInvoke } from 'laptop-cloud/states/integrations/lambda';
import { callSdk } from 'laptop-cloud/states/integrations/sdk-call';
import type { Machine } from 'laptop-cloud/states/language/definition';
import type { TaskCall } from 'laptop-cloud/states/language/flow-run';
import type { Random } from '../../events/samples/random.ts';
import { drawTurnOf } from '../../lambdas/adapters/lanes.ts';
import type { Table } from '../../lambdas/adapters/table.ts';
import { createHandler as createStartWorkflow } from '../../lambdas/start-workflow/handler.ts';
import { projectRoot } from '../../lib/bundle.ts';
import { substitute } from '../../lib/placeholders.ts';
import { functions, ingestQueue, machines } from '../../lib/topology.ts';
import { EventQueue } from './event-queue.ts';
import { simulatedFunctions } from './functions.ts';
import { createMachineRunner, type MachineCounts } from './run-machine.ts';
import type { Job, SimulatedTextract } from './simulated-textract.ts';

export interface PipelineOptions {
  readonly clock: Clock;
  readonly random: Random;
  readonly table: Table;
  readonly textract: SimulatedTextract;
  readonly turnsPerSecond: number;
}

/** A document that came to its end. Instants in epoch milliseconds. */
export interface EndedDocument {
  readonly droppedAt: number;
  readonly endedAt: number;
  readonly job: Job | undefined;
  /** The error it was closed with; absent when it was booked. */
  readonly problem?: string;
}

export interface Pipeline {
  readonly counts: MachineCounts;
  /** Drops one file; resolves when its execution is over. */
  drop(userId: string, file: string): Promise<EndedDocument>;
}

/** What one run of start-workflow takes, its container warm. */
const START_WORKFLOW_MS = 150;
/** From the moment a machine makes a call until the call is there. */
const LEAST_LATENCY_MS = 50;
const LATENCY_SPREAD_MS = 200;

/**
 * The way of a receipt from its event to the machine's end: start-workflow's own code behind a queue, the token clock in a
 * real table, and ingest-receipt as it is deployed, run by the laptop cloud's interpreter.
 */
export async function openPipeline({
  clock,
  random,
  table,
  textract,
  turnsPerSecond,
}: PipelineOptions): Promise<Pipeline> {
  const problems = new Map<string, string>();
  const onProblem = (documentId: string, error: string) => void problems.set(documentId, error);
  const invoke = simulatedFunctions({ clock, random, textract, onProblem });
  const callTask = async (call: TaskCall): Promise<Json> => {
    await clock.sleep(LEAST_LATENCY_MS + LATENCY_SPREAD_MS * random(), call.signal);
    const { resource } = call;
    return resource.kind === 'integration' && resource.isSdk
      ? callSdk(() => textract.service, resource.service, resource.action, call)
      : callLambdaInvoke(invoke, call, clock.now());
  };
  const machine = createMachineRunner('ingest-receipt', await readMachine(), { clock, random, callTask });
  const executions = new Map<string, Promise<unknown>>();
  const startWorkflow = createStartWorkflow({
    now: () => clock.now(),
    mintTraceId: () => '',
    readDocument: async () => undefined,
    readOutcome: async () => undefined,
    createDocument: async () => true,
    reopenDocument: async () => true,
    drawTurn: (userId, nowMs) => clock.busy(() => drawTurnOf(table, userId, nowMs, turnsPerSecond)),
    headObject: async () => undefined,
    carriesInvoice: async () => false,
    holdBeyond: async () => undefined,
    async start({ documentId, executionName }, input) {
      // A failed document ends its execution with an error, after it was closed.
      executions.set(
        documentId,
        machine.run(executionName, input as Json).catch(() => undefined),
      );
    },
    bucket: 'bucket',
    defaultUser: '',
    mostPages: 50,
  });

  interface Dropped {
    readonly event: object;
    readonly droppedAt: number;
    readonly tell: (ended: EndedDocument) => void;
  }
  const queue = new EventQueue<Dropped>(ingestQueue.maximumConcurrency, async ({ event, droppedAt, tell }) => {
    await clock.sleep(START_WORKFLOW_MS);
    const { started } = await startWorkflow(event);
    const documentId = started[0]?.documentId ?? '';
    void executions.get(documentId)?.then(() => {
      executions.delete(documentId);
      const problem = problems.get(documentId);
      const job = textract.jobs.get(`${documentId}-r1`);
      tell({ droppedAt, endedAt: clock.now(), job, ...(problem === undefined ? {} : { problem }) });
    });
  });
  return {
    counts: machine.counts,
    drop: (userId, file) =>
      new Promise((tell) => {
        const droppedAt = clock.now();
        queue.push({ event: queueEvent(`receipts/${userId}/${file}`, droppedAt), droppedAt, tell });
      }),
  };
}

async function readMachine(): Promise<Machine> {
  const text = await readFile(join(projectRoot, machines.IngestReceipt.file), 'utf8');
  const names = [
    ...Object.keys(functions).map((id) => [`${id}FunctionArn`, id]),
    ...Object.keys(machines).map((id) => [`${id}Arn`, id]),
  ];
  return substitute(JSON.parse(text) as Machine, Object.fromEntries(names));
}

/** The event of one upload, as the queue hands it to start-workflow. */
function queueEvent(key: string, uploadedAtMs: number): object {
  const body = {
    id: key,
    time: new Date(uploadedAtMs).toISOString(),
    'detail-type': 'Object Created',
    detail: { bucket: { name: 'bucket' }, object: { key, size: 100_000, 'version-id': 'v1', sequencer: '1' } },
  };
  return { Records: [{ body: JSON.stringify(body) }] };
}
