import { setMaxListeners } from 'node:events';
import type { Clock } from '../../clock.ts';
import { StatesError } from './states-error.ts';

/** Why work was stopped from outside: another branch failed. Nothing catches it; it unwinds to the Parallel or Map. */
export class BranchCancelled extends Error {
  override readonly name = 'BranchCancelled';
}

/** The laptop cloud is closing: the execution stays as it is and goes on after the next start. */
export class ServiceClosed extends Error {
  override readonly name = 'ServiceClosed';
}

/** A controller that any number of tasks may listen to; Node warns from the eleventh on. */
export function sharedController(): AbortController {
  const controller = new AbortController();
  setMaxListeners(0, controller.signal);
  return controller;
}

/**
 * A signal that follows its parent and can also be aborted by itself.
 *
 * Call `release` when the work is over, or the parent holds on to it for as long as the execution runs.
 */
export function childSignal(parent: AbortSignal): {
  signal: AbortSignal;
  abort(reason: unknown): void;
  release(): void;
} {
  const controller = sharedController();
  const follow = () => controller.abort(parent.reason);
  if (parent.aborted) follow();
  else parent.addEventListener('abort', follow, { once: true });
  return {
    signal: controller.signal,
    abort: (reason) => controller.abort(reason),
    release: () => parent.removeEventListener('abort', follow),
  };
}

/** Settles as the work does, or rejects with the signal's reason as soon as it is aborted. */
export function abortable<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(signal.reason);
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}

/**
 * Runs work that may take so many seconds; undefined sets no limit.
 *
 * @throws StatesError `States.Timeout` when the time is up; the work's signal is aborted with it.
 */
export async function withTimeout<T>(
  clock: Clock,
  seconds: number | undefined,
  parent: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  if (seconds === undefined) return abortable(work(parent), parent);
  const child = childSignal(parent);
  const timer = new AbortController();
  clock.sleep(seconds * 1000, timer.signal).then(
    () => child.abort(StatesError.timeout()),
    () => undefined,
  );
  try {
    return await abortable(work(child.signal), child.signal);
  } finally {
    timer.abort();
    child.release();
  }
}

/**
 * Runs work that has to show a sign of life at least every so many seconds; undefined asks for none.
 *
 * @param listen Is given what to call at each sign of life.
 * @throws StatesError `States.Timeout`, also known as `States.HeartbeatTimeout`, after a silence that was too long.
 */
export async function withHeartbeat<T>(
  clock: Clock,
  seconds: number | undefined,
  parent: AbortSignal,
  listen: (beat: () => void) => void,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  if (seconds === undefined) return work(parent);
  const child = childSignal(parent);
  let timer = new AbortController();
  const beat = () => {
    timer.abort();
    timer = new AbortController();
    clock.sleep(seconds * 1000, timer.signal).then(
      () => child.abort(StatesError.heartbeatTimeout()),
      () => undefined,
    );
  };
  listen(beat);
  beat();
  try {
    return await abortable(work(child.signal), child.signal);
  } finally {
    listen(() => undefined);
    timer.abort();
    child.release();
  }
}
