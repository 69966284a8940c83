import type { Clock } from '../../src/clock.ts';
import type { Json, JsonObject } from '../../src/http/service.ts';
import { everyState, isObject } from '../../src/states/validation/diagnostic.ts';
import type { Call, RecordedExecution } from './recording.ts';

/**
 * Creates the activities of a recorded execution and acts out their workers. The recorded tests had state machines for
 * that, in JSONPath: each polls, then waits, sends heartbeats, and answers.
 */
export async function actWorkers(recorded: RecordedExecution, call: Call, clock: Clock): Promise<Promise<void>[]> {
  const arns = everyState(recorded.definition).flatMap(({ state }) =>
    typeof state.Resource === 'string' && state.Resource.includes(':activity:') ? [state.Resource] : [],
  );
  // Where no task was ever scheduled, the recorded test had deleted its activity before.
  if (!recorded.taskReplies?.length) return [];
  for (const arn of new Set(arns)) await call('CreateActivity', { name: arn.split(':').at(-1) ?? '' });
  const workers = (recorded.callback?.helpers ?? []).flatMap((helper) =>
    isObject(helper) && isObject(helper.activity_consumer) ? [helper.activity_consumer] : [],
  );
  return workers.map((worker) => act(worker, arns[0] ?? '', call, clock));
}

async function act({ States }: JsonObject, activityArn: string, call: Call, clock: Clock): Promise<void> {
  const states = isObject(States) ? States : {};
  const task = await poll(states, activityArn, call);
  for (let name = firstAfterPoll(states); name !== undefined; ) {
    const state: Json | undefined = states[name];
    if (!isObject(state)) return;
    if (state.Type === 'Wait') await clock.sleep(Number(state.Seconds) * 1000);
    // A worker may be too late; the history tells.
    if (state.Type === 'Task') await answer(state, task, call).catch(() => undefined);
    name = typeof state.Next === 'string' ? state.Next : undefined;
  }
}

async function poll(states: JsonObject, activityArn: string, call: Call): Promise<JsonObject> {
  const workerName = /"WorkerName":"([^"]*)"/.exec(JSON.stringify(states))?.[1];
  const worker = workerName === undefined ? {} : { workerName };
  for (;;) {
    const task = await call('GetActivityTask', { activityArn, ...worker });
    if (task.taskToken) return task;
  }
}

/** The state that the check for a token leads to. */
function firstAfterPoll(states: JsonObject): string | undefined {
  const check = Object.values(states).find((state) => isObject(state) && state.Type === 'Choice');
  const [rule] = isObject(check) && Array.isArray(check.Choices) ? check.Choices : [];
  return isObject(rule) && typeof rule.Next === 'string' ? rule.Next : undefined;
}

async function answer({ Resource, Parameters }: JsonObject, task: JsonObject, call: Call): Promise<void> {
  const action = String(Resource).split(':').at(-1) ?? '';
  const { Output, Error: error, Cause: cause } = filled(isObject(Parameters) ? Parameters : {}, task);
  await call(`${action.charAt(0).toUpperCase()}${action.slice(1)}`, {
    taskToken: task.taskToken ?? '',
    ...(Output === undefined ? {} : { output: textOf(Output) }),
    ...(error === undefined ? {} : { error }),
    ...(cause === undefined ? {} : { cause }),
  });
}

/** A worker's parameters: those named `….$` are paths into what it polled. */
function filled(parameters: JsonObject, { input = '', taskToken = '' }: JsonObject): JsonObject {
  const values = Object.entries(parameters).map(([name, value]) => {
    if (!name.endsWith('.$')) return [name, value];
    return [name.slice(0, -2), String(value).endsWith('.Input') ? input : taskToken];
  });
  return Object.fromEntries(values) as JsonObject;
}

const textOf = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value));
