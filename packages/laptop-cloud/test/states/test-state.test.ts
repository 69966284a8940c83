import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/http/service.ts';
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
