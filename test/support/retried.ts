import type { SpendwireError } from '../../lambdas/core/ground/errors.ts';

/** Does as the machines do: a step that fails with what may pass is tried again. */
export async function retried<T>(step: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await step();
    } catch (error) {
      if ((error as SpendwireError).kind !== 'transient') throw error;
    }
  }
}
