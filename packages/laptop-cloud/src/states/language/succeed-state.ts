import { completeState } from './complete-state.ts';
import type { SucceedState } from './definition.ts';
import type { Outcome, StateRun } from './flow-run.ts';

/** Ends its flow with success. */
export const runSucceed = (run: StateRun<SucceedState>): Promise<Outcome> =>
  completeState(run, run.state, { next: undefined, output: run.input });
