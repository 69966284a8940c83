import { expect, it } from 'vitest';
import { VirtualClock } from '../src/clock.ts';
import { startPeriodicWork } from '../src/cloud/periodic-work.ts';
import { SCHEDULED_TIME } from '../src/events/schedule.ts';
import type { JsonObject, OperationService } from '../src/http/service.ts';

/** Machines that were made, and last run, at some instants; and what is started now. */
function machines(madeAt: string, lastRunAt?: string) {
  const started: JsonObject[] = [];
  const seconds = (instant: string) => Date.parse(instant) / 1000;
  const states: OperationService = {
    signingName: 'states',
    handle: async () => undefined,
    operations: {
      ListExecutions: async () => ({ executions: lastRunAt === undefined ? [] : [{ startDate: seconds(lastRunAt) }] }),
      DescribeStateMachine: async () => ({ creationDate: seconds(madeAt) }),
      StartExecution: async (input) => {
        started.push(input);
        return {};
      },
    },
  };
  return { states, started };
}

/** What runs at a start at half past eight in the morning, before the clock moves on. */
async function startedAtOnce(everyMinutes: number, madeAt: string, lastRunAt?: string): Promise<string[]> {
  const { states, started } = machines(madeAt, lastRunAt);
  const clock = new VirtualClock(Date.parse('2026-11-20T08:30:00Z'));
  await clock.busy(async () => {
    const stop = startPeriodicWork({
      ...{ clock, states, schedules: [{ machine: 'm', everyMinutes }], chores: [] },
      invokeLater: () => Promise.reject(new Error('no function runs by the clock here')),
    });
    for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    stop();
  });
  return started.map(({ input }) => (JSON.parse(String(input)) as { time: string }).time);
}

it.for<[string, number, string, string | undefined, string[]]>([
  [
    'runs at the start what was due at midnight and did not run',
    1440,
    '2026-11-01',
    '2026-11-18T00:00:00Z',
    ['2026-11-20T00:00:00Z'],
  ],
  ['runs at the start what was made days ago and never ran', 1440, '2026-11-01', undefined, ['2026-11-20T00:00:00Z']],
  ['waits with what has run today', 1440, '2026-11-01', '2026-11-20T00:00:01Z', []],
  ['waits with what was made today', 1440, '2026-11-20T08:29:59Z', undefined, []],
  ['waits with what is soon due again', 60, '2026-11-01', '2026-11-18T00:00:00Z', []],
])('%s', async ([, everyMinutes, madeAt, lastRunAt, expected]) => {
  expect(await startedAtOnce(everyMinutes, madeAt, lastRunAt)).toEqual(expected);
});

it('invokes a function with its input, which tells when it was due', async () => {
  const invoked: unknown[] = [];
  const clock = new VirtualClock(Date.parse('2026-11-20T08:31:00Z'));
  const stop = startPeriodicWork({
    ...{ clock, states: machines('2026-11-01').states, chores: [] },
    schedules: [{ function: 'sweep', everyMinutes: 5, input: { startedAt: SCHEDULED_TIME } }],
    invokeLater: async (...invocation) => void invoked.push(invocation),
  });

  await clock.sleep(9 * 60_000);
  stop();

  expect(invoked).toEqual([['sweep', { startedAt: '2026-11-20T08:35:00Z' }]]);
});
