import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Clock, systemClock, VirtualClock } from '../../src/clock.ts';
import { type Json, type JsonObject, ServiceError } from '../../src/http/service.ts';
import { createStatesService, type StatesService } from '../../src/states/states-service.ts';
import { everyState } from '../../src/states/validation/diagnostic.ts';
import { actWorkers } from './act-workers.ts';
import type { Replayed } from './compare-execution.ts';
import { actLambdas, outsideServices, replayTasks } from './outside.ts';
import type { LambdaBehaviour, RecordedExecution } from './recording.ts';

const LONGEST_MS = 10_000;
const STOP_AFTER_MS = 200;

/** Runs a recorded execution through the whole service: machine created, execution started, history read. */
export async function replayExecution(
  recorded: RecordedExecution,
  behaviours: Readonly<Record<string, LambdaBehaviour>>,
): Promise<Replayed> {
  const directory = await mkdtemp(join(tmpdir(), 'conformance-'));
  const isStopped = recorded.needs.includes('stopExecution');
  // Time must not run ahead of the one who stops it.
  const clock = isStopped ? systemClock : new VirtualClock();
  const states = await createStatesService({
    directory,
    clock,
    traces: { put: () => undefined },
    events: async () => undefined,
    invokeFunction: actLambdas(recorded, behaviours),
    service: outsideServices(recorded),
    // What nobody here serves has recorded replies.
    taskReplacement: { wrap: replayTasks(recorded), accepts: () => true },
  });
  try {
    return await run(states, recorded, clock, isStopped);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    return { status: 'REFUSED', error: error.code, cause: error.message, events: [] };
  } finally {
    await states.close();
    await rm(directory, { recursive: true, force: true });
  }
}

async function run(
  states: StatesService,
  recorded: RecordedExecution,
  clock: Clock,
  isStopped: boolean,
): Promise<Replayed> {
  const call = (operation: string, input: JsonObject) => callOperation(states, operation, input);
  const workers = await actWorkers(recorded, call, clock);
  const { stateMachineArn = '' } = await call('CreateStateMachine', {
    name: 'recorded',
    definition: JSON.stringify(asJsonata(recorded)),
    roleArn: 'arn:aws:iam::000000000000:role/sfn-role',
    type: recorded.stateMachineType,
  });
  const input = JSON.stringify(recorded.input);
  // An Express execution has no history to be read.
  if (recorded.stateMachineType === 'EXPRESS') {
    return replayed(await call('StartSyncExecution', { stateMachineArn, input }), []);
  }
  const { executionArn = '' } = await call('StartExecution', { stateMachineArn, input });
  if (isStopped) {
    await pause(STOP_AFTER_MS);
    await call('StopExecution', { executionArn });
  }
  const ended = await Promise.race([
    Promise.all([states.idle(), ...workers]).then(() => true),
    pause(LONGEST_MS, false, { ref: false }),
  ]);
  if (!ended) await call('StopExecution', { executionArn, error: 'Conformance.NoEnd' });
  const described = await call('DescribeExecution', { executionArn });
  const { events = [] } = await call('GetExecutionHistory', { executionArn });
  return replayed(described, events as JsonObject[]);
}

const replayed = (described: JsonObject, events: readonly JsonObject[]): Replayed => ({
  status: String(described.status),
  outputText: textOf(described.output),
  error: textOf(described.error),
  cause: textOf(described.cause),
  events,
});

export async function callOperation(states: StatesService, name: string, input: JsonObject): Promise<JsonObject> {
  const operation = states.operations[name];
  if (!operation) throw new Error(`there is no operation ${name}`);
  return operation(input, {});
}

const textOf = (value: Json | undefined): string | undefined => (typeof value === 'string' ? value : undefined);

/**
 * A neutral definition uses nothing that differs between the query languages but the language itself, and the name of
 * one field: what readers and writers are given. One with an expression in it was recorded as one in JSONPath, where that
 * is a mere text.
 */
export function asJsonata({
  queryLanguage,
  definition,
}: {
  readonly queryLanguage: string | null;
  readonly definition: JsonObject;
}): JsonObject {
  if (queryLanguage !== 'neutral' || JSON.stringify(definition).includes('"{%')) return definition;
  const copy = JSON.parse(JSON.stringify(definition)) as JsonObject;
  for (const { state } of everyState(copy)) {
    for (const part of [state.ItemReader, state.ResultWriter]) {
      if (part === null || typeof part !== 'object' || Array.isArray(part) || part.Parameters === undefined) continue;
      part.Arguments = part.Parameters;
      delete part.Parameters;
    }
  }
  return { QueryLanguage: 'JSONata', ...copy };
}
