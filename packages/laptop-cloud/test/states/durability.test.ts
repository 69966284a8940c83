import { appendFile, readdir, readFile, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { VirtualClock } from '../../src/clock.ts';
import { invokeTask, openStates } from './harness.ts';

const waiting = {
  StartAt: 'Wait Three Days',
  States: {
    'Wait Three Days': { Type: 'Wait', Seconds: 259_200, Next: 'Done' },
    Done: { Type: 'Succeed', Output: '{% $states.context.State.EnteredTime %}' },
  },
};

/** Time that stands until it is set. */
class StillClock extends VirtualClock {
  constructor(public at: number) {
    super();
  }
  override now(): number {
    return this.at;
  }
  override sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    if (milliseconds <= 0) return Promise.resolve();
    return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
  }
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 100));

describe('a service that was closed', () => {
  it('keeps the deadline of an interrupted Wait over two restarts', async () => {
    const start = Date.parse('2026-03-01T12:00:00Z');
    const first = await openStates({ clock: new StillClock(start) });
    const stateMachineArn = await first.machine('patient', waiting);
    const { executionArn = '' } = await first.call('StartExecution', { stateMachineArn });
    await settle();
    await first.states.close();

    const second = await openStates({ directory: first.directory, clock: new StillClock(start + 86_400_000) });
    await second.states.resume();
    await settle();
    expect(second.states.running()).toBe(1);
    await second.states.close();
    const third = await openStates({ directory: first.directory, clock: new StillClock(start + 259_200_000) });
    await third.states.resume();
    await third.states.idle();

    const described = await third.call('DescribeExecution', { executionArn });
    expect(described).toMatchObject({ status: 'SUCCEEDED', output: '"2026-03-04T12:00:00.000Z"' });
  });

  it.each([
    ['as many seconds', { Seconds: 60 }],
    ['until an instant', { Timestamp: '{% $states.input %}' }],
  ])('waits %s as it was meant to when its clock was a month ahead', async (_, wait) => {
    const start = Date.parse('2026-03-01T12:00:00Z');
    const ahead = start + 30 * 86_400_000;
    const first = await openStates({ clock: new StillClock(ahead) });
    const stateMachineArn = await first.machine('early', {
      StartAt: 'Wait',
      States: { Wait: { Type: 'Wait', ...wait, End: true } },
      TimeoutSeconds: 120,
    });
    const input = JSON.stringify(new Date(ahead + 60_000).toISOString());
    const { executionArn = '' } = await first.call('StartExecution', { stateMachineArn, input });
    await settle();
    await first.states.close();

    // The restart finds an execution that was begun in the future; time passes by itself from here on.
    const clock = new VirtualClock(start, { isAlone: true });
    const second = await openStates({ directory: first.directory, clock });
    await second.states.resume();
    await second.states.idle();

    expect(await second.call('DescribeExecution', { executionArn })).toMatchObject({ status: 'SUCCEEDED' });
    expect(clock.now()).toBe(start + 60_000);
  });

  it('does not count the time in which no process ran it, nor years that a clock was behind, against its time limit', async () => {
    const start = Date.parse('2015-01-01T12:00:00Z');
    const first = await openStates({ clock: new StillClock(start) });
    const stateMachineArn = await first.machine('early', {
      StartAt: 'Wait',
      States: { Wait: { Type: 'Wait', Seconds: 60, End: true } },
      TimeoutSeconds: 120,
    });
    const { executionArn = '' } = await first.call('StartExecution', { stateMachineArn });
    await settle();
    await first.states.close();

    const clock = new VirtualClock(Date.parse('2026-03-01T12:00:00Z'), { isAlone: true });
    const second = await openStates({ directory: first.directory, clock });
    await second.states.resume();
    await second.states.idle();

    expect(await second.call('DescribeExecution', { executionArn })).toMatchObject({ status: 'SUCCEEDED' });
  });

  it('goes on where a kill cut the last line short', async () => {
    let calls = 0;
    const functions = {
      count: async () => {
        calls += 1;
        return calls;
      },
    };
    const first = await openStates({ clock: new StillClock(0), functions });
    const States = { Call: invokeTask('count', { Assign: { counted: '{% $states.result.Payload %}' }, Next: 'Wait' }) };
    const Wait = { Type: 'Wait', Seconds: 60, Output: '{% $counted %}', End: true };
    const stateMachineArn = await first.machine('cut', { StartAt: 'Call', States: { ...States, Wait } });
    const { executionArn = '' } = await first.call('StartExecution', { stateMachineArn });
    await settle();
    await first.states.close();
    await cutLastLine(first.directory);

    const second = await openStates({ directory: first.directory, functions });
    await second.states.resume();
    await second.states.idle();

    const described = await second.call('DescribeExecution', { executionArn });
    expect(described).toMatchObject({ status: 'SUCCEEDED', output: '1' });
    const events = await second.history(String(executionArn));
    expect(events.map(({ id }) => id)).toEqual(events.map((_, position) => position + 1));
  });

  it('starts what a kill kept from being started, and stops what nobody has resumed yet', async () => {
    const first = await openStates({ clock: new StillClock(0) });
    const stateMachineArn = await first.machine('patient', waiting);
    const { executionArn = '' } = await first.call('StartExecution', { stateMachineArn, name: 'kept' });
    await settle();
    await first.states.close();
    const lost = { stateMachineArn, name: 'lost', executionArn: `${executionArn}`.replace(/kept$/, 'lost') };
    const line = JSON.stringify({ ...lost, status: 'RUNNING', startMs: 0 });
    await appendFile(join(first.directory, 'executions.jsonl'), `${line}\n`);

    const second = await openStates({ directory: first.directory });
    await second.call('StopExecution', { executionArn });
    await second.call('StartExecution', { stateMachineArn, name: 'lost' });
    await second.states.resume();
    await second.states.idle();

    expect(await second.call('DescribeExecution', { executionArn })).toMatchObject({ status: 'ABORTED' });
    const { executionArn: restarted } = lost;
    expect(await second.call('DescribeExecution', { executionArn: restarted })).toMatchObject({ status: 'SUCCEEDED' });
  });

  it('tells an end again when nobody can know whether it was told', async () => {
    const first = await openStates();
    const stateMachineArn = await first.machine('told', { StartAt: 'Done', States: { Done: { Type: 'Succeed' } } });
    const { executionArn = '' } = await first.execute(stateMachineArn);
    const text = await readFile(await journalPath(first.directory), 'utf8');
    await truncate(await journalPath(first.directory), text.lastIndexOf('{"kind":"end"}'));
    const running = JSON.stringify({
      executionArn,
      stateMachineArn,
      name: String(executionArn).split(':').at(-1),
      status: 'RUNNING',
      startMs: 0,
    });
    await appendFile(join(first.directory, 'executions.jsonl'), `${running}\n`);

    const second = await openStates({ directory: first.directory });
    await second.states.resume();
    await second.states.idle();

    expect(second.events.map(({ detail }) => detail.status)).toEqual(['SUCCEEDED']);
    expect(await second.call('DescribeExecution', { executionArn })).toMatchObject({ status: 'SUCCEEDED' });
  });
});

async function journalPath(directory: string): Promise<string> {
  const files = await readdir(join(directory, 'executions'), { recursive: true });
  return join(directory, 'executions', files.find((file) => file.endsWith('.jsonl')) ?? '');
}

async function cutLastLine(directory: string): Promise<void> {
  const path = await journalPath(directory);
  await truncate(path, (await readFile(path)).length - 10);
}
