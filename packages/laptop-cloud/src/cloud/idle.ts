/** Something that may have work left. */
export interface Worker {
  /** Pieces of work not done yet. */
  pending(): number;
  /** Resolves when nothing is pending, as far as the worker knows. @default - it is asked again a little later */
  idle?(): Promise<void>;
}

const ASK_AGAIN_MS = 25;

/**
 * Resolves when no worker has anything left; what one of them ends may begin something at another.
 *
 * @param stopped Ends the asking, and with it what would keep the process alive: stopped workers never get done.
 */
export async function allIdle(workers: readonly Worker[], stopped: AbortSignal): Promise<void> {
  while (!stopped.aborted) {
    for (const worker of workers) await worker.idle?.();
    if (workers.every((worker) => worker.pending() === 0)) return;
    await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
  }
}
