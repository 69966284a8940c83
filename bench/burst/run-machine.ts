import type { Clock } from 'laptop-cloud/clock';
import type { Json } from 'laptop-cloud/http/service';
import { sharedController } from 'laptop-cloud/states/language/cancellation';
import type { Machine } from 'laptop-cloud/states/language/definition';
import type { Engine, FlowRun, Span } from 'laptop-cloud/states/language/flow-run';
import { History, HistoryThread } from 'laptop-cloud/states/language/history';
import { createMemory } from 'laptop-cloud/states/language/memory';
import { runFlow } from 'laptop-cloud/states/language/run-flow';
import type { Random } from '../../events/samples/random.ts';

/** What all executions of a machine did together. */
export interface MachineCounts {
  statesEntered: number;
  /** Of one state; each is charged as a transition. */
  retries: number;
}

export interface MachineOptions {
  readonly clock: Clock;
  readonly random: Random;
  readonly callTask: Engine['callTask'];
}

/** A signal for each takes kilobytes; one for all is slow, as whoever begins to listen is compared with all others. */
const EXECUTIONS_A_SIGNAL = 200;

const silent: Span = { traceHeader: undefined, child: () => silent, end: () => undefined };
const none = (what: string) => () => {
  throw new Error(`expected the machine to need no ${what}`);
};

/**
 * Runs executions of a machine by the laptop cloud's interpreter, without journal and traces: a waiting execution holds a
 * few kilobytes and no file.
 */
export function createMachineRunner(name: string, machine: Machine, { clock, random, callTask }: MachineOptions) {
  const counts: MachineCounts = { statesEntered: 0, retries: 0 };
  const count = (type: string) => {
    if (type.endsWith('StateEntered')) counts.statesEntered += 1;
    // Every attempt of a Task is scheduled once; all but the first are retries.
    if (type === 'TaskScheduled') counts.retries += 1;
    if (type === 'TaskStateEntered') counts.retries -= 1;
  };
  const shared = {
    clock,
    random,
    callTask,
    runFlow,
    tokens: { issue: none('task token'), open: none('task token'), close: none('task token') },
    mapRuns: { issue: none('map run'), begin: none('map run'), callS3: none('map run') },
    hasActivity: () => false,
  };
  let { signal } = sharedController();
  let started = 0;
  const run = async (execution: string, input: Json): Promise<void> => {
    const context: FlowRun['context'] = {
      Execution: {
        Id: `arn:aws:states:us-east-1:000000000000:execution:${name}:${execution}`,
        Input: input,
        Name: execution,
        RoleArn: 'arn:aws:iam::000000000000:role/bench',
        StartTime: new Date(clock.now()).toISOString(),
        RedriveCount: 0,
      },
      StateMachine: { Id: `arn:aws:states:us-east-1:000000000000:stateMachine:${name}`, Name: name },
    };
    if (started % EXECUTIONS_A_SIGNAL === 0) signal = sharedController().signal;
    started += 1;
    const history = new History(clock, ({ type }) => count(type));
    const engine: Engine = { ...shared, history, memory: createMemory() };
    const thread = new HistoryThread(0);
    await runFlow(machine, input, {
      engine,
      thread,
      signal,
      context,
      span: silent,
      path: '',
      place: [],
      variables: {},
    });
  };
  return { counts, run };
}
