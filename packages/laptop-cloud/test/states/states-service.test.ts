import { describe, expect, it } from 'vitest';
import { type JsonObject, ServiceError } from '../../src/http/service.ts';
import { invokeTask, openStates } from './harness.ts';

const pass = { StartAt: 'Hand On', States: { 'Hand On': { Type: 'Pass', End: true } } };
const aDay = { StartAt: 'Wait A Day', States: { 'Wait A Day': { Type: 'Wait', Seconds: 86_400, End: true } } };

describe('StartSyncExecution', () => {
  it('answers with the end of an Express execution, any number of them under one name', async () => {
    const { call, events } = await openStates();
    const definition = JSON.stringify({ QueryLanguage: 'JSONata', ...pass });
    const machine = { name: 'quick', definition, roleArn: 'r', type: 'EXPRESS' };
    const { stateMachineArn = '' } = await call('CreateStateMachine', machine);
    const start = () => call('StartSyncExecution', { stateMachineArn, name: 'one', input: '{"a":1}' });

    const [first, second] = [await start(), await start()];

    expect(first).toMatchObject({ status: 'SUCCEEDED', name: 'one', output: '{"a":1}' });
    expect(first.executionArn).toMatch(/:express:quick:one:/);
    expect(second.executionArn).not.toBe(first.executionArn);
    expect(events).toEqual([]);
  });

  it('fails for a Standard machine', async () => {
    const { call, machine } = await openStates();
    const stateMachineArn = await machine('slow', pass);

    const started = call('StartSyncExecution', { stateMachineArn });

    await expect(started).rejects.toMatchObject({ code: 'StateMachineTypeNotSupported' });
  });
});

describe('StartExecution', () => {
  it('runs to the end and answers with the output, however long the waits are', async () => {
    const { machine, execute } = await openStates();

    const described = await execute(await machine('patient', aDay), { a: 1 });

    expect(described).toMatchObject({ status: 'SUCCEEDED', output: '{"a":1}', input: '{"a":1}' });
    expect(Number(described.stopDate) - Number(described.startDate)).toBeGreaterThanOrEqual(86_400);
  });

  it('is the same execution when name and input are the same and it still runs', async () => {
    const { call, machine } = await openStates({ functions: { endless: () => new Promise(() => undefined) } });
    const stateMachineArn = await machine('once', {
      StartAt: 'Call',
      States: { Call: invokeTask('endless', { End: true }) },
    });
    const request = { stateMachineArn, name: 'document-1', input: '{"a":1}' };

    const [first, second] = await Promise.all([call('StartExecution', request), call('StartExecution', request)]);

    expect(second).toEqual(first);
    await expect(call('StartExecution', { ...request, input: '{"a":2}' })).rejects.toMatchObject({
      code: 'ExecutionAlreadyExists',
    });
  });

  it('fails with ExecutionAlreadyExists once that execution is over', async () => {
    const { call, machine, execute } = await openStates();
    const stateMachineArn = await machine('once', pass);
    await execute(stateMachineArn, {}, 'document-1');

    const again = call('StartExecution', { stateMachineArn, name: 'document-1', input: '{}' });

    await expect(again).rejects.toMatchObject({ code: 'ExecutionAlreadyExists' });
  });

  it.each(['has space', 'a/b', 'a:b', 'x'.repeat(81), ''])('fails with InvalidName for "%s"', async (name) => {
    const { call, machine } = await openStates();
    const stateMachineArn = await machine('strict', pass);

    await expect(call('StartExecution', { stateMachineArn, name })).rejects.toMatchObject({ code: 'InvalidName' });
  });

  it('fails for input that is no JSON and for a machine that is not there', async () => {
    const { call, machine } = await openStates();
    const stateMachineArn = await machine('strict', pass);

    await expect(call('StartExecution', { stateMachineArn, input: '{' })).rejects.toMatchObject({
      code: 'InvalidExecutionInput',
    });
    await expect(call('StartExecution', { stateMachineArn: `${stateMachineArn}x` })).rejects.toMatchObject({
      code: 'StateMachineDoesNotExist',
    });
  });
});

describe('Task', () => {
  it('gives the result of lambda:invoke as Payload, and calls again what Retry names', async () => {
    let calls = 0;
    const flaky = async (payload: unknown) => {
      calls += 1;
      if (calls < 3) throw Object.assign(new Error('not yet'), { name: 'LedgerBusyError' });
      return { got: payload as JsonObject, calls };
    };
    const { machine, execute } = await openStates({ functions: { flaky } });
    const Retry = [{ ErrorEquals: ['LedgerBusyError'], IntervalSeconds: 2, MaxAttempts: 5, JitterStrategy: 'FULL' }];
    const Call = invokeTask('flaky', { Retry, Output: '{% $states.result.Payload %}', End: true });

    const described = await execute(await machine('flaky', { StartAt: 'Call', States: { Call } }), { a: 1 });

    expect(described).toMatchObject({ status: 'SUCCEEDED', output: '{"got":{"a":1},"calls":3}' });
  });

  it('names a failure after what the function threw, with the error document as its cause', async () => {
    const broken = async () => {
      throw Object.assign(new Error('expected one total, got none'), { name: 'TotalUnreadableError' });
    };
    const { machine, execute } = await openStates({ functions: { broken } });
    const Call = invokeTask('broken', { End: true });

    const described = await execute(await machine('broken', { StartAt: 'Call', States: { Call } }));

    expect(described).toMatchObject({ status: 'FAILED', error: 'TotalUnreadableError' });
    expect(JSON.parse(String(described.cause))).toEqual({
      errorType: 'TotalUnreadableError',
      errorMessage: 'expected one total, got none',
      trace: [],
    });
  });

  it('calls a service by aws-sdk and names its errors as AWS does', async () => {
    const StartExpenseAnalysis = async (input: JsonObject) => {
      if (input.ClientRequestToken === 'slow') throw new ServiceError('ThrottlingException', 'Rate exceeded');
      return { JobId: 'job-1' };
    };
    const { machine, execute } = await openStates({ services: { textract: { StartExpenseAnalysis } } });
    const Start = {
      Type: 'Task',
      Resource: 'arn:aws:states:::aws-sdk:textract:startExpenseAnalysis',
      Arguments: { ClientRequestToken: '{% $states.input.token %}' },
      Catch: [{ ErrorEquals: ['Textract.ThrottlingException'], Next: 'Caught' }],
      End: true,
    };
    const States = { Start, Caught: { Type: 'Pass', End: true } };
    const stateMachineArn = await machine('reader', { StartAt: 'Start', States });

    const read = await execute(stateMachineArn, { token: 'quick' });
    const throttled = await execute(stateMachineArn, { token: 'slow' });

    expect(read.output).toBe('{"JobId":"job-1"}');
    const { Cause } = JSON.parse(String(throttled.output)) as { Cause: string };
    expect(Cause).toMatch(/^Rate exceeded \(Service: Textract, Status Code: 400, Request ID: [0-9a-f-]{36}\)$/);
  });

  it('names a call that got no answer SdkClientException, which Retry and Catch can take', async () => {
    const GetItem = async () => {
      throw new Error('socket hang up');
    };
    const { machine, execute } = await openStates({ services: { dynamodb: { GetItem } } });
    const Get = {
      Type: 'Task',
      Resource: 'arn:aws:states:::aws-sdk:dynamodb:getItem',
      Catch: [{ ErrorEquals: ['States.ALL'], Output: '{% $states.errorOutput.Error %}', Next: 'Caught' }],
      End: true,
    };
    const States = { Get, Caught: { Type: 'Pass', End: true } };

    const described = await execute(await machine('getter', { StartAt: 'Get', States }));

    expect(described.output).toBe('"DynamoDb.SdkClientException"');
  });

  it('publishes to SNS with a message of any shape', async () => {
    const sent: JsonObject[] = [];
    const Publish = async (input: JsonObject) => {
      sent.push(input);
      return { MessageId: 'message-1' };
    };
    const { machine, execute } = await openStates({ services: { sns: { Publish } } });
    const Tell = {
      Type: 'Task',
      Resource: 'arn:aws:states:::sns:publish',
      Arguments: { TopicArn: 'arn:aws:sns:us-east-1:000000000000:people', Message: { percent: 80 } },
      Output: '{% $states.result.MessageId %}',
      End: true,
    };

    const described = await execute(await machine('teller', { StartAt: 'Tell', States: { Tell } }));

    expect(described.output).toBe('"message-1"');
    expect(sent).toEqual([{ TopicArn: 'arn:aws:sns:us-east-1:000000000000:people', Message: '{"percent":80}' }]);
  });

  it('refuses a result over 256 KiB with States.DataLimitExceeded', async () => {
    const { machine, execute } = await openStates({ functions: { large: async () => 'ä'.repeat(140_000) } });

    const described = await execute(
      await machine('large', { StartAt: 'Call', States: { Call: invokeTask('large', { End: true }) } }),
    );

    expect(described).toMatchObject({
      status: 'FAILED',
      error: 'States.DataLimitExceeded',
      cause:
        "The state/task 'lambda' returned a result with a size exceeding the maximum number of bytes service limit.",
    });
  });
});

describe('reading executions', () => {
  it('lists the newest first, by status and page by page', async () => {
    const { call, machine, execute } = await openStates();
    const stateMachineArn = await machine('lister', pass);
    for (const name of ['one', 'two', 'three']) await execute(stateMachineArn, {}, name);

    const first = await call('ListExecutions', { stateMachineArn, statusFilter: 'SUCCEEDED', maxResults: 2 });
    const second = await call('ListExecutions', { stateMachineArn, maxResults: 2, nextToken: first.nextToken ?? '' });
    const failed = await call('ListExecutions', { stateMachineArn, statusFilter: 'FAILED' });

    const names = (page: JsonObject) => (page.executions as JsonObject[]).map(({ name }) => name);
    expect([names(first), names(second), names(failed)]).toEqual([['three', 'two'], ['one'], []]);
    expect(second.nextToken).toBeUndefined();
  });

  it('gives the history in AWS shapes, forwards, backwards and without data', async () => {
    const { call, machine, execute } = await openStates();
    const { executionArn = '' } = await execute(await machine('teller', pass), { a: 1 });

    const { events } = await call('GetExecutionHistory', { executionArn });
    const backwards = await call('GetExecutionHistory', { executionArn, reverseOrder: true, maxResults: 1 });
    const bare = await call('GetExecutionHistory', { executionArn, includeExecutionData: false });

    expect(events).toMatchObject([
      { id: 1, previousEventId: 0, type: 'ExecutionStarted', executionStartedEventDetails: { input: '{"a":1}' } },
      { id: 2, previousEventId: 0, type: 'PassStateEntered', stateEnteredEventDetails: { name: 'Hand On' } },
      { id: 3, previousEventId: 2, type: 'PassStateExited', stateExitedEventDetails: { output: '{"a":1}' } },
      { id: 4, previousEventId: 3, type: 'ExecutionSucceeded', executionSucceededEventDetails: { output: '{"a":1}' } },
    ]);
    expect((backwards.events as JsonObject[])[0]).toMatchObject({ id: 4 });
    expect(backwards.nextToken).toEqual(expect.any(String));
    expect(JSON.stringify(bare)).not.toContain('\\"a\\"');
  });
});

describe('StopExecution', () => {
  it('ends a running execution at once, with the given error and cause', async () => {
    const { call, machine } = await openStates({ functions: { endless: () => new Promise(() => undefined) } });
    const stateMachineArn = await machine('long', {
      StartAt: 'Call',
      States: { Call: invokeTask('endless', { End: true }) },
    });
    const { executionArn = '' } = await call('StartExecution', { stateMachineArn });

    await call('StopExecution', { executionArn, error: 'Enough', cause: 'a person asked' });

    const described = await call('DescribeExecution', { executionArn });
    expect(described).toMatchObject({ status: 'ABORTED', error: 'Enough', cause: 'a person asked' });
  });
});

describe('TimeoutSeconds', () => {
  it('of the machine ends an execution as TIMED_OUT', async () => {
    const { machine, execute } = await openStates();

    const described = await execute(await machine('short', { ...aDay, TimeoutSeconds: 60 }));

    expect(described.status).toBe('TIMED_OUT');
    expect(Number(described.stopDate) - Number(described.startDate)).toBeLessThan(86_400);
  });

  it('of a Task is a States.Timeout that a Catch can take, and aborts the call', async () => {
    let aborted = false;
    const slow = (_: unknown, options: { signal?: AbortSignal } = {}) =>
      new Promise<never>((_resolve, reject) => {
        options.signal?.addEventListener('abort', () => {
          aborted = true;
          reject(new Error('aborted'));
        });
      });
    const { systemClock } = await import('../../src/clock.ts');
    const { machine, execute } = await openStates({ clock: systemClock, functions: { slow } });
    const Call = invokeTask('slow', {
      TimeoutSeconds: 1,
      Catch: [{ ErrorEquals: ['States.Timeout'], Next: 'Late' }],
      End: true,
    });
    const States = { Call, Late: { Type: 'Pass', End: true } };

    const described = await execute(await machine('slow', { StartAt: 'Call', States }));

    expect(described).toMatchObject({ status: 'SUCCEEDED', output: '{"Error":"States.Timeout","Cause":""}' });
    expect(aborted).toBe(true);
  });
});

describe('Parallel', () => {
  it('cancels the other branches as soon as one fails', async () => {
    const { machine, execute, history } = await openStates();
    const Branches = [
      { StartAt: 'Wait A Day', States: aDay.States },
      { StartAt: 'Give Up', States: { 'Give Up': { Type: 'Fail', Error: 'NoTotal', Cause: 'nothing to read' } } },
    ];
    const stateMachineArn = await machine('split', {
      StartAt: 'Both',
      States: { Both: { Type: 'Parallel', Branches, End: true } },
    });

    const described = await execute(stateMachineArn);

    expect(described).toMatchObject({ status: 'FAILED', error: 'NoTotal', cause: 'nothing to read' });
    expect(Number(described.stopDate) - Number(described.startDate)).toBeLessThan(3600);
    const events = await history(String(described.executionArn));
    expect(events.map(({ type }) => type)).toContain('WaitStateAborted');
  });
});

describe('Map', () => {
  it('runs no more iterations at once than MaxConcurrency and keeps the order of the items', async () => {
    let now = 0;
    let most = 0;
    const busy = async (payload: unknown) => {
      now += 1;
      most = Math.max(most, now);
      await new Promise((resolve) => setTimeout(resolve, 2));
      now -= 1;
      return Number(payload);
    };
    const { machine, execute } = await openStates({ functions: { busy } });
    const Each = {
      Type: 'Map',
      Items: '{% [1..9] %}',
      ItemSelector: '{% $states.context.Map.Item.Value * 100 + $states.context.Map.Item.Index %}',
      MaxConcurrency: 3,
      ItemProcessor: {
        StartAt: 'Call',
        States: { Call: invokeTask('busy', { Output: '{% $states.result.Payload %}', End: true }) },
      },
      End: true,
    };

    const described = await execute(await machine('each', { StartAt: 'Each', States: { Each } }));

    expect(JSON.parse(String(described.output))).toEqual([100, 201, 302, 403, 504, 605, 706, 807, 908]);
    expect(most).toBe(3);
  });
});

describe('status events', () => {
  it('tell the start and the end in the shape of EventBridge', async () => {
    const { machine, execute, events } = await openStates();

    const { executionArn } = await execute(await machine('told', pass), { a: 1 }, 'document-1');

    expect(events.map(({ detail }) => detail.status)).toEqual(['RUNNING', 'SUCCEEDED']);
    expect(events[1]).toMatchObject({
      source: 'aws.states',
      'detail-type': 'Step Functions Execution Status Change',
      resources: [executionArn],
      detail: {
        executionArn,
        name: 'document-1',
        input: '{"a":1}',
        inputDetails: { included: true },
        output: '{"a":1}',
        outputDetails: { included: true },
        error: null,
        cause: null,
        startDate: expect.any(Number),
        stopDate: expect.any(Number),
      },
    });
  });

  it('are offered again when the sink could not store them', async () => {
    let refusals = 2;
    const onEvent = async () => {
      refusals -= 1;
      if (refusals >= 0) throw new Error('the disk is full');
    };
    const { machine, execute, events } = await openStates({ onEvent });

    const described = await execute(await machine('told', pass));

    expect(described.status).toBe('SUCCEEDED');
    expect(events.map(({ detail }) => detail.status)).toEqual(['RUNNING', 'SUCCEEDED']);
  });
});
