import type { Clock } from '../clock.ts';
import type { JsonObject } from '../http/service.ts';

export interface ScheduleOptions {
  readonly everyMinutes: number;
  readonly clock: Clock;
  /** Gets the moment it was due: `{ time: '2026-11-20T07:30:00Z' }`. */
  run(input: JsonObject): Promise<void>;
}

/** Runs something at every whole multiple of its minutes; returns how to stop it. A failing run does not end it. */
export function startSchedule({ everyMinutes, clock, run }: ScheduleOptions): () => void {
  const stopped = new AbortController();
  const everyMs = everyMinutes * 60_000;

  const loop = async () => {
    while (!stopped.signal.aborted) {
      const dueMs = (Math.floor(clock.now() / everyMs) + 1) * everyMs;
      await clock.sleepUntil(dueMs, stopped.signal);
      const time = new Date(dueMs).toISOString().replace('.000Z', 'Z');
      await clock.busy(() => run({ time })).catch(() => undefined);
    }
  };
  loop().catch(() => undefined);
  return () => stopped.abort();
}
