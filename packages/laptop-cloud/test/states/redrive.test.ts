import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../src/http/service.ts';
import { invokeTask, openStates } from './harness.ts';

describe('RedriveExecution', () => {
  it('goes on from the state that failed, and says so', async () => {
    let attempts = 0;
    let prepared = 0;
    const functions = {
      prepare: async () => {
        prepared += 1;
        return prepared;
      },
      work: async () => {
        attempts += 1;
        if (attempts === 1) throw new Error('not yet');
        return 'done';
      },
    };
    const { call, machine, execute, states, history } = await openStates({ functions });
    const stateMachineArn = await machine('again', {
      StartAt: 'Prepare',
      States: {
        Prepare: invokeTask('prepare', { Assign: { n: '{% $states.result.Payload %}' }, Next: 'Work' }),
        Work: invokeTask('work', {
          Output: { n: '{% $n %}', redrives: '{% $states.context.Execution.RedriveCount %}' },
          End: true,
        }),
      },
    });
    const failed = await execute(stateMachineArn);
    expect(failed).toMatchObject({ status: 'FAILED', redriveCount: 0, redriveStatus: 'REDRIVABLE' });
    const { executionArn = '' } = failed;

    await call('RedriveExecution', { executionArn });
    await states.idle();

    expect(await call('DescribeExecution', { executionArn })).toMatchObject({
      status: 'SUCCEEDED',
      output: '{"n":1,"redrives":1}',
      redriveCount: 1,
      redriveStatus: 'NOT_REDRIVABLE',
    });
    expect(prepared).toBe(1);
    const events = await history(String(executionArn));
    expect(events.map(({ id }) => id)).toEqual(events.map((_, index) => index + 1));
    expect(events.map(({ type }) => type)).toContain('ExecutionRedriven');
    expect(await call('ListExecutions', { stateMachineArn, redriveFilter: 'REDRIVEN' })).toMatchObject({
      executions: [{ executionArn }],
    });
  });

  it('runs only the items of a distributed Map that did not succeed', async () => {
    const calls: Json[] = [];
    const work = async (payload: Json) => {
      calls.push(payload);
      if (payload === 'b' && calls.filter((item) => item === 'b').length === 1) throw new Error('not yet');
      return payload;
    };
    const { call, machine, execute, states } = await openStates({ functions: { work } });
    const Resource = 'arn:aws:lambda:us-east-1:000000000000:function:work';
    const stateMachineArn = await machine('again', {
      StartAt: 'Spread',
      States: {
        Spread: {
          Type: 'Map',
          Items: ['a', 'b'],
          MaxConcurrency: 1,
          ItemProcessor: {
            ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
            StartAt: 'Work',
            States: { Work: { Type: 'Task', Resource, End: true } },
          },
          End: true,
        },
      },
    });
    const { executionArn = '' } = await execute(stateMachineArn);

    await call('RedriveExecution', { executionArn });
    await states.idle();

    expect(await call('DescribeExecution', { executionArn })).toMatchObject({
      status: 'SUCCEEDED',
      output: '["a","b"]',
    });
    expect(calls).toEqual(['a', 'b', 'b']);
    const { mapRuns } = await call('ListMapRuns', { executionArn });
    expect(mapRuns).toHaveLength(1);
  });

  const task = (more = {}) => ({
    Type: 'Task',
    Resource: 'arn:aws:lambda:us-east-1:000000000000:function:work',
    ...more,
    End: true,
  });
  const branch = (name: string) => ({ StartAt: name, States: { [name]: task({ Arguments: `{% '${name}' %}` }) } });

  it.each<[string, JsonObject]>([
    ['branches', { Type: 'Parallel', Branches: [branch('good'), branch('late')], End: true }],
    [
      'iterations',
      {
        Type: 'Map',
        Items: ['good', 'late'],
        MaxConcurrency: 1,
        ItemProcessor: { StartAt: 'Work', States: { Work: task() } },
        End: true,
      },
    ],
  ])('runs only the %s that had not succeeded', async (_what, state) => {
    const calls: Json[] = [];
    const work = async (payload: Json) => {
      calls.push(payload);
      if (payload !== 'late') return payload;
      await new Promise((resolve) => setTimeout(resolve, 30));
      if (calls.filter((one) => one === 'late').length === 1) throw new Error('not yet');
      return payload;
    };
    const { call, machine, execute, states } = await openStates({ functions: { work } });
    const { executionArn = '' } = await execute(await machine('again', { StartAt: 'All', States: { All: state } }));

    await call('RedriveExecution', { executionArn });
    await states.idle();

    const described = await call('DescribeExecution', { executionArn });
    expect(described).toMatchObject({ status: 'SUCCEEDED', output: '["good","late"]' });
    expect(calls).toEqual(['good', 'late', 'late']);
  });

  it('fails for an execution that runs or succeeded', async () => {
    const { call, machine, execute } = await openStates();
    const { executionArn = '' } = await execute(
      await machine('fine', { StartAt: 'Done', States: { Done: { Type: 'Succeed' } } }),
    );

    await expect(call('RedriveExecution', { executionArn })).rejects.toMatchObject({
      code: 'ExecutionNotRedrivable',
      message: expect.stringContaining('SUCCEEDED'),
    });
  });
});
