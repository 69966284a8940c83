import type { Json } from '../../http/service.ts';
import { completeState, nextOf } from './complete-state.ts';
import type { Flow, ParallelState } from './definition.ts';
import { untilFirstFailure } from './first-failure.ts';
import type { FlowRun, Outcome, StateRun } from './flow-run.ts';
import { partKey } from './memory.ts';
import { fillTemplate } from './template.ts';

/** Runs its branches at once, each with the same input; their outputs are a list in the branches' order. */
export async function runParallel(run: StateRun<ParallelState>): Promise<Outcome> {
  const { state, flow, input } = run;
  const { engine, thread } = flow;
  const branchInput = state.Arguments === undefined ? input : await fillTemplate(run, state.Arguments, 'Arguments');
  engine.history.append(thread, 'ParallelStateStarted', undefined);

  const startedAt = thread.fork();
  const outputs: Json[] = state.Branches.map(() => null);
  await untilFirstFailure(
    flow.signal,
    state.Branches.map((branch, index) => async (signal) => {
      const done = engine.memory.recall(partKey(run.key, index))?.output;
      if (done !== undefined) {
        outputs[index] = done;
        return;
      }
      const branchRun: FlowRun = branchOf(run, index, startedAt.last, signal);
      outputs[index] = await runBranch(run, branch, branchInput, branchRun);
      thread.last = branchRun.thread.last;
    }),
  );
  engine.history.appendAside(thread, 'ParallelStateSucceeded', undefined);
  return completeState(run, state, { next: nextOf(state), output: outputs, scope: { result: outputs } });
}

async function runBranch(run: StateRun, branch: Flow, input: Json, branchRun: FlowRun): Promise<Json> {
  const { engine, thread } = run.flow;
  try {
    return await engine.runFlow(branch, input, branchRun);
  } catch (error) {
    if (branchRun.signal.aborted) throw error;
    // The failure of a Task ends its branch: AWS notes the state as aborted, beside the line of events.
    if (branchRun.currentType === 'Task') engine.history.appendAside(branchRun.thread, 'TaskStateAborted', undefined);
    thread.last = branchRun.thread.last;
    throw error;
  }
}

function branchOf(run: StateRun, index: number, startedAt: number, signal: AbortSignal): FlowRun {
  const { engine, variables, thread, place } = run.flow;
  const branchThread = thread.fork();
  branchThread.last = startedAt;
  return {
    engine,
    variables,
    path: `${run.key}/${index}`,
    place: [...place, 'States', run.name, 'Branches', String(index)],
    thread: branchThread,
    signal,
    span: run.span,
    context: run.context,
  };
}
