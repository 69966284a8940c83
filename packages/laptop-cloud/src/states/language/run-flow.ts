import type { Json } from '../../http/service.ts';
import type { Flow } from './definition.ts';
import type { FlowRun } from './flow-run.ts';
import { runState } from './run-state.ts';
import { StatesError } from './states-error.ts';

export interface FlowStart {
  /**
   * State to begin with.
   * @default - the flow's `StartAt`
   */
  readonly startAt?: string;
  /** Told before each state; what it is told is enough to go on from there. */
  readonly onState?: (name: string, input: Json) => void;
}

/** Runs states one after another and answers with the last one's output. */
export async function runFlow(flow: Flow, input: Json, run: FlowRun, start: FlowStart = {}): Promise<Json> {
  let name = start.startAt ?? flow.StartAt;
  let data = input;
  for (let step = 0; ; step += 1) {
    run.signal.throwIfAborted();
    const state = flow.States[name];
    if (!state) throw new StatesError('States.Runtime', `there is no state named '${name}'`);
    start.onState?.(name, data);
    const { output, next } = await runState(run, keyOf(run, step, name), name, state, data);
    data = output;
    if (next === undefined) return output;
    name = next;
  }
}

/** The machine itself remembers only since its last checkpoint, which is this state: its step says nothing. */
const keyOf = ({ path }: FlowRun, step: number, name: string): string =>
  path === '' ? name : `${path}/${step} ${name}`;
