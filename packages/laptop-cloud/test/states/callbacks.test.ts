import { describe, expect, it } from 'vitest';
import type { JsonObject, Operation } from '../../src/http/service.ts';
import { type Harness, type HarnessOptions, openStates } from './harness.ts';

const askByQueue = (more: JsonObject = {}): JsonObject => ({
  StartAt: 'Ask',
  States: {
    Ask: {
      Type: 'Task',
      Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
      Arguments: {
        QueueUrl: 'http://localhost/000000000000/questions',
        MessageBody: { token: '{% $states.context.Task.Token %}' },
      },
      End: true,
      ...more,
    },
  },
});

/** A queue whose messages are kept, and that tells when one arrives. */
function aQueue() {
  const tokens: string[] = [];
  let arrived = (): void => undefined;
  const SendMessage: Operation = async ({ MessageBody }) => {
    tokens.push((JSON.parse(String(MessageBody)) as { token: string }).token);
    arrived();
    return { MessageId: 'm-1', MD5OfMessageBody: 'd' };
  };
  const arrival = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  return { tokens, arrival, services: { sqs: { SendMessage } } };
}

async function asked(more: JsonObject = {}, options: HarnessOptions = {}) {
  const queue = aQueue();
  const harness = await openStates({ services: queue.services, ...options });
  const stateMachineArn = await harness.machine('asks', askByQueue(more));
  const { executionArn = '' } = await harness.call('StartExecution', { stateMachineArn });
  await queue.arrival;
  const [taskToken = ''] = queue.tokens;
  return { ...harness, queue, executionArn: String(executionArn), taskToken };
}

const outcome = async ({ states, call }: Harness, executionArn: string): Promise<JsonObject> => {
  await states.idle();
  return call('DescribeExecution', { executionArn });
};

describe('a task with a token', () => {
  it('ends with the output that SendTaskSuccess gives', async () => {
    const run = await asked();

    await run.call('SendTaskSuccess', { taskToken: run.taskToken, output: '{"yes":true}' });

    expect(await outcome(run, run.executionArn)).toMatchObject({ status: 'SUCCEEDED', output: '{"yes":true}' });
    const events = await run.history(run.executionArn);
    expect(events.map(({ type }) => type)).toEqual([
      'ExecutionStarted',
      'TaskStateEntered',
      'TaskScheduled',
      'TaskStarted',
      'TaskSubmitted',
      'TaskSucceeded',
      'TaskStateExited',
      'ExecutionSucceeded',
    ]);
  });

  it('fails with the error that SendTaskFailure gives, for a Catch to take', async () => {
    const Catch = [{ ErrorEquals: ['Refused'], Output: '{% $states.errorOutput.Cause %}', Next: 'Refused' }];
    const queue = aQueue();
    const harness = await openStates({ services: queue.services });
    const asks = askByQueue({ Catch }) as { States: JsonObject };
    const stateMachineArn = await harness.machine('asks', {
      ...asks,
      States: { ...asks.States, Refused: { Type: 'Succeed' } },
    });
    const { executionArn = '' } = await harness.call('StartExecution', { stateMachineArn });
    await queue.arrival;

    const [taskToken = ''] = queue.tokens;
    await harness.call('SendTaskFailure', { taskToken, error: 'Refused', cause: 'not today' });

    expect(await outcome(harness, String(executionArn))).toMatchObject({ status: 'SUCCEEDED', output: '"not today"' });
  });

  it('fails when it is silent for longer than HeartbeatSeconds, known by both names', async () => {
    const Retry = [{ ErrorEquals: ['States.HeartbeatTimeout'], MaxAttempts: 1 }];
    const run = await asked({ HeartbeatSeconds: 60, TimeoutSeconds: 600, Retry });

    expect(await outcome(run, run.executionArn)).toMatchObject({ status: 'FAILED', error: 'States.Timeout' });
    expect(run.queue.tokens).toHaveLength(2);
    expect(new Set(run.queue.tokens).size).toBe(2);
  });

  it('fails to be answered twice, after its end, or by a text that is no token', async () => {
    const run = await asked();
    const answer = { taskToken: run.taskToken, output: '1' };
    await run.call('SendTaskSuccess', answer);
    await run.states.idle();

    await expect(run.call('SendTaskSuccess', answer)).rejects.toMatchObject({ code: 'TaskTimedOut' });
    await expect(run.call('SendTaskHeartbeat', { taskToken: 'nonsense' })).rejects.toMatchObject({
      code: 'InvalidToken',
    });
    await expect(run.call('SendTaskSuccess', { ...answer, output: '{' })).rejects.toMatchObject({
      code: 'InvalidOutput',
    });
  });

  it('keeps its token over a restart, and the request is not made again', async () => {
    const first = await asked();
    await first.states.close();

    const queue = aQueue();
    const second = await openStates({ directory: first.directory, services: queue.services });
    await second.states.resume();
    await second.call('SendTaskSuccess', { taskToken: first.taskToken, output: '"late"' });

    expect(await outcome(second, first.executionArn)).toMatchObject({ status: 'SUCCEEDED', output: '"late"' });
    expect(queue.tokens).toEqual([]);
  });

  it('is sent but not waited for when its request fails', async () => {
    const run = await openStates({
      services: { sqs: { SendMessage: () => Promise.reject(new Error('nobody answers')) } },
    });

    const described = await run.execute(await run.machine('asks', askByQueue()));

    expect(described).toMatchObject({ status: 'FAILED', error: 'SQS.SdkClientException' });
    const events = await run.history(String(described.executionArn));
    expect(events.map(({ type }) => type)).toContain('TaskSubmitFailed');
  });
});

const nested = (suffix: string, stateMachineArn: string): JsonObject => ({
  StartAt: 'Run',
  States: {
    Run: {
      Type: 'Task',
      Resource: `arn:aws:states:::states:startExecution${suffix}`,
      Arguments: { StateMachineArn: stateMachineArn, Input: { a: 1 } },
      TimeoutSeconds: 3600,
      End: true,
    },
  },
});

describe('a nested execution', () => {
  it.each([
    ['.sync', '{"a":1}'],
    ['.sync:2', { a: 1 }],
  ])('with %s is waited for and described', async (suffix, Output) => {
    const { machine, execute } = await openStates();
    const inner = await machine('inner', { StartAt: 'Done', States: { Done: { Type: 'Succeed' } } });

    const described = await execute(await machine('outer', nested(suffix, inner)));

    expect(described).toMatchObject({ status: 'SUCCEEDED' });
    expect(JSON.parse(String(described.output))).toMatchObject({ Status: 'SUCCEEDED', Output, StateMachineArn: inner });
  });

  it('that fails is States.TaskFailed with its description', async () => {
    const { machine, execute } = await openStates();
    const inner = await machine('inner', { StartAt: 'No', States: { No: { Type: 'Fail', Error: 'E', Cause: 'c' } } });

    const described = await execute(await machine('outer', nested('.sync:2', inner)));

    expect(described).toMatchObject({ status: 'FAILED', error: 'States.TaskFailed' });
    expect(JSON.parse(String(described.cause))).toMatchObject({ Status: 'FAILED', Error: 'E', Cause: 'c' });
  });

  it('is stopped when its task has run out of time', async () => {
    const { machine, execute, call } = await openStates();
    const Wait = { Type: 'Wait', Seconds: 86_400, End: true };
    const inner = await machine('inner', { StartAt: 'Wait', States: { Wait } });

    const described = await execute(await machine('outer', nested('.sync', inner)));

    expect(described).toMatchObject({ status: 'FAILED', error: 'States.Timeout' });
    const { executions } = await call('ListExecutions', { stateMachineArn: inner });
    expect(executions).toMatchObject([{ status: 'ABORTED' }]);
  });
});

describe('an activity', () => {
  const activityArn = 'arn:aws:states:us-east-1:000000000000:activity:by-hand';
  const byHand = { StartAt: 'Work', States: { Work: { Type: 'Task', Resource: activityArn, End: true } } };

  it('is taken by a worker, who answers with its token', async () => {
    const run = await openStates();
    await run.call('CreateActivity', { name: 'by-hand' });
    const stateMachineArn = await run.machine('manual', byHand);
    const { executionArn = '' } = await run.call('StartExecution', { stateMachineArn, input: '{"n":1}' });

    const task = await run.call('GetActivityTask', { activityArn, workerName: 'me' });
    await run.call('SendTaskSuccess', { taskToken: task.taskToken ?? '', output: '2' });

    expect(task.input).toBe('{"n":1}');
    expect(await outcome(run, String(executionArn))).toMatchObject({ status: 'SUCCEEDED', output: '2' });
    const started = (await run.history(String(executionArn))).find(({ type }) => type === 'ActivityStarted');
    expect(started).toMatchObject({ activityStartedEventDetails: { workerName: 'me' } });
  });

  const failing = async (failure: JsonObject, Catch: JsonObject[] = []) => {
    const run = await openStates();
    await run.call('CreateActivity', { name: 'by-hand' });
    const Work = { ...byHand.States.Work, ...(Catch.length > 0 ? { Catch } : {}) };
    const States = { Work, After: { Type: 'Pass', Output: '{% $parse($states.input.Cause) %}', End: true } };
    const { executionArn = '' } = await run.call('StartExecution', {
      stateMachineArn: await run.machine('manual', { StartAt: 'Work', States: Catch.length > 0 ? States : { Work } }),
    });
    const { taskToken = '' } = await run.call('GetActivityTask', { activityArn });
    await run.call('SendTaskFailure', { taskToken, ...failure });
    const described = await outcome(run, String(executionArn));
    return { ...run, described, events: await run.history(String(executionArn)) };
  };

  it.each([
    ['JSON', '{"code": 7,\n"why": ["a", null]}'],
    ['a JSON list', '[1, 2]'],
    ['a JSON text', '"because"'],
    ['no JSON', '{"code": '],
    ['nothing', ''],
  ])('fails with a cause that is %s, which stays the text it is', async (_what, cause) => {
    const { described, events } = await failing({ error: 'Broken', cause });

    expect(described).toMatchObject({ status: 'FAILED', error: 'Broken', cause });
    expect(events.slice(-2)).toMatchObject([
      { type: 'ActivityFailed', activityFailedEventDetails: { error: 'Broken', cause } },
      { type: 'ExecutionFailed', executionFailedEventDetails: { error: 'Broken', cause } },
    ]);
  });

  it('hands such a cause to a Catch as text, for $parse to read', async () => {
    const Catch = [{ ErrorEquals: ['Broken'], Next: 'After' }];

    const { described } = await failing({ error: 'Broken', cause: '{"code": 7}' }, Catch);

    expect(described).toMatchObject({ status: 'SUCCEEDED', output: '{"code":7}' });
  });

  it.each([
    ['cause', 32_768],
    ['error', 256],
  ])('fails for a %s of more than %i characters', async (name, longest) => {
    await expect(failing({ [name]: 'x'.repeat(longest + 1) })).rejects.toMatchObject({
      code: 'ValidationException',
      message: `1 validation error detected: Value at '${name}' failed to satisfy constraint: Member must have length less than or equal to ${longest}`,
    });
    expect((await failing({ [name]: 'x'.repeat(longest) })).described[name]).toHaveLength(longest);
  });

  it('fails the execution when it is not there', async () => {
    const run = await openStates();

    const described = await run.execute(await run.machine('manual', byHand));

    expect(described).toMatchObject({ status: 'FAILED', error: 'States.Runtime' });
    expect(described.cause).toContain('by-hand does not exist');
  });

  it('is listed, described and deleted', async () => {
    const { call } = await openStates();
    await call('CreateActivity', { name: 'by-hand' });

    expect(await call('ListActivities', {})).toMatchObject({ activities: [{ activityArn, name: 'by-hand' }] });
    await call('DeleteActivity', { activityArn });

    await expect(call('DescribeActivity', { activityArn })).rejects.toMatchObject({ code: 'ActivityDoesNotExist' });
  });
});
