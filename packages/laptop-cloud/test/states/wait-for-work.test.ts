import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/http/service.ts';
import { openStates } from './harness.ts';

const DAY_MS = 86_400_000;
const aDay = { Type: 'Wait', Seconds: 86_400 };

/** Runs a machine that waits a day while some work is under way; tells how it ended, and how long that took. */
async function run(states: JsonObject, input: JsonObject, work: Readonly<Record<string, Promise<unknown>>>) {
  const opened = await openStates({ workUnderWay: (id) => work[id] });
  const [StartAt = ''] = Object.keys(states);
  const arn = await opened.machine('patient', { StartAt, States: states });
  const { status, startDate, stopDate } = await opened.execute(arn, input);
  return { status, isLong: (Number(stopDate) - Number(startDate)) * 1000 >= DAY_MS };
}

describe('a Wait where the engine knows what is under way', () => {
  it.each([
    { title: 'ends with the work whose id is in its input', states: { Wait: { ...aDay, End: true } } },
    {
      title: 'ends with the work whose id is a variable',
      states: {
        Keep: { Type: 'Pass', Assign: { jobId: '{% $states.input.job %}' }, Output: {}, Next: 'Wait' },
        Wait: { ...aDay, End: true },
      },
    },
    {
      title: 'ends with it in a branch, too',
      states: {
        Both: {
          Type: 'Parallel',
          Branches: [{ StartAt: 'Wait', States: { Wait: { ...aDay, End: true } } }],
          End: true,
        },
      },
    },
  ])('$title', async ({ states }) => {
    expect(await run(states, { job: 'a' }, { a: Promise.resolve() })).toEqual({ status: 'SUCCEEDED', isLong: false });
  });

  it('goes on all the same when the work has failed: what follows finds out', async () => {
    const failed = Promise.reject(new Error('no more'));
    failed.catch(() => undefined);

    expect(await run({ Wait: { ...aDay, End: true } }, { job: 'a' }, { a: failed })).toEqual({
      status: 'SUCCEEDED',
      isLong: false,
    });
  });

  it.each([
    { title: 'knows no work', input: { other: 'b', list: ['a'], none: null, size: 1 } },
    { title: 'has nothing at all', input: {} },
  ])('lasts its time where the execution $title', async ({ input }) => {
    const never = new Promise(() => undefined);

    expect(await run({ Wait: { ...aDay, End: true } }, input, { a: Promise.resolve() })).toMatchObject({
      isLong: true,
    });
    // And it does not outlast its time for the sake of the work.
    expect(await run({ Wait: { ...aDay, End: true } }, { job: 'a' }, { a: never })).toEqual({
      status: 'SUCCEEDED',
      isLong: true,
    });
  });

  it('is stopped while it waits for work', async () => {
    const never = new Promise(() => undefined);
    const opened = await openStates({ workUnderWay: () => never });
    const stateMachineArn = await opened.machine('patient', {
      StartAt: 'Wait',
      States: { Wait: { Type: 'Wait', Timestamp: '2126-01-01T00:00:00Z', End: true } },
    });

    const { executionArn = '' } = await opened.call('StartExecution', { stateMachineArn, input: '{"job":"a"}' });
    await opened.call('StopExecution', { executionArn });
    await opened.states.idle();

    expect(await opened.call('DescribeExecution', { executionArn })).toMatchObject({ status: 'ABORTED' });
  });
});
