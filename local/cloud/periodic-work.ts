import { schedules } from '../../lib/topology.ts';
import type { Clock } from '../clock.ts';
import { startSchedule } from '../events/schedule.ts';
import type { OperationService } from '../http/service.ts';
import { machineArn } from './names.ts';

/** AWS promises to delete what is over within a day or two; nobody needs it faster. */
const TIDY_EVERY_MINUTES = 10;

/**
 * Starts the topology's schedules, and the rooms' deleting of what is over; returns how to stop them.
 *
 * @param chores One that fails is tried again the next time.
 */
export function startPeriodicWork(
  clock: Clock,
  states: OperationService,
  chores: readonly (() => Promise<unknown>)[],
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
  for (const chore of chores) {
    stops.push(startSchedule({ everyMinutes: TIDY_EVERY_MINUTES, clock, run: async () => void (await chore()) }));
  }
  return () => {
    for (const stop of stops) stop();
  };
}
