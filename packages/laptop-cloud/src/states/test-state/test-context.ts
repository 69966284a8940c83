import { randomUUID } from 'node:crypto';
import { localArn } from '../../account.ts';
import { parseJsonText } from '../../http/json-service.ts';
import type { Json, JsonObject } from '../../http/service.ts';
import { parseResource } from '../integrations/resource.ts';
import type { ContextObject } from '../language/context-object.ts';
import type { State } from '../language/definition.ts';
import { invalid } from '../operations/parameters.ts';
import { isObject } from '../validation/diagnostic.ts';

/** As recorded, a tested state has this name wherever it was taken from. */
export const TESTED_STATE_NAME = 'StateName';

/** What a field of a context object may hold; without a type, any value. */
type Shape = { readonly [field: string]: Shape } | 'string' | 'integer' | 'value';

const CONTEXT: Shape = {
  Execution: {
    Id: 'string',
    Input: 'value',
    Name: 'string',
    RoleArn: 'string',
    StartTime: 'string',
    RedriveCount: 'integer',
    RedriveTime: 'string',
  },
  StateMachine: { Id: 'string', Name: 'string' },
  State: { EnteredTime: 'string', Name: 'string', RetryCount: 'integer' },
  Task: { Token: 'string' },
};

/** The context object that a tested state has when the request gives none. */
export function ownContext(
  request: JsonObject,
  state: State,
  input: Json,
  retryCount: number,
  nowMs: number,
): ContextObject {
  const [machine, name] = [randomUUID(), randomUUID()];
  const now = new Date(nowMs).toISOString();
  const canRetry = ['Task', 'Map', 'Parallel'].includes(state.Type);
  const own: JsonObject = {
    Execution: {
      Id: localArn('states', `express:${machine}:${name}`),
      Input: input,
      Name: name,
      RoleArn: typeof request.roleArn === 'string' ? request.roleArn : null,
      StartTime: now,
    },
    StateMachine: { Id: localArn('states', `stateMachine:${machine}`), Name: machine },
    State: { Name: TESTED_STATE_NAME, EnteredTime: now, ...(canRetry ? { RetryCount: retryCount } : {}) },
  };
  return own as unknown as ContextObject;
}

/**
 * The context object that a request gives. As recorded, the state sees it and nothing else, so a part may be missing.
 *
 * @throws ServiceError `ValidationException` for a field that no context object has, has otherwise, or not of this state.
 */
export function givenContext({ context }: JsonObject, state: State): Partial<ContextObject> | undefined {
  if (typeof context !== 'string') return undefined;
  let given: Json;
  try {
    given = parseJsonText(context);
  } catch {
    throw unfit('expected JSON');
  }
  if (!isObject(given)) throw unfit('expected a JSON object');
  if (given.Map !== undefined) throw unfit("'Map' field is not supported when mocking a Context object");
  refuseUnfit(given, CONTEXT, '');
  if (given.Task !== undefined && !hasToken(state)) {
    throw unfit(
      "Context object contains 'Task' when state is not a Task state with a '.sync' or '.waitForTaskToken' service integration pattern",
    );
  }
  return given as Partial<ContextObject>;
}

function refuseUnfit(value: Json, shape: Shape, path: string): void {
  if (shape === 'value') return;
  if (typeof shape === 'string') {
    const fits = shape === 'string' ? typeof value === 'string' : Number.isInteger(value);
    if (!fits) throw unfit(`${path} must be ${shape === 'string' ? 'a string' : 'an integer'}`);
    return;
  }
  if (!isObject(value)) throw unfit(`${path} must be an object`);
  for (const [field, part] of Object.entries(value)) {
    const inner = Object.hasOwn(shape, field) ? shape[field] : undefined;
    if (inner === undefined) throw unfit(`Field '${field}' is not allowed`);
    refuseUnfit(part, inner, path === '' ? field : `${path}.${field}`);
  }
}

function hasToken(state: State): boolean {
  const resource = state.Type === 'Task' ? parseResource(state.Resource) : undefined;
  return resource?.kind === 'integration' && resource.pattern !== 'request';
}

const unfit = (problem: string) => invalid(`Invalid Context object provided: ${problem}`);
