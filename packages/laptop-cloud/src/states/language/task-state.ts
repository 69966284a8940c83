import { account } from '../../account.ts';
import type { Json } from '../../http/service.ts';
import { parseResource, type TaskResource } from '../integrations/resource.ts';
import { ServiceClosed, withHeartbeat, withTimeout } from './cancellation.ts';
import { completeState, nextOf } from './complete-state.ts';
import type { TaskState } from './definition.ts';
import type { Outcome, StateRun } from './flow-run.ts';
import { fillNumber } from './number-range.ts';
import { payloadText } from './payload.ts';
import { asStatesError, StatesError } from './states-error.ts';
import { type EventParts, type TaskEvents, type TaskLimits, taskEvents } from './task-events.ts';
import { TaskTicket } from './task-ticket.ts';
import { enteredAt, fillTemplate, fillTyped } from './template.ts';

/** One attempt of a Task: calls its resource and waits for the answer, at most `TimeoutSeconds`. */
export async function runTask(run: StateRun<TaskState>): Promise<Outcome> {
  const resource = parseResource(run.state.Resource);
  if (!resource) throw new StatesError('States.Runtime', `the resource ${run.state.Resource} is not known`);
  if (!isAnsweredLater(resource)) return callResource(run, resource, undefined);

  const ticket = new TaskTicket(run);
  const Task = { Token: ticket.token };
  const hasToken = resource.kind === 'integration';
  const ticketRun = hasToken ? { ...run, context: { ...run.context, Task } } : run;
  try {
    return await callResource(ticketRun, resource, ticket);
  } finally {
    // After a restart the task goes on with the same token.
    await ticket.close(!(run.flow.signal.reason instanceof ServiceClosed));
  }
}

const isAnsweredLater = (resource: TaskResource): boolean => resource.kind === 'activity' || hasRequest(resource);

async function callResource(
  run: StateRun<TaskState>,
  resource: TaskResource,
  ticket: TaskTicket | undefined,
): Promise<Outcome> {
  const { state, flow, input } = run;
  const { engine, thread, signal } = flow;
  const events = taskEvents(resource, account.region);
  const record = ([type, details]: EventParts) => engine.history.append(thread, type, details);

  const parameters = state.Arguments === undefined ? input : await fillTemplate(run, state.Arguments, 'Arguments');
  if (state.Arguments !== undefined) engine.inspect?.({ afterArguments: parameters });
  const roleArn = await credentials(run);
  const limits = {
    timeout: await seconds(run, 'TimeoutSeconds'),
    heartbeat: await seconds(run, 'HeartbeatSeconds'),
  };
  if (resource.kind === 'activity' && !engine.hasActivity(resource.arn)) {
    throw new StatesError('States.Runtime', `${enteredAt(run)}The activity ${resource.arn} does not exist.`);
  }
  record(events.scheduled(parameters, limits, roleArn));
  if (resource.kind !== 'activity') record(events.started());

  let result: Json;
  // Only what is answered later has a request of its own that may fail.
  const attempt: Attempt = { resource, parameters, limits, events, ticket, record, isSubmitted: !hasRequest(resource) };
  try {
    result = await answer(run, attempt);
    record(events.succeeded(payloadText(result, events.origin)));
    engine.inspect?.({ result });
  } catch (thrown) {
    if (signal.aborted) throw signal.reason;
    const error = asStatesError(thrown);
    record(events.failed(error, attempt.isSubmitted || isTimeout(error)));
    throw error;
  }
  return completeState(run, state, { next: nextOf(state), output: result, scope: { result } });
}

interface Attempt {
  readonly resource: TaskResource;
  readonly parameters: Json;
  readonly limits: TaskLimits;
  readonly events: TaskEvents;
  readonly ticket: TaskTicket | undefined;
  record(parts: EventParts): void;
  isSubmitted: boolean;
}

const hasRequest = (resource: TaskResource): boolean =>
  resource.kind === 'integration' && resource.pattern !== 'request';

const isTimeout = ({ error }: StatesError): boolean => error === 'States.Timeout';

function answer(run: StateRun<TaskState>, attempt: Attempt): Promise<Json> {
  const { resource, parameters, limits, events, ticket, record } = attempt;
  const { engine, signal } = run.flow;
  const call = {
    resource,
    arguments: parameters,
    span: run.span,
    context: run.context,
    ...(ticket ? { ticket } : {}),
    started: (workerName: string | undefined) => record(events.started(workerName)),
    submitted: (output: Json) => {
      attempt.isSubmitted = true;
      record(events.submitted(payloadText(output, events.origin)));
    },
  };
  const listen = (beat: () => void) => {
    if (ticket) ticket.onHeartbeat = beat;
  };
  const spentSeconds = ticket ? Math.max(0, engine.clock.now() - ticket.startedMs) / 1000 : 0;
  const left = limits.timeout === undefined ? undefined : Math.max(0, limits.timeout - spentSeconds);
  // Only a task that is answered later can miss a heartbeat.
  const heartbeat = ticket ? limits.heartbeat : undefined;
  return withTimeout(engine.clock, left, signal, (timed) =>
    withHeartbeat(engine.clock, heartbeat, timed, listen, (signal) => engine.callTask({ ...call, signal })),
  );
}

type Limit = 'TimeoutSeconds' | 'HeartbeatSeconds';

async function seconds(run: StateRun<TaskState>, field: Limit): Promise<number | undefined> {
  const template = run.state[field];
  return template === undefined ? undefined : fillNumber(run, template, field);
}

/** The role that the call would be made with; here everybody is the same account, so it is only told. */
async function credentials(run: StateRun<TaskState>): Promise<string | undefined> {
  const { Credentials } = run.state;
  if (!Credentials) return undefined;
  return String(await fillTyped(run, Credentials.RoleArn, 'Credentials/RoleArn', 'string'));
}
