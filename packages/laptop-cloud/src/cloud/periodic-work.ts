import type { Clock } from '../clock.ts';
import { startSchedule } from '../events/schedule.ts';
import type { OperationService } from '../http/service.ts';
import type { ScheduleSpec } from './declaration.ts';
import { machineArn } from './ensure-machines.ts';

/** AWS promises to delete what is over within a day or two; nobody needs it faster. */
const TIDY_EVERY_MINUTES = 10;

export interface PeriodicWork {
  readonly clock: Clock;
  /** Where the schedules' machines run. */
  readonly states: OperationService;
  readonly schedules: readonly ScheduleSpec[];
  /** The rooms' deleting of what is over; one that fails is tried again the next time. */
  readonly chores: readonly (() => Promise<unknown>)[];
}

/** Starts what runs by the clock; returns how to stop it. */
export function startPeriodicWork({ clock, states, schedules, chores }: PeriodicWork): () => void {
  const stops = schedules.map(({ machine, everyMinutes }) =>
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
