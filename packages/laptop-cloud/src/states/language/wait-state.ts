import { completeState, nextOf } from './complete-state.ts';
import type { WaitState } from './definition.ts';
import type { Outcome, StateRun } from './flow-run.ts';
import { fillNumber } from './number-range.ts';
import { StatesError } from './states-error.ts';
import { enteredAt, evaluationError, fillTyped } from './template.ts';
import { isTimestamp } from './timestamp.ts';

/** As recorded, a Timestamp may be 24,855 days ahead and not 24,856. */
const LONGEST_MS = (2 ** 31 - 1) * 1000;

/** Waits some seconds or until an instant. A machine's own wait keeps its deadline over a restart. */
export async function runWait(run: StateRun<WaitState>): Promise<Outcome> {
  const { engine, signal, waitDeadline } = run.flow;
  const asked = await deadlineMs(run);
  const deadline = waitDeadline?.take() ?? asked;
  const rest = deadline - engine.clock.now();
  if (rest > 0) {
    waitDeadline?.set(deadline);
    await engine.clock.sleep(rest, signal);
  }
  return completeState(run, run.state, { next: nextOf(run.state), output: run.input });
}

async function deadlineMs(run: StateRun<WaitState>): Promise<number> {
  const { Seconds, Timestamp } = run.state;
  if (Seconds !== undefined) return run.flow.engine.clock.now() + (await fillNumber(run, Seconds, 'Seconds')) * 1000;
  const text = String(await fillTyped(run, Timestamp ?? null, 'Timestamp', 'string'));
  if (!isTimestamp(text)) {
    throw evaluationError(
      run,
      `The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format string: ${text}`,
      'Timestamp',
    );
  }
  const deadline = Date.parse(text);
  if (deadline - run.flow.engine.clock.now() > LONGEST_MS) {
    throw new StatesError('States.Runtime', `${enteredAt(run)}Wait state delay is too long.`);
  }
  return deadline;
}
