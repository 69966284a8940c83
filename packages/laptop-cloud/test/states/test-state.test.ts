import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../src/http/service.ts';
import { openStates } from './harness.ts';

const test = async (definition: JsonObject, args: JsonObject = {}) => {
  const { call } = await openStates({ functions: { double: async (payload) => Number(payload) * 2 } });
  return call('TestState', {
    definition: JSON.stringify({ QueryLanguage: 'JSONata', ...definition }),
    inspectionLevel: 'DEBUG',
    ...args,
  });
};

const invoke: JsonObject = {
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Arguments: { FunctionName: 'double', Payload: '{% $states.input %}' },
  Retry: [{ ErrorEquals: ['Busy'], IntervalSeconds: 2, BackoffRate: 3, MaxAttempts: 2 }],
  Catch: [{ ErrorEquals: ['States.ALL'], Output: '{% $states.errorOutput.Error %}', Next: 'Give Up' }],
  Assign: { last: '{% $states.result.Payload %}' },
  Output: '{% $states.result.Payload %}',
  Next: 'Go On',
};

describe('TestState', () => {
  it('runs a state for real and tells what its fields became', async () => {
    const answer = await test(invoke, { input: '4', variables: '{"kept":1}' });

    expect(answer).toMatchObject({ status: 'SUCCEEDED', output: '8', nextState: 'Go On' });
    expect(answer.inspectionData).toMatchObject({
      input: '4',
      afterArguments: '{"FunctionName":"double","Payload":4}',
      result: expect.stringContaining('"Payload":8'),
      variables: '{"kept":1,"last":8}',
    });
  });

  it('fails for a level of inspection that there is not', async () => {
    const answer = test(invoke, { inspectionLevel: 'ALL' });

    await expect(answer).rejects.toThrow(
      "Value 'ALL' at 'inspectionLevel' failed to satisfy constraint: Member must satisfy enum value set: [INFO, DEBUG, TRACE]",
    );
  });

  it('takes a mocked result in place of the call, and says no more than asked', async () => {
    const mock = { result: '{"Payload":5}' };

    const answer = await test(invoke, { mock, inspectionLevel: 'INFO' });

    expect(answer).toEqual({ status: 'SUCCEEDED', output: '5', nextState: 'Go On' });
  });

  it.each<[number, JsonObject]>([
    [0, { status: 'RETRIABLE', inspectionData: { errorDetails: { retryIndex: 0, retryBackoffIntervalSeconds: 2 } } }],
    [1, { status: 'RETRIABLE', inspectionData: { errorDetails: { retryIndex: 0, retryBackoffIntervalSeconds: 6 } } }],
    [2, { status: 'CAUGHT_ERROR', output: '"Busy"', nextState: 'Give Up' }],
  ])('says what Retry and Catch make of a mocked error after %i retries', async (retrierRetryCount, expected) => {
    const mock = { errorOutput: { error: 'Busy', cause: 'too many' } };

    const answer = await test(invoke, { mock, stateConfiguration: { retrierRetryCount } });

    expect(answer).toMatchObject({ error: 'Busy', cause: 'too many', ...expected });
  });

  it('finds a state by name within a machine, whatever the others are', async () => {
    const States = { Old: { Type: 'Pass', QueryLanguage: 'JSONPath', Result: 1, Next: 'New' } };
    const New = { Type: 'Pass', QueryLanguage: 'JSONata', Output: '{% $states.context.State.Name %}', End: true };
    const definition = { QueryLanguage: 'JSONPath', StartAt: 'Old', States: { ...States, New } };

    expect(await test(definition, { stateName: 'New' })).toMatchObject({ output: '"StateName"' });
    await expect(test(definition, { stateName: 'Newer' })).rejects.toMatchObject({ code: 'ValidationException' });
  });

  it('fails for a state that an expression breaks', async () => {
    const answer = await test({ Type: 'Pass', Output: '{% $states.input.a.b %}', End: true }, { input: '{}' });

    expect(answer).toMatchObject({ status: 'FAILED', error: 'States.QueryEvaluationError' });
  });

  it.each<[string, JsonObject, JsonObject, string]>([
    ['a mocked Pass', { Type: 'Pass', End: true }, { mock: { result: '1' } }, 'ValidationException'],
    ['a Parallel without a mock', { Type: 'Parallel', Branches: [], End: true }, {}, 'InvalidDefinition'],
    ['both a result and an error', invoke, { mock: { result: '1', errorOutput: {} } }, 'ValidationException'],
    ['a context that is none', invoke, { context: '{"Machine":{}}', mock: { result: '1' } }, 'ValidationException'],
    [
      'a task that somebody outside would answer',
      { ...invoke, Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken' },
      {},
      'InvalidDefinition',
    ],
    ['a state in JSONPath', { ...invoke, QueryLanguage: 'JSONPath' }, {}, 'InvalidDefinition'],
  ])('refuses %s', async (_what, definition, args, code) => {
    await expect(test(definition, args)).rejects.toMatchObject({ code });
  });
});

const branch: JsonObject = { StartAt: 'Go', States: { Go: { Type: 'Pass', End: true } } };
const parallel: JsonObject = { Type: 'Parallel', Branches: [branch, branch], End: true };
const map = (
  more: JsonObject = {},
  config: JsonObject = { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
): JsonObject => ({
  Type: 'Map',
  Items: '{% $states.input %}',
  ItemProcessor: { ProcessorConfig: config, ...branch },
  End: true,
  ...more,
});
const wait: JsonObject = { ...invoke, Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken' };
const result = (value: Json): JsonObject => ({ mock: { result: JSON.stringify(value) } });

describe('the context object of TestState', () => {
  const seen = (context: JsonObject, definition: JsonObject = { ...invoke, Output: '{% $states.context %}' }) =>
    test(definition, { ...result({ Payload: 1 }), context: JSON.stringify(context) });

  it.each<[string, JsonObject]>([
    ['nothing', {}],
    ['empty parts', { Execution: {}, State: {}, StateMachine: {} }],
    ['some of its fields', { Execution: { Id: 'arn', Input: [null], RedriveCount: 1 }, State: { RetryCount: 2 } }],
    [
      'all of them',
      {
        Execution: { Id: 'arn', Input: { a: 1 }, Name: 'n', RoleArn: 'r', StartTime: 's', RedriveTime: 't' },
        State: { EnteredTime: 'e', Name: 'Mine', RetryCount: 0 },
        StateMachine: { Id: 'arn', Name: 'm' },
      },
    ],
  ])('is what the request gives, with %s in it', async (_what, context) => {
    const { status, output } = await seen(context);

    expect([status, JSON.parse(String(output))]).toEqual(['SUCCEEDED', context]);
  });

  it('is one of its own where the request gives none', async () => {
    const { output } = await test({ ...invoke, Output: '{% $states.context %}' }, result({ Payload: 1 }));

    expect(JSON.parse(String(output))).toMatchObject({ Execution: { Input: {} }, State: { Name: 'StateName' } });
  });

  it('does not keep a function from being called', async () => {
    expect(await test(invoke, { input: '4', context: '{}' })).toMatchObject({ status: 'SUCCEEDED', output: '8' });
  });

  it('has the token of a task that waits for one', async () => {
    const Arguments = { FunctionName: 'double', Payload: '{% $states.context.Task.Token %}' };

    const answer = await seen({ Task: { Token: 'mine' } }, { ...wait, Arguments });

    expect(answer.inspectionData).toMatchObject({ afterArguments: '{"FunctionName":"double","Payload":"mine"}' });
  });

  it.each<[string, Json, string]>([
    ['a number as Execution.Id', { Execution: { Id: 1 } }, 'Execution.Id must be a string'],
    ['null as StateMachine.Name', { StateMachine: { Name: null } }, 'StateMachine.Name must be a string'],
    ['an object as State.EnteredTime', { State: { EnteredTime: {} } }, 'State.EnteredTime must be a string'],
    ['a text as State.RetryCount', { State: { RetryCount: '1' } }, 'State.RetryCount must be an integer'],
    ['half a retry', { State: { RetryCount: 0.5 } }, 'State.RetryCount must be an integer'],
    ['a text as Execution', { Execution: 'arn' }, 'Execution must be an object'],
    ['a list as State', { State: [] }, 'State must be an object'],
    ['a Map', { Map: {} }, "'Map' field is not supported when mocking a Context object"],
    ['a field that there is not', { Machine: {} }, "Field 'Machine' is not allowed"],
    ['a field inside that there is not', { Execution: { Title: 'x' } }, "Field 'Title' is not allowed"],
    ['a field of every object', { Execution: { toString: 'x' } }, "Field 'toString' is not allowed"],
    [
      'a token of a task that has none',
      { Task: { Token: 'x' } },
      "Context object contains 'Task' when state is not a Task state with a '.sync' or '.waitForTaskToken' service integration pattern",
    ],
    ['a list', [], 'expected a JSON object'],
  ])('fails for %s', async (_what, context, problem) => {
    const answer = test(invoke, { ...result({ Payload: 1 }), context: JSON.stringify(context) });

    await expect(answer).rejects.toMatchObject({
      code: 'ValidationException',
      message: `Invalid Context object provided: ${problem}`,
    });
  });

  it('fails for what is no JSON', async () => {
    await expect(test(invoke, { ...result({ Payload: 1 }), context: '{' })).rejects.toMatchObject({
      message: 'Invalid Context object provided: expected JSON',
    });
  });
});

describe('the mock of TestState', () => {
  it.each<[string, JsonObject, JsonObject, string]>([
    ['an object of a Parallel', parallel, result({}), 'Mocked result must be an array.'],
    [
      'too few results of a Parallel',
      parallel,
      result([1]),
      'Mocked result must contain the same number of items as number of Parallel branches.',
    ],
    [
      'too many results of a Parallel',
      parallel,
      result([1, 2, 3]),
      'Mocked result must contain the same number of items as number of Parallel branches.',
    ],
    ['an object of a Map', map(), result({}), 'Mocked result must be an array.'],
    [
      'a list of a Map with a writer',
      map({ ResultWriter: { Resource: 'arn:aws:states:::s3:putObject', Arguments: { Bucket: 'b' } } }),
      result([]),
      'Mocked result must be a JSON object.',
    ],
    ['what is no JSON', invoke, { mock: { result: '{' } }, 'Mocked result must be valid JSON'],
    [
      'neither a result nor an error',
      map(),
      { mock: {} },
      'A test mock should have one of the following fields: [result, errorOutput].',
    ],
    [
      'both',
      invoke,
      { mock: { result: '1', errorOutput: { error: 'E' } } },
      'A test mock should have only one of the following fields: [result, errorOutput].',
    ],
  ])('fails for %s', async (_what, definition, args, message) => {
    await expect(test(definition, args)).rejects.toMatchObject({ code: 'ValidationException', message });
  });

  it('is the result of a Parallel, one for each branch', async () => {
    expect(await test(parallel, result([1, { a: 2 }]))).toMatchObject({ status: 'SUCCEEDED', output: '[1,{"a":2}]' });
  });

  it.each<[string, JsonObject, JsonObject, string]>([
    ['without branches', { ...parallel, Branches: [] }, {}, 'Value cannot be empty at /States/StateName/Branches'],
    [
      'of a type that there is not',
      { QueryLanguage: 'JSONata', StartAt: 'Odd', States: { Odd: { Type: 'Loop' } } },
      { stateName: 'Odd' },
      "The field 'Type' should have one of these values: [Task, Wait, Pass, Succeed, Fail, Choice, Parallel, Map] at /States/Odd/Type",
    ],
  ])('does not help a state %s', async (_what, definition, args, problem) => {
    await expect(test(definition, { ...result([]), ...args })).rejects.toMatchObject({
      code: 'InvalidDefinition',
      message: `Invalid State Machine Definition: 'SCHEMA_VALIDATION_FAILED: ${problem}'`,
    });
  });
});

describe('the number of failed iterations in TestState', () => {
  const failing = (mapIterationFailureCount: Json, more: JsonObject = {}): JsonObject => ({
    input: '["a","b","c"]',
    stateConfiguration: { mapIterationFailureCount },
    ...result([1, 2, 3]),
    ...more,
  });

  it.each<[JsonObject, number, string]>([
    [{}, 0, 'SUCCEEDED'],
    // As recorded: without a tolerance, failures change nothing.
    [{}, 3, 'SUCCEEDED'],
    [{ ToleratedFailureCount: 1 }, 1, 'SUCCEEDED'],
    [{ ToleratedFailureCount: 1 }, 2, 'FAILED'],
    [{ ToleratedFailureCount: '{% 2 %}' }, 3, 'FAILED'],
    [{ ToleratedFailurePercentage: 33.4 }, 1, 'SUCCEEDED'],
    [{ ToleratedFailurePercentage: 33.3 }, 1, 'FAILED'],
    [{ ToleratedFailurePercentage: 100 }, 3, 'SUCCEEDED'],
  ])('is held against %j: %i of 3 is %s', async (limits, count, status) => {
    const answer = await test(map(limits), failing(count));

    expect(answer.status).toBe(status);
    if (status === 'FAILED') {
      expect(answer).toMatchObject({
        error: 'States.ExceedToleratedFailureThreshold',
        cause: 'The specified tolerated failure threshold was exceeded',
      });
    }
  });

  it('tells Retry and Catch of too many', async () => {
    const ErrorEquals = ['States.ExceedToleratedFailureThreshold'];
    const limits = { ToleratedFailurePercentage: 0.5 };

    const retried = await test(map({ ...limits, Retry: [{ ErrorEquals }] }), failing(1));
    const caught = await test(map({ ...limits, Catch: [{ ErrorEquals, Next: 'Sorry' }] }), failing(1));

    expect(retried).toMatchObject({ status: 'RETRIABLE', inspectionData: { toleratedFailurePercentage: 0.5 } });
    expect(caught).toMatchObject({ status: 'CAUGHT_ERROR', nextState: 'Sorry' });
  });

  it('changes nothing of a mocked error', async () => {
    const mock = { errorOutput: { error: 'Broken', cause: 'why' } };

    const answer = await test(map({ ToleratedFailureCount: 1 }), failing(3, { mock }));

    expect(answer).toMatchObject({ status: 'FAILED', error: 'Broken', cause: 'why' });
  });

  it.each<[string, JsonObject, JsonObject, string]>([
    [
      'zero without a mock',
      map(),
      { stateConfiguration: { mapIterationFailureCount: 0 } },
      'TestState does not support MapIterationFailureCount when a mock is not specified.',
    ],
    [
      'one without a mock, of another state too',
      { Type: 'Pass', End: true },
      { stateConfiguration: { mapIterationFailureCount: 1 } },
      'TestState does not support MapIterationFailureCount when a mock is not specified.',
    ],
    [
      'more than there are results',
      map(),
      failing(4),
      'Map iteration failure count must be less than or equal to the number of Map iterations',
    ],
    [
      'less than none',
      map(),
      failing(-1),
      "1 validation error detected: Value '-1' at 'stateConfiguration.mapIterationFailureCount' failed to satisfy constraint: Member must have value greater than or equal to 0",
    ],
    [
      'half of one',
      map(),
      failing(0.5),
      "1 validation error detected: Value '0.5' at 'stateConfiguration.mapIterationFailureCount' failed to satisfy constraint: Member must have value greater than or equal to 0",
    ],
    [
      'a retry less than none',
      invoke,
      { ...result({}), stateConfiguration: { retrierRetryCount: -1 } },
      "1 validation error detected: Value '-1' at 'stateConfiguration.retrierRetryCount' failed to satisfy constraint: Member must have value greater than or equal to 0",
    ],
    [
      'a name that no state has',
      map(),
      { ...result([]), stateConfiguration: { errorCausedByState: 'x'.repeat(81) } },
      `1 validation error detected: Value '${'x'.repeat(81)}' at 'stateConfiguration.errorCausedByState' failed to satisfy constraint: Member must have length less than or equal to 80`,
    ],
  ])('fails for %s', async (_what, definition, args, message) => {
    await expect(test(definition, args)).rejects.toMatchObject({ code: 'ValidationException', message });
  });
});
