import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../lib/bundle.ts';

/** One sample and the key that it is dropped under. */
export interface Sample {
  readonly key: string;
  readonly body: Buffer;
}

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
