import type { Clock } from '../clock.ts';
import { startSchedule } from '../events/schedule.ts';
import type { Json, OperationService } from '../http/service.ts';
import type { ScheduleSpec } from './declaration.ts';
import { machineArn } from './ensure-machines.ts';

/** AWS promises to delete what is over within a day or two; nobody needs it faster. */
const TIDY_EVERY_MINUTES = 10;

export interface PeriodicWork {
  readonly clock: Clock;
  /** Where the schedules' machines run. */
  readonly states: OperationService;
  /** Invokes their functions, without waiting for the end. */
  invokeLater(functionName: string, payload: Json): Promise<void>;
  readonly schedules: readonly ScheduleSpec[];
  /** The rooms' deleting of what is over; one that fails is tried again the next time. */
  readonly chores: readonly (() => Promise<unknown>)[];
}

/** What runs more often is soon due again. */
const CAUGHT_UP_FROM_MINUTES = 24 * 60;

/**
 * Starts what runs by the clock; returns how to stop it. A machine that is due once a day, and was while the computer was
 * off, runs at the start.
 */
export function startPeriodicWork({ clock, states, invokeLater, schedules, chores }: PeriodicWork): () => void {
  const stops = schedules.map((schedule) => {
    const { everyMinutes, input } = schedule;
    const when = { everyMinutes, clock, ...(input === undefined ? {} : { input }) };
    if ('function' in schedule) {
      return startSchedule({ ...when, run: (payload) => invokeLater(schedule.function, payload) });
    }
    const { machine } = schedule;
    return startSchedule({
      ...when,
      ...(everyMinutes < CAUGHT_UP_FROM_MINUTES ? {} : { wasMissed: wasMissed(states, machine, clock) }),
      run: async (payload) => {
        const request = { stateMachineArn: machineArn(machine), input: JSON.stringify(payload) };
        await states.operations.StartExecution?.(request, {});
      },
    });
  });
  for (const chore of chores) {
    stops.push(startSchedule({ everyMinutes: TIDY_EVERY_MINUTES, clock, run: async () => void (await chore()) }));
  }
  return () => {
    for (const stop of stops) stop();
  };
}

/** Whether a machine has not run, nor been made, since it was due last. */
const wasMissed =
  ({ operations }: OperationService, machine: string, clock: Clock) =>
  async (everyMs: number): Promise<boolean> => {
    const request = { stateMachineArn: machineArn(machine) };
    const last = await operations.ListExecutions?.({ ...request, maxResults: 1 }, {});
    const [execution] = (last?.executions ?? []) as { startDate: number }[];
    const made = execution ? undefined : await operations.DescribeStateMachine?.(request, {});
    const sinceMs = 1000 * (execution?.startDate ?? Number(made?.creationDate));
    return Math.floor(sinceMs / everyMs) < Math.floor(clock.now() / everyMs);
  };
