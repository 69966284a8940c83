import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildRoot } from '../../../lib/bundle.ts';
import { startedCloud } from './measure/started-cloud.ts';

/**
 * How long the local cloud takes until it is ready, from the command to the word, with an empty data folder: once
 * with the functions' bundles to be made, then with them at hand. Prints milliseconds as JSON.
 *
 *     npx tsx packages/laptop-cloud/bench/start-up.ts
 */
async function untilReady(): Promise<number> {
  const data = await mkdtemp(join(tmpdir(), 'laptop-cloud-start-'));
  const { readyMs, stop } = await startedCloud(data);
  await stop();
  await rm(data, { recursive: true, force: true });
  return readyMs;
}

await rm(join(buildRoot, 'lambdas'), { recursive: true, force: true });
const withBundlesToMake = await untilReady();
const withBundles: number[] = [];
for (let run = 0; run < 5; run++) withBundles.push(await untilReady());
console.log(JSON.stringify({ unit: 'ms', withBundlesToMake, withBundles }, null, 2));
