import { completeState, nextOf } from './complete-state.ts';
import type { PassState } from './definition.ts';
import type { Outcome, StateRun } from './flow-run.ts';

/** Hands its input on, or whatever `Output` makes of it. */
export const runPass = (run: StateRun<PassState>): Promise<Outcome> =>
  completeState(run, run.state, { next: nextOf(run.state), output: run.input });
