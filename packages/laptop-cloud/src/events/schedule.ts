import type { Clock } from '../clock.ts';
import type { JsonObject } from '../http/service.ts';

/**
 * Stands in a schedule's input for the moment at which it was due.
 * https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-schedule-context-attributes.html
 */
export const SCHEDULED_TIME = '<aws.scheduler.scheduled-time>';

export interface ScheduleOptions {
  readonly everyMinutes: number;
  readonly clock: Clock;
  /** Whether the last time that it was due has passed while nothing ran; then it runs at once. @default - it has not */
  wasMissed?(everyMs: number): Promise<boolean>;
  /** What it gets, with {@link SCHEDULED_TIME} filled in. @default - `{ time: '2026-11-20T07:30:00Z' }`, when it was due */
  readonly input?: JsonObject;
  run(input: JsonObject): Promise<void>;
}

/** Runs something at every whole multiple of its minutes; returns how to stop it. A failing run does not end it. */
export function startSchedule({ everyMinutes, clock, wasMissed, input, run }: ScheduleOptions): () => void {
  const stopped = new AbortController();
  const everyMs = everyMinutes * 60_000;

  const lastDueMs = () => Math.floor(clock.now() / everyMs) * everyMs;
  const runFor = (dueMs: number) => {
    const time = new Date(dueMs).toISOString().replace('.000Z', 'Z');
    return clock.busy(() => run(filled(input ?? { time: SCHEDULED_TIME }, time))).catch(() => undefined);
  };
  const loop = async () => {
    if (await wasMissed?.(everyMs).catch(() => false)) await runFor(lastDueMs());
    while (!stopped.signal.aborted) {
      const dueMs = lastDueMs() + everyMs;
      await clock.sleepUntil(dueMs, stopped.signal);
      await runFor(dueMs);
    }
  };
  loop().catch(() => undefined);
  return () => stopped.abort();
}

const filled = (input: JsonObject, time: string): JsonObject =>
  JSON.parse(JSON.stringify(input).replaceAll(SCHEDULED_TIME, time));
