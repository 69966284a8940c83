import { restOfWait } from '../../clock.ts';
import { childSignal } from './cancellation.ts';
import { completeState, nextOf } from './complete-state.ts';
import type { WaitState } from './definition.ts';
import type { Outcome, StateRun } from './flow-run.ts';
import { fillNumber } from './number-range.ts';
import { StatesError } from './states-error.ts';
import { enteredAt, evaluationError, fillTyped } from './template.ts';
import { isTimestamp } from './timestamp.ts';

/** As recorded, a Timestamp may be 24,855 days ahead and not 24,856. */
const LONGEST_MS = (2 ** 31 - 1) * 1000;

/**
 * Waits some seconds or until an instant; where the engine tells of work under way, no longer than that of an id which the
 * execution knows. A machine's own wait keeps its deadline over a restart.
 */
export async function runWait(run: StateRun<WaitState>): Promise<Outcome> {
  const { engine, signal, waitDeadline } = run.flow;
  const { clock } = engine;
  const asked = await deadlineMs(run);
  const begun = waitDeadline?.take();
  const nowMs = clock.now();
  const deadline = begun === undefined ? asked : nowMs + restOfWait(begun, nowMs);
  if (deadline > nowMs) {
    waitDeadline?.set({ fromMs: nowMs, untilMs: deadline });
    await untilEither(signal, (signal) => clock.sleepUntil(deadline, signal), awaited(run));
  }
  return completeState(run, run.state, { next: nextOf(run.state), output: run.input });
}

/** What is under way and known here by its id, among the variables or in the input; undefined when nothing is. */
function awaited({ flow, input }: StateRun): Promise<unknown> | undefined {
  const known = [...Object.values(flow.variables), ...Object.values(input ?? {})];
  const work = known.flatMap((id) => (typeof id === 'string' && flow.engine.workUnderWay?.(id)) || []);
  return work.length > 0 ? Promise.race(work) : undefined;
}

/** Sleeps, but no longer than until the end of some work. */
async function untilEither(
  parent: AbortSignal,
  sleep: (signal: AbortSignal) => Promise<void>,
  work: Promise<unknown> | undefined,
): Promise<void> {
  if (!work) return sleep(parent);
  const stop = childSignal(parent);
  const asleep = sleep(stop.signal);
  try {
    // How the work ended is for the states that follow to find out.
    await Promise.race([asleep, work.catch(() => undefined)]);
  } finally {
    stop.abort(new Error('the work is over'));
    asleep.catch(() => undefined);
    stop.release();
  }
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
  // AWS leaves the fraction of a second out: https://docs.aws.amazon.com/step-functions/latest/dg/state-wait.html
  const deadline = Math.floor(Date.parse(text) / 1000) * 1000;
  if (deadline - run.flow.engine.clock.now() > LONGEST_MS) {
    throw new StatesError('States.Runtime', `${enteredAt(run)}Wait state delay is too long.`);
  }
  return deadline;
}
