import { functionName } from '../../laptop/names.ts';
import type { TestCloud } from './open-cloud.ts';

/** Has the sweep run now, as the clock does; it has to succeed. */
export async function sweep({ cloud, clock }: TestCloud): Promise<void> {
  const { ok, payload } = await cloud.lambda.invoke(functionName('Sweep'), {
    startedAt: new Date(clock.now()).toISOString(),
  });
  if (!ok) throw new Error(`expected the sweep to succeed, got ${JSON.stringify(payload)}`);
}
