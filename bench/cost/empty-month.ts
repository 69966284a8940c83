import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VirtualClock } from 'laptop-cloud/clock';
import type { Usage } from '../../lambdas/core/cost/list-prices.ts';
import type { startCloud } from '../../laptop/cloud.ts';
import type { schedules } from '../../lib/topology.ts';
import { tapTable, useOf } from '../against/tapped-table.ts';

const MINUTES = 30 * 24 * 60;
/** Lambda asks a queue with five long polls at once, of 20 seconds each. */
const POLLS = (5 * MINUTES * 60) / 20;

/**
 * What the clock and the queue use in a month of thirty days in which nothing is dropped and nobody has a plan: each machine
 * that runs by the clock runs once on the laptop's cloud. What the clock calls without a machine enters no state.
 */
export async function emptyMonth(start: typeof startCloud, scheduled: typeof schedules): Promise<Usage> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'spendwire-month-'));
  const usage = { stateTransition: 0, tableReadUnit: 0, tableWriteUnit: 0, queueRequest: POLLS };
  let entered = 0;
  const cloud = await start({
    ...{ dataDirectory, port: 0, clock: new VirtualClock(), periodicWork: false },
    onExecution: ({ state }) => {
      if (state !== undefined) entered += 1;
    },
  });
  const requests = tapTable(cloud.dynamodb as unknown as Parameters<typeof tapTable>[0]);
  for (const schedule of Object.values(scheduled)) {
    if (!('machine' in schedule)) continue;
    entered = 0;
    requests();
    await cloud.states.operations['StartExecution']?.(
      { stateMachineArn: cloud.values[`${schedule.machine}Arn`] ?? '' },
      {},
    );
    await cloud.idle();
    const times = MINUTES / schedule.everyMinutes;
    const { readUnits, writeUnits } = useOf(requests().filter(({ by }) => by !== undefined));
    usage.stateTransition += times * entered;
    usage.tableReadUnit += times * readUnits;
    usage.tableWriteUnit += times * writeUnits;
  }
  await cloud.close();
  await rm(dataDirectory, { recursive: true, force: true });
  return usage;
}
