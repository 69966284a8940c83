import type { Clock } from '../../clock.ts';
import { parseJsonText } from '../../http/json-service.ts';
import { type Json, type JsonObject, type Operation, ServiceError } from '../../http/service.ts';
import type { State } from '../language/definition.ts';
import type { Engine } from '../language/flow-run.ts';
import { invalid, optionalChoice, optionalText, requiredText } from '../operations/parameters.ts';
import { isObject } from '../validation/diagnostic.ts';
import { assertValidState } from '../validation/validate-definition.ts';
import { checkedMock } from './mock.ts';
import { runTestedState } from './run-tested-state.ts';
import { checkedConfiguration } from './state-configuration.ts';
import { givenContext, ownContext, TESTED_STATE_NAME } from './test-context.ts';

export interface TestStatePorts {
  readonly clock: Clock;
  readonly callTask: Engine['callTask'];
}

/**
 * Runs one state by itself, its result mocked or real, and tells what became of it.
 * https://docs.aws.amazon.com/step-functions/latest/apireference/API_TestState.html
 */
export const testState =
  ({ clock, callTask }: TestStatePorts): Operation =>
  async (request) => {
    const level = optionalChoice(request, 'inspectionLevel', ['INFO', 'DEBUG', 'TRACE']) ?? 'INFO';
    const { state, queryLanguage, name } = testedState(request);
    assertValidState(state, queryLanguage, name);
    const configuration = checkedConfiguration(request);
    const mock = checkedMock(request, state, configuration.mapIterationFailureCount);
    const input = parsed(optionalText(request, 'input') ?? '{}', 'InvalidExecutionInput');
    const variables = parsed(optionalText(request, 'variables') ?? '{}', 'ValidationException');
    if (!isObject(variables)) throw invalid('expected variables as a JSON object');
    const context = ownContext(request, state, input, configuration.retrierRetryCount, clock.now());
    const tested = await runTestedState({
      state,
      input,
      variables,
      context,
      givenContext: givenContext(request, state),
      configuration,
      mock,
      clock,
      callTask,
    });
    if (level !== 'INFO') return tested;
    const { inspectionData: _, ...answer } = tested;
    return answer;
  };

interface Tested {
  readonly state: State;
  readonly queryLanguage: Json | undefined;
  /** The name that the request gives it, or the one that a state by itself has. */
  readonly name: string;
}

/** The state that the definition is, or the one in it that `stateName` names. */
function testedState(request: JsonObject): Tested {
  const definition = parsed(requiredText(request, 'definition'), 'InvalidDefinition');
  if (!isObject(definition)) throw new ServiceError('InvalidDefinition', 'Definition must be a valid JSON object');
  const name = optionalText(request, 'stateName');
  const found = name === undefined ? definition : stateNamed(definition, name);
  if (!found) throw invalid('State not found in definition');
  const queryLanguage = found.QueryLanguage ?? definition.QueryLanguage;
  return { state: found as unknown as State, queryLanguage, name: name ?? TESTED_STATE_NAME };
}

function stateNamed(flow: Json | undefined, name: string): JsonObject | undefined {
  if (!isObject(flow) || !isObject(flow.States)) return undefined;
  const own = flow.States[name];
  if (isObject(own)) return own;
  for (const state of Object.values(flow.States).filter(isObject)) {
    const inner = Array.isArray(state.Branches) ? state.Branches : [];
    for (const part of [...inner, state.ItemProcessor]) {
      const found = stateNamed(part, name);
      if (found) return found;
    }
  }
  return undefined;
}

function parsed(text: string, code: string): Json {
  try {
    return parseJsonText(text);
  } catch (error) {
    throw new ServiceError(code, `expected JSON, got ${text.slice(0, 100)}: ${(error as Error).message}`);
  }
}
