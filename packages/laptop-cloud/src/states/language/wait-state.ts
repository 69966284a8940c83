import { restOfWait } from '../../clock.ts';
import { completeState, nextOf } from './complete-state.ts';
import type { WaitState } from './definition.ts';
import type { Outcome, StateRun } from './flow-run.ts';
import { fillNumber } from './number-range.ts';
import { evaluationError, fillTyped } from './template.ts';
import { isTimestamp } from './timestamp.ts';

/** Waits some seconds or until an instant. A machine's own wait keeps its deadline over a restart. */
export async function runWait(run: StateRun<WaitState>): Promise<Outcome> {
  const { engine, signal, waitDeadline } = run.flow;
  const { clock } = engine;
  const asked = await deadlineMs(run);
  const begun = waitDeadline?.take();
  const nowMs = clock.now();
  const deadline = begun === undefined ? asked : nowMs + restOfWait(begun, nowMs);
  if (deadline > nowMs) {
    waitDeadline?.set({ fromMs: nowMs, untilMs: deadline });
    await clock.sleepUntil(deadline, signal);
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
  return Date.parse(text);
}
