import { parseJsonText } from '../../http/json-service.ts';
import { type Json, type JsonObject, ServiceError } from '../../http/service.ts';
import { parseResource } from '../integrations/resource.ts';
import type { State, TaskState } from '../language/definition.ts';
import { invalid } from '../operations/parameters.ts';
import { isObject } from '../validation/diagnostic.ts';

/** What a tested state is told instead of running: its result, or the error it fails with. */
export type Mock =
  | { readonly kind: 'result'; readonly result: Json }
  | { readonly kind: 'error'; readonly error: string | undefined; readonly cause: string | undefined };

/**
 * The mock of a TestState request, when it has one and the state may have it.
 *
 * @param failureCount How many iterations of a Map failed, where the test says so.
 * @throws ServiceError `InvalidDefinition` for a Map or Parallel without one, `ValidationException` for a wrong one.
 */
export function checkedMock(request: JsonObject, state: State, failureCount: number | undefined): Mock | undefined {
  const { mock } = request;
  const isComposed = state.Type === 'Map' || state.Type === 'Parallel';
  if (!isObject(mock)) {
    if (state.Type === 'Task') refuseUnansweredTask(state);
    if (!isComposed) return undefined;
    throw new ServiceError(
      'InvalidDefinition',
      'TestState API does not support Map or Parallel states. Supported state types include: [Task, Wait, Pass, Succeed, Fail, Choice]',
    );
  }
  if (!isComposed && state.Type !== 'Task') {
    throw invalid(`State type '${state.Type}' is not supported when a mock is specified`);
  }
  if (request.revealSecrets) throw invalid('TestState does not support RevealSecrets when a mock is specified.');
  if (mock.result !== undefined && mock.errorOutput !== undefined) {
    throw invalid('A test mock should have only one of the following fields: [result, errorOutput].');
  }
  if (isObject(mock.errorOutput)) {
    const { error, cause } = mock.errorOutput;
    return { kind: 'error', error: text(error), cause: text(cause) };
  }
  if (typeof mock.result !== 'string') {
    throw invalid('A test mock should have one of the following fields: [result, errorOutput].');
  }
  return { kind: 'result', result: checkedResult(mock.result, state, failureCount) };
}

/** Nobody would answer: such a Task waits for somebody outside, who has no execution to look at. */
function refuseUnansweredTask({ Resource }: TaskState): void {
  const resource = parseResource(Resource);
  const isAnswered =
    resource?.kind === 'function' || (resource?.kind === 'integration' && resource.pattern === 'request');
  if (isAnswered) return;
  throw new ServiceError('InvalidDefinition', `TestState API needs a mock for a Task with the resource ${Resource}`);
}

function checkedResult(given: string, state: State, failureCount = 0): Json {
  let result: Json;
  try {
    result = parseJsonText(given);
  } catch {
    throw invalid('Mocked result must be valid JSON');
  }
  if (state.Type === 'Map') {
    if (state.ResultWriter && !isObject(result)) throw invalid('Mocked result must be a JSON object.');
    if (!state.ResultWriter && !Array.isArray(result)) throw invalid('Mocked result must be an array.');
    if (Array.isArray(result) && failureCount > result.length) {
      throw invalid('Map iteration failure count must be less than or equal to the number of Map iterations');
    }
  }
  if (state.Type === 'Parallel') {
    if (!Array.isArray(result)) throw invalid('Mocked result must be an array.');
    if (result.length !== state.Branches.length) {
      throw invalid('Mocked result must contain the same number of items as number of Parallel branches.');
    }
  }
  return result;
}

const text = (value: Json | undefined): string | undefined => (typeof value === 'string' ? value : undefined);
