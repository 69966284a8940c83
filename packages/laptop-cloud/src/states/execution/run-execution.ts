import type { Clock } from '../../clock.ts';
import type { Json } from '../../http/service.ts';
import type { TraceSink } from '../../xray/segment.ts';
import { ServiceClosed } from '../language/cancellation.ts';
import type { ContextObject } from '../language/context-object.ts';
import type { Flow, Machine } from '../language/definition.ts';
import type { BegunWait, FlowRun, TaskCall, WaitDeadline, WorkUnderWay } from '../language/flow-run.ts';
import { errorDetails, History, HistoryThread, untruncated } from '../language/history.ts';
import type { MapRuns } from '../language/map-run.ts';
import { partKey } from '../language/memory.ts';
import { runFlow } from '../language/run-flow.ts';
import { asStatesError, StatesError } from '../language/states-error.ts';
import type { TokenDesk } from '../language/task-tokens.ts';
import type { ExecutionEnd, ExecutionStart } from './execution-record.ts';
import { executionSpan } from './execution-span.ts';
import { finishedParts } from './finished-parts.ts';
import type { Journal, JournalWriter } from './journal.ts';
import { type JournaledMemory, journaledMemory } from './journaled-memory.ts';

/** Somebody called StopExecution. */
export class ExecutionStopped extends Error {
  override readonly name = 'ExecutionStopped';

  constructor(readonly details: { readonly error?: string; readonly cause?: string }) {
    super('the execution was stopped');
  }
}

/** The machine's `TimeoutSeconds` are over. */
export class ExecutionTimedOut extends Error {
  override readonly name = 'ExecutionTimedOut';
}

export interface ExecutionPorts {
  readonly clock: Clock;
  readonly traces: TraceSink;
  readonly tokens: TokenDesk;
  readonly mapRuns: MapRuns;
  callTask(call: TaskCall): Promise<Json>;
  hasActivity(arn: string): boolean;
  readonly workUnderWay?: WorkUnderWay | undefined;
  /** Told each time the machine enters a state. */
  onState(start: ExecutionStart, state: string): void;
}

/** Writes the first event; with it on disk the execution exists. */
export function recordStart(start: ExecutionStart, clock: Clock, journal: JournalWriter): void {
  journal.append({ kind: 'start', start });
  const history = new History(clock, (event) => journal.append({ kind: 'event', event }));
  history.append(new HistoryThread(0), 'ExecutionStarted', {
    input: start.input,
    inputDetails: untruncated,
    roleArn: start.roleArn,
  });
}

/** Writes that an execution which is over goes on from the state it ended in. */
export function recordRedrive(before: Journal, flow: Flow, clock: Clock, journal: JournalWriter): void {
  const { events, checkpoint, redrivesMs } = before;
  if (!checkpoint) return;
  journal.append({ kind: 'redrive', atMs: clock.now() });
  const since = events.filter(({ id }) => id > checkpoint.lastEventId);
  for (const [index, output] of finishedParts(checkpoint.state, flow.States[checkpoint.state], since)) {
    journal.append({ kind: 'memory', key: partKey(checkpoint.state, index), value: { output } });
  }
  const lastEventId = events.at(-1)?.id ?? FIRST_EVENT_ID;
  const history = new History(clock, (event) => journal.append({ kind: 'event', event }), lastEventId);
  const thread = new HistoryThread(lastEventId);
  history.append(thread, 'ExecutionRedriven', { redriveCount: redrivesMs.length + 1 });
  const point = { lastEventId: history.lastId, previousEventId: thread.last, isRedriven: true };
  journal.append({ kind: 'state', checkpoint: { ...checkpoint, ...point } });
}

/**
 * Runs an execution from its start or its last checkpoint to its end, and writes both history and end to its journal.
 *
 * @param before What the journal holds already.
 * @throws ServiceClosed when it was left for another process to finish.
 */
export async function runExecution(
  before: Journal,
  machine: Flow & Pick<Machine, 'TimeoutSeconds'>,
  ports: ExecutionPorts,
  journal: JournalWriter,
  controller: AbortController,
): Promise<ExecutionEnd> {
  const { start, checkpoint } = before;
  const { clock } = ports;
  const memory = journaledMemory(before.memory, journal, clock);
  const history = new History(
    clock,
    (event) => journal.append({ kind: 'event', event }),
    checkpoint?.lastEventId ?? FIRST_EVENT_ID,
  );
  const run: FlowRun = {
    engine: {
      clock,
      history,
      random: Math.random,
      memory,
      tokens: ports.tokens,
      mapRuns: ports.mapRuns,
      callTask: ports.callTask,
      hasActivity: ports.hasActivity,
      workUnderWay: ports.workUnderWay,
      runFlow,
    },
    path: '',
    place: start.child?.place ?? [],
    // As recorded: the first state follows nothing, not the start of the execution.
    thread: new HistoryThread(checkpoint?.previousEventId ?? 0),
    signal: controller.signal,
    span: executionSpan(start, clock, ports.traces),
    context: contextOf(start, before.redrivesMs.length),
    variables: checkpoint?.variables ?? {},
    waitDeadline: waitDeadline(before.wait, journal),
  };
  const stopTimer = startTimer(machine, spentMs(before), clock, controller);
  try {
    const output = await runFlow(machine, checkpoint?.input ?? (JSON.parse(start.input) as Json), run, {
      ...(checkpoint ? { startAt: checkpoint.state } : {}),
      onState: checkpoints(before, run, ports, journal, memory),
    });
    return succeed(run, output);
  } catch (thrown) {
    if (thrown instanceof ServiceClosed) throw thrown;
    return fail(run, thrown);
  } finally {
    stopTimer();
  }
}

const FIRST_EVENT_ID = 1;

function checkpoints(
  before: Journal,
  run: FlowRun,
  ports: ExecutionPorts,
  journal: JournalWriter,
  memory: JournaledMemory,
) {
  // The state that is resumed has its checkpoint already, and a deadline may stand after it.
  let isKnown = before.checkpoint !== undefined;
  return (state: string, input: Json): void => {
    ports.onState(before.start, state);
    if (!isKnown) {
      const { last } = run.thread;
      const lastEventId = run.engine.history.lastId;
      const checkpoint = { state, input, variables: run.variables, lastEventId, previousEventId: last };
      journal.append({ kind: 'state', checkpoint });
      memory.clear();
    }
    isKnown = false;
  };
}

function waitDeadline(begun: BegunWait | undefined, journal: JournalWriter): WaitDeadline {
  let left = begun;
  return {
    take() {
      const taken = left;
      left = undefined;
      return taken;
    },
    set: ({ fromMs, untilMs }) => journal.append({ kind: 'deadline', atMs: untilMs, fromMs }),
  };
}

/**
 * For how long an execution has run since its start or redrive, by its last event: neither the time in which no process
 * ran it counts, nor what a clock has jumped meanwhile.
 */
function spentMs({ start, redrivesMs, events }: Journal): number {
  const lastMs = (events.at(-1)?.timestamp ?? 0) * 1000;
  return Math.max(0, lastMs - (redrivesMs.at(-1) ?? start.startMs));
}

function startTimer(
  machine: Pick<Machine, 'TimeoutSeconds'>,
  alreadyMs: number,
  clock: Clock,
  controller: AbortController,
): () => void {
  const { TimeoutSeconds } = machine;
  if (TimeoutSeconds === undefined) return () => undefined;
  const timer = new AbortController();
  clock.sleep(TimeoutSeconds * 1000 - alreadyMs, timer.signal).then(
    () => controller.abort(new ExecutionTimedOut()),
    () => undefined,
  );
  return () => timer.abort();
}

function succeed({ engine, thread, span }: FlowRun, value: Json): ExecutionEnd {
  const output = JSON.stringify(value);
  engine.history.append(thread, 'ExecutionSucceeded', { output, outputDetails: untruncated });
  span.end();
  return { status: 'SUCCEEDED', stopMs: engine.clock.now(), output };
}

/** What ends an execution from outside follows no event of it, as on AWS. */
const outside = new HistoryThread(0);

function fail({ engine, thread, span }: FlowRun, thrown: unknown): ExecutionEnd {
  const stopMs = engine.clock.now();
  if (thrown instanceof ExecutionStopped) {
    engine.history.appendAside(outside, 'ExecutionAborted', { ...thrown.details });
    span.end({ error: thrown.details.error ?? 'Aborted', causeText: thrown.details.cause });
    return { status: 'ABORTED', stopMs, ...thrown.details };
  }
  if (thrown instanceof ExecutionTimedOut) {
    engine.history.appendAside(outside, 'ExecutionTimedOut', { error: 'States.Timeout' });
    span.end(StatesError.timeout());
    return { status: 'TIMED_OUT', stopMs };
  }
  const error = asStatesError(thrown);
  const details = errorDetails(error) as { error?: string; cause?: string };
  engine.history.append(thread, 'ExecutionFailed', details);
  span.end(error);
  return { status: 'FAILED', stopMs, ...details };
}

function contextOf(start: ExecutionStart, RedriveCount: number): ContextObject {
  return {
    Execution: {
      Id: start.executionArn,
      Input: JSON.parse(start.input) as Json,
      Name: start.name,
      RoleArn: start.roleArn,
      StartTime: new Date(start.startMs).toISOString(),
      RedriveCount,
    },
    StateMachine: { Id: start.stateMachineArn, Name: start.machineName },
  };
}
