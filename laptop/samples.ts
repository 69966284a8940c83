import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../lib/bundle.ts';
import { type MachineId, machines, scheduledMachines } from '../lib/topology.ts';
import type { SpendwireCloud } from './cloud.ts';

/** One sample and the key that it is dropped under. */
export interface Sample {
  readonly key: string;
  readonly body: Buffer;
}

/** The day of the samples: their receipts are of the weeks before, so that their month is not over yet. */
export const SAMPLES_NOW = '2026-11-20T17:00:00Z';

/** Whether the samples' month is another one than an instant's: what is over is told to nobody. */
export const isOutOfSeason = (epochMs: number): boolean =>
  new Date(epochMs).toISOString().slice(0, 7) !== SAMPLES_NOW.slice(0, 7);

const samplesFolder = join(projectRoot, 'events', 'samples');

/** The sample plan, then the sample documents in the order of their names. */
export async function readSamples(): Promise<Sample[]> {
  const receipts = (await readdir(join(samplesFolder, 'receipts')))
    .filter((name) => !name.endsWith('.truth.json'))
    .sort();
  const files = [
    { key: 'budgets/alice.yaml', path: join('budgets', 'alice.yaml') },
    ...receipts.map((name) => ({ key: `receipts/alice/${name}`, path: join('receipts', name) })),
  ];
  return Promise.all(files.map(async ({ key, path }) => ({ key, body: await readFile(join(samplesFolder, path)) })));
}

const documentMachines = (Object.keys(machines) as MachineId[]).filter((id) => !scheduledMachines.includes(id));

/**
 * Whether nobody has dropped anything here yet. A folder that is merely there does not count as used: it may have been
 * made by hand, or by a start that found its port taken.
 */
export async function isUntouched({
  s3,
  states,
  values,
  bucketName,
}: Pick<SpendwireCloud, 's3' | 'states' | 'values' | 'bucketName'>): Promise<boolean> {
  const { ListObjectsV2 } = s3.operations;
  const { ListExecutions } = states.operations;
  const objects = await ListObjectsV2?.({ Bucket: bucketName, MaxKeys: 1 }, {});
  if (objects?.['KeyCount'] !== 0) return false;
  const ran = await Promise.all(
    documentMachines.map((id) => ListExecutions?.({ stateMachineArn: values[`${id}Arn`] ?? '', maxResults: 1 }, {})),
  );
  return ran.every((page) => (page?.['executions'] as unknown[] | undefined)?.length === 0);
}
