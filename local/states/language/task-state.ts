import { account } from '../../account.ts';
import type { Json } from '../../http/service.ts';
import { parseResource } from '../integrations/resource.ts';
import { withTimeout } from './cancellation.ts';
import { completeState, nextOf } from './complete-state.ts';
import type { TaskState } from './definition.ts';
import type { Outcome, StateRun } from './flow-run.ts';
import { payloadText } from './payload.ts';
import { asStatesError, StatesError } from './states-error.ts';
import { type EventParts, taskEvents } from './task-events.ts';
import { fillTemplate, fillTyped } from './template.ts';

/** One attempt of a Task: calls its resource and waits for the answer, at most `TimeoutSeconds`. */
export async function runTask(run: StateRun<TaskState>): Promise<Outcome> {
  const { state, flow, input } = run;
  const { engine, thread, signal } = flow;
  const resource = parseResource(state.Resource);
  if (!resource) throw new StatesError('States.Runtime', `the resource ${state.Resource} is not known`);
  const events = taskEvents(resource, account.region);
  const record = ([type, details]: EventParts) => engine.history.append(thread, type, details);

  const parameters = state.Arguments === undefined ? input : await fillTemplate(run, state.Arguments, 'Arguments');
  const timeout = await seconds(run, 'TimeoutSeconds');
  const heartbeat = await seconds(run, 'HeartbeatSeconds');
  record(events.scheduled(parameters, { timeout, heartbeat }));
  record(events.started());

  const call = { resource, arguments: parameters, span: run.span, context: run.context };
  let result: Json;
  try {
    result = await engine.clock.busy(() =>
      withTimeout(engine.clock, timeout, signal, (signal) => engine.callTask({ ...call, signal })),
    );
    record(events.succeeded(payloadText(result, events.origin)));
  } catch (thrown) {
    if (signal.aborted) throw signal.reason;
    const error = asStatesError(thrown);
    record(events.failed(error));
    throw error;
  }
  return completeState(run, state, { next: nextOf(state), output: result, scope: { result } });
}

type Limit = 'TimeoutSeconds' | 'HeartbeatSeconds';

async function seconds(run: StateRun<TaskState>, field: Limit): Promise<number | undefined> {
  const template = run.state[field];
  return template === undefined ? undefined : Number(await fillTyped(run, template, field, 'number'));
}
