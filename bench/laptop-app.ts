import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { LaptopCloud } from 'laptop-cloud';
import { startCloud } from '../laptop/cloud.ts';
import { readSamples } from '../laptop/samples.ts';
import { buildRoot, projectRoot } from '../lib/bundle.ts';

/** Turns enough that no receipt waits for one. */
const settings = { turnsPerSecond: 50 };

/** Each round is the sample receipts as those of one more person: no duplicate of another's. */
const PEOPLE = ['alice', 'bert', 'cleo', 'dora'];

/** Spendwire's cloud, for the benches of `packages/laptop-cloud/bench`: `--app bench/laptop-app.ts`. */
export const app = {
  workName: 'receipts',
  start: (dataDirectory: string, { periodicWork }: { periodicWork: boolean }) =>
    startCloud({ dataDirectory, port: 0, settings, periodicWork }),
  async work(cloud: LaptopCloud, round: number): Promise<number> {
    const receipts = (await readSamples()).filter(({ key }) => key.startsWith('receipts/'));
    for (const { key, body } of receipts) await cloud.s3.write(key.replace('/alice/', `/${PEOPLE[round - 1]}/`), body);
    await cloud.idle();
    return receipts.length;
  },
  command: {
    folder: projectRoot,
    args: (dataDirectory: string) => [
      'lib/run.mjs',
      'laptop/cli.ts',
      '--data',
      dataDirectory,
      '--port',
      '0',
      '--empty',
    ],
  },
  forgetBundles: () => rm(join(buildRoot, 'lambdas'), { recursive: true, force: true }),
};
