import type { Json } from '../../http/service.ts';
import { BranchCancelled } from './cancellation.ts';
import { runChoice } from './choice-state.ts';
import { completeState } from './complete-state.ts';
import type { Recovery, State } from './definition.ts';
import { runFail } from './fail-state.ts';
import type { FlowRun, Outcome, Span, StateRun } from './flow-run.ts';
import { untruncated } from './history.ts';
import { runMap } from './map-state.ts';
import { runParallel } from './parallel-state.ts';
import { runPass } from './pass-state.ts';
import { matchesError, RetryCounter } from './retry.ts';
import { asStatesError, type StatesError } from './states-error.ts';
import { runSucceed } from './succeed-state.ts';
import { runTask } from './task-state.ts';
import { runWait } from './wait-state.ts';

/**
 * Runs one state to its end: attempts, waits between them, and the Catch rule that takes the last error.
 *
 * @throws StatesError when nothing caught it; the signal's reason when the work was stopped from outside.
 */
export async function runState(flow: FlowRun, key: string, name: string, state: State, input: Json): Promise<Outcome> {
  const span = flow.span.child(name);
  flow.currentType = state.Type;
  const run = enter(flow, key, name, state, input, span);
  try {
    const outcome = await attemptUntilSettled(run);
    span.end();
    return outcome;
  } catch (thrown) {
    if (flow.signal.aborted) {
      noteAborted(run, flow.signal.reason);
      span.end({ error: 'Aborted' });
      throw flow.signal.reason;
    }
    const error = asStatesError(thrown);
    span.end(error);
    throw error;
  }
}

function enter(flow: FlowRun, key: string, name: string, state: State, input: Json, span: Span): StateRun {
  const { clock, history } = flow.engine;
  const previousEventId = flow.thread.last;
  const enteredEventId = history.append(flow.thread, `${state.Type}StateEntered`, {
    name,
    input: JSON.stringify(input),
    inputDetails: untruncated,
  });
  const State = {
    EnteredTime: new Date(clock.now()).toISOString(),
    Name: name,
    ...('Retry' in state ? { RetryCount: 0 } : {}),
  };
  return { name, key, state, input, flow, span, enteredEventId, previousEventId, context: { ...flow.context, State } };
}

async function attemptUntilSettled(run: StateRun): Promise<Outcome> {
  const { state, flow } = run;
  const { Retry, Catch }: Recovery = 'Retry' in state || 'Catch' in state ? state : {};
  const retries = new RetryCounter(Retry, flow.engine.random);
  for (;;) {
    try {
      return await attempt(run);
    } catch (thrown) {
      if (flow.signal.aborted) throw flow.signal.reason;
      const error = asStatesError(thrown);
      const delayMs = retries.nextDelayMs(error);
      if (delayMs === undefined) return await recover(run, error, Catch);
      await flow.engine.clock.sleep(delayMs, flow.signal);
      // The next attempt begins anew: another token, another map run.
      await flow.engine.memory.remember(run.key, undefined);
      countRetry(run);
    }
  }
}

/** Runs one attempt of a state, whatever its Retry and Catch say. */
export function attempt(run: StateRun): Promise<Outcome> {
  const { state } = run;
  switch (state.Type) {
    case 'Pass':
      return runPass({ ...run, state });
    case 'Task':
      return runTask({ ...run, state });
    case 'Choice':
      return runChoice({ ...run, state });
    case 'Wait':
      return runWait({ ...run, state });
    case 'Parallel':
      return runParallel({ ...run, state });
    case 'Map':
      return runMap({ ...run, state });
    case 'Succeed':
      return runSucceed({ ...run, state });
    case 'Fail':
      return runFail({ ...run, state });
  }
}

function countRetry(run: StateRun): void {
  const { State } = run.context;
  if (State) run.context = { ...run.context, State: { ...State, RetryCount: (State.RetryCount ?? 0) + 1 } };
}

async function recover(run: StateRun, error: StatesError, catchers: Recovery['Catch'] = []): Promise<Outcome> {
  const { state, flow } = run;
  // A defect of the machine ends the execution without a word of the states around it, as on AWS.
  if ((state.Type === 'Parallel' || state.Type === 'Map') && error.error !== 'States.Runtime') {
    flow.engine.history.append(flow.thread, `${state.Type}StateFailed`, undefined);
  }
  const index = catchers.findIndex(({ ErrorEquals }) => matchesError(ErrorEquals, error));
  const catcher = catchers[index];
  if (!catcher) throw error;
  const errorOutput = error.output;
  const rule = `Catch[${index}]/` as const;
  return completeState(run, catcher, { next: catcher.Next, output: errorOutput, scope: { errorOutput }, rule });
}

const ABORTABLE: readonly State['Type'][] = ['Task', 'Wait', 'Parallel', 'Map'];

/** AWS notes the states that a failing branch tore down, but not the one that a stopped execution stood in. */
function noteAborted({ state, flow }: StateRun, reason: unknown): void {
  if (!(reason instanceof BranchCancelled) || !ABORTABLE.includes(state.Type)) return;
  flow.engine.history.appendAside(flow.thread, `${state.Type}StateAborted`, undefined);
}
