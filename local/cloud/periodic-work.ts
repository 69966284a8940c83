import { schedules } from '../../lib/topology.ts';
import type { Clock } from '../clock.ts';
import { startSchedule } from '../events/schedule.ts';
import type { OperationService } from '../http/service.ts';
import { machineArn } from './names.ts';

/** DynamoDB promises deletion within days; nobody needs it faster. */
const EXPIRE_EVERY_MINUTES = 10;

/** Starts the topology's schedules and the deletion of expired items; returns how to stop them. */
export function startPeriodicWork(
  clock: Clock,
  states: OperationService,
  sweepExpired: () => Promise<unknown>,
): () => void {
  const stops = Object.values(schedules).map(({ machine, everyMinutes }) =>
    startSchedule({
      everyMinutes,
      clock,
      run: async (input) => {
        const request = { stateMachineArn: machineArn(machine), input: JSON.stringify(input) };
        await states.operations.StartExecution?.(request, {});
      },
    }),
  );
  const run = async () => void (await sweepExpired());
  stops.push(startSchedule({ everyMinutes: EXPIRE_EVERY_MINUTES, clock, run }));
  return () => {
    for (const stop of stops) stop();
  };
}
