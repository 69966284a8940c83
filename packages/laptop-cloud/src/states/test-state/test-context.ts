import { randomUUID } from 'node:crypto';
import { localArn } from '../../account.ts';
import type { Json, JsonObject } from '../../http/service.ts';
import type { ContextObject } from '../language/context-object.ts';
import type { State } from '../language/definition.ts';
import { invalid } from '../operations/parameters.ts';
import { isObject } from '../validation/diagnostic.ts';

/** As recorded, a tested state has this name wherever it was taken from. */
export const TESTED_STATE_NAME = 'StateName';

/** What a context object may hold; `true` is any value. */
type Shape = true | { readonly [field: string]: Shape };

const ALLOWED: Shape = {
  Execution: {
    Id: true,
    Input: true,
    Name: true,
    RoleArn: true,
    StartTime: true,
    RedriveCount: true,
    RedriveTime: true,
  },
  StateMachine: { Id: true, Name: true },
  State: { EnteredTime: true, Name: true, RetryCount: true },
  Task: { Token: true },
  Map: { Item: { Index: true, Value: true, Key: true, Source: true } },
};

/**
 * The context object of a tested state: one of our making, with what the request gives on top.
 *
 * @throws ServiceError `ValidationException` for a field that no context object has.
 */
export function testContext(
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
  return merged(own, givenContext(request)) as unknown as ContextObject;
}

function givenContext({ context }: JsonObject): JsonObject {
  if (typeof context !== 'string') return {};
  let given: Json;
  try {
    given = JSON.parse(context) as Json;
  } catch {
    throw invalid('Invalid Context object provided: expected JSON');
  }
  if (!isObject(given)) throw invalid('Invalid Context object provided: expected a JSON object');
  refuseUnknown(given, ALLOWED);
  return given;
}

function refuseUnknown(value: JsonObject, shape: Shape): void {
  if (shape === true) return;
  for (const [field, part] of Object.entries(value)) {
    const allowed = shape[field];
    if (allowed === undefined) throw invalid(`Invalid Context object provided: Field '${field}' is not allowed`);
    if (isObject(part)) refuseUnknown(part, allowed);
  }
}

function merged(own: JsonObject, given: JsonObject): JsonObject {
  const result = { ...own };
  for (const [field, part] of Object.entries(given)) {
    const before = result[field];
    result[field] = isObject(before) && isObject(part) ? { ...before, ...part } : part;
  }
  return result;
}
