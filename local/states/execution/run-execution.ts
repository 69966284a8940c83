import type { Clock } from '../../clock.ts';
import type { Json } from '../../http/service.ts';
import type { TraceSink } from '../../xray/segment.ts';
import type { ContextObject } from '../language/context-object.ts';
import type { Machine } from '../language/definition.ts';
import type { FlowRun, TaskCall, WaitDeadline } from '../language/flow-run.ts';
import { errorDetails, History, HistoryThread, untruncated } from '../language/history.ts';
import { runFlow } from '../language/run-flow.ts';
import { asStatesError, StatesError } from '../language/states-error.ts';
import type { ExecutionEnd, ExecutionStart } from './execution-record.ts';
import { executionSpan } from './execution-span.ts';
import type { Journal, JournalWriter } from './journal.ts';

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

/** The local cloud is closing: the execution stays as it is and goes on after the next start. */
export class ServiceClosed extends Error {
  override readonly name = 'ServiceClosed';
}

export interface ExecutionPorts {
  readonly clock: Clock;
  readonly traces: TraceSink;
  callTask(call: TaskCall): Promise<Json>;
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

/**
 * Runs an execution from its start or its last checkpoint to its end, and writes both history and end to its journal.
 *
 * @param before What the journal holds already.
 * @throws ServiceClosed when it was left for another process to finish.
 */
export async function runExecution(
  before: Journal,
  machine: Machine,
  ports: ExecutionPorts,
  journal: JournalWriter,
  controller: AbortController,
): Promise<ExecutionEnd> {
  const { start, checkpoint } = before;
  const { clock } = ports;
  const history = new History(
    clock,
    (event) => journal.append({ kind: 'event', event }),
    checkpoint?.lastEventId ?? FIRST_EVENT_ID,
  );
  const run: FlowRun = {
    engine: { clock, history, random: Math.random, callTask: ports.callTask, runFlow },
    // As recorded: the first state follows nothing, not the start of the execution.
    thread: new HistoryThread(checkpoint?.previousEventId ?? 0),
    signal: controller.signal,
    span: executionSpan(start, clock, ports.traces),
    context: contextOf(start),
    variables: checkpoint?.variables ?? {},
    waitDeadline: waitDeadline(before.deadlineMs, journal),
  };
  const stopTimer = startTimer(machine, start, clock, controller);
  try {
    const output = await runFlow(machine, checkpoint?.input ?? (JSON.parse(start.input) as Json), run, {
      ...(checkpoint ? { startAt: checkpoint.state } : {}),
      onState: checkpoints(before, run, ports, journal),
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

function checkpoints(before: Journal, run: FlowRun, ports: ExecutionPorts, journal: JournalWriter) {
  // The state that is resumed has its checkpoint already, and a deadline may stand after it.
  let isKnown = before.checkpoint !== undefined;
  return (state: string, input: Json): void => {
    ports.onState(before.start, state);
    if (!isKnown) {
      const { last } = run.thread;
      const lastEventId = run.engine.history.lastId;
      const checkpoint = { state, input, variables: run.variables, lastEventId, previousEventId: last };
      journal.append({ kind: 'state', checkpoint });
    }
    isKnown = false;
  };
}

function waitDeadline(deadlineMs: number | undefined, journal: JournalWriter): WaitDeadline {
  let left = deadlineMs;
  return {
    take() {
      const taken = left;
      left = undefined;
      return taken;
    },
    set: (atMs) => journal.append({ kind: 'deadline', atMs }),
  };
}

/** The time that an execution may take counts from its first start, not from a resume. */
function startTimer(machine: Machine, start: ExecutionStart, clock: Clock, controller: AbortController): () => void {
  const { TimeoutSeconds } = machine;
  if (TimeoutSeconds === undefined) return () => undefined;
  const timer = new AbortController();
  const rest = start.startMs + TimeoutSeconds * 1000 - clock.now();
  clock.sleep(Math.max(0, rest), timer.signal).then(
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

function contextOf(start: ExecutionStart): ContextObject {
  return {
    Execution: {
      Id: start.executionArn,
      Input: JSON.parse(start.input) as Json,
      Name: start.name,
      RoleArn: start.roleArn,
      StartTime: new Date(start.startMs).toISOString(),
      RedriveCount: 0,
    },
    StateMachine: { Id: start.stateMachineArn, Name: start.machineName },
  };
}
