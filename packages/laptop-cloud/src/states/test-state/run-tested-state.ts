import { randomUUID } from 'node:crypto';
import type { Clock } from '../../clock.ts';
import type { Json, JsonObject } from '../../http/service.ts';
import { withTimeout } from '../language/cancellation.ts';
import { completeState } from '../language/complete-state.ts';
import type { ContextObject } from '../language/context-object.ts';
import type { Recovery, State } from '../language/definition.ts';
import type { Engine, Outcome, Span, StateRun } from '../language/flow-run.ts';
import { errorDetails, History, HistoryThread } from '../language/history.ts';
import { createMemory } from '../language/memory.ts';
import { delaySeconds, matchesError } from '../language/retry.ts';
import { runFlow } from '../language/run-flow.ts';
import { attempt } from '../language/run-state.ts';
import { asStatesError, StatesError } from '../language/states-error.ts';
import type { Mock } from './mock.ts';
import { runMockedState } from './run-mocked-state.ts';
import type { StateConfiguration } from './state-configuration.ts';
import { TESTED_STATE_NAME } from './test-context.ts';

export interface TestedState {
  readonly state: State;
  readonly input: Json;
  readonly variables: JsonObject;
  readonly context: ContextObject;
  /** What the request gives in its place, for expressions to see. */
  readonly givenContext: Partial<ContextObject> | undefined;
  readonly configuration: StateConfiguration;
  readonly mock: Mock | undefined;
  readonly clock: Clock;
  readonly callTask: Engine['callTask'];
}

/** A test that takes longer fails with States.Timeout, as on AWS. */
const LONGEST_SECONDS = 300;

/** In an execution the first state is entered by the second event, and causes say so. */
const ENTERED_EVENT_ID = 2;

/** Runs a state's one attempt and answers as TestState does: what Retry and Catch make of an error is told, not done. */
export async function runTestedState(tested: TestedState): Promise<JsonObject> {
  const inspected: JsonObject = {};
  const run = stateRun(tested, inspected);
  const inspection = (errorOf: JsonObject = {}): JsonObject => {
    const { variables } = run.flow;
    return {
      input: JSON.stringify(tested.input),
      ...Object.fromEntries(Object.entries(inspected).map(([name, value]) => [name, inspectedValue(name, value)])),
      ...(Object.keys(variables).length > 0 ? { variables: JSON.stringify(variables) } : {}),
      ...(Object.keys(errorOf).length > 0 ? { errorDetails: errorOf } : {}),
    };
  };
  try {
    const { state, mock } = tested;
    const isComposed = state.Type === 'Map' || state.Type === 'Parallel';
    const { signal } = run.flow;
    const outcome = await withTimeout(tested.clock, LONGEST_SECONDS, signal, () =>
      isComposed && mock ? runMockedState(run, mock, tested.configuration) : attempt(run),
    );
    return { status: 'SUCCEEDED', ...outcomeOf(outcome), inspectionData: inspection() };
  } catch (thrown) {
    const error = asStatesError(thrown);
    const { status, details, outcome } = await recovery(run, error, tested.configuration.retrierRetryCount);
    return { status, ...errorDetails(error), ...outcome, inspectionData: inspection(details) };
  }
}

/** Numbers stand as they are, everything else as its JSON text. */
const inspectedValue = (name: string, value: Json | undefined): Json =>
  /^(maxConcurrency|tolerated)/.test(name) ? (value ?? null) : JSON.stringify(value ?? null);

const outcomeOf = ({ output, next }: Outcome): JsonObject => ({
  output: JSON.stringify(output),
  ...(next === undefined ? {} : { nextState: next }),
});

interface Recovered {
  readonly status: 'RETRIABLE' | 'CAUGHT_ERROR' | 'FAILED';
  readonly details: JsonObject;
  readonly outcome: JsonObject;
}

async function recovery(run: StateRun, error: StatesError, retryCount: number): Promise<Recovered> {
  const { Retry = [], Catch = [] } = run.state as Recovery;
  const retryIndex = Retry.findIndex(({ ErrorEquals }) => matchesError(ErrorEquals, error));
  const retrier = Retry[retryIndex];
  if (retrier && retryCount < (retrier.MaxAttempts ?? 3)) {
    const retryBackoffIntervalSeconds = delaySeconds(retrier, retryCount, Math.random);
    return { status: 'RETRIABLE', details: { retryIndex, retryBackoffIntervalSeconds }, outcome: {} };
  }
  const details = retrier ? { retryIndex } : {};
  const catchIndex = Catch.findIndex(({ ErrorEquals }) => matchesError(ErrorEquals, error));
  const catcher = Catch[catchIndex];
  if (!catcher) return { status: 'FAILED', details, outcome: {} };
  const errorOutput = error.output;
  const rule = `Catch[${catchIndex}]/` as const;
  const outcome = await completeState(run, catcher, {
    next: catcher.Next,
    output: errorOutput,
    scope: { errorOutput },
    rule,
  });
  return { status: 'CAUGHT_ERROR', details: { ...details, catchIndex }, outcome: outcomeOf(outcome) };
}

const silent: Span = { traceHeader: undefined, child: () => silent, end: () => undefined };

function stateRun(tested: TestedState, inspected: JsonObject): StateRun {
  const { state, input, context, givenContext, clock, mock } = tested;
  const history = new History(clock, () => undefined, ENTERED_EVENT_ID);
  const thread = new HistoryThread(ENTERED_EVENT_ID);
  const engine: Engine = {
    clock,
    history,
    random: Math.random,
    memory: createMemory(),
    tokens: {
      issue: () => givenContext?.Task?.Token ?? randomUUID(),
      open: () => undefined,
      close: () => undefined,
    },
    mapRuns: {
      issue: () => '',
      begin: () => Promise.reject(new Error('a tested Map has no run')),
      callS3: () => Promise.reject(new Error('a tested Map reads nothing')),
    },
    callTask: mock ? () => answer(mock) : (call) => tested.callTask({ ...call, context }),
    hasActivity: () => true,
    inspect: (data) => Object.assign(inspected, data),
    runFlow,
  };
  const flow = {
    engine,
    path: '',
    place: [],
    thread,
    signal: new AbortController().signal,
    span: silent,
    context,
    variables: tested.variables,
  };
  const name = TESTED_STATE_NAME;
  const ids = { enteredEventId: ENTERED_EVENT_ID, previousEventId: 0 };
  const seen = (givenContext ?? context) as ContextObject;
  return { name, key: name, state, input, flow, span: silent, ...ids, context: seen };
}

async function answer(mock: Mock): Promise<Json> {
  if (mock.kind === 'result') return mock.result;
  throw new StatesError(mock.error, mock.cause);
}
