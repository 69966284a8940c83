import type { LocalCloud } from '../../../../laptop/cloud.ts';
import { readSamples } from '../../../../laptop/samples.ts';

/**
 * Drops the sample receipts as those of one person, and resolves when each has come to its end.
 *
 * @returns how many documents these were.
 */
export async function workOffSamples(cloud: LocalCloud, userId: string): Promise<number> {
  const receipts = (await readSamples()).filter(({ key }) => key.startsWith('receipts/'));
  for (const { key, body } of receipts) await cloud.s3.write(key.replace('/alice/', `/${userId}/`), body);
  await cloud.idle();
  return receipts.length;
}
