import { setTimeout as sleep } from 'node:timers/promises';
import { SpendwireError } from './errors.ts';

const ATTEMPTS = 8;

/**
 * Runs read-decide-write until the write's condition held. `attempt` returns undefined when somebody else was
 * faster; what it read is then stale and it starts over.
 *
 * @throws SpendwireError `LedgerBusyError` when others were faster every time; the state machine tries again later.
 */
export async function optimistically<T>(attempt: () => Promise<T | undefined>): Promise<T> {
  for (let tried = 0; tried < ATTEMPTS; tried++) {
    const result = await attempt().catch((error: unknown) => {
      if (error instanceof SpendwireError && error.name === 'LedgerBusyError') return undefined;
      throw error;
    });
    if (result !== undefined) return result;
    await sleep(Math.random() * 20 * 2 ** tried);
  }
  throw new SpendwireError('LedgerBusyError', `others wrote first ${ATTEMPTS} times in a row; the step is tried again`);
}
