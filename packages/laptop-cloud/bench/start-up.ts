import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chosenApp, startCommand } from './measure/app.ts';

/**
 * How long an app's cloud takes until it is ready, from the command to the word, with an empty data folder: once with
 * its functions' bundles to be made, if it has any to make, then with them at hand. Prints milliseconds as JSON.
 *
 *     npx tsx packages/laptop-cloud/bench/start-up.ts [--app FILE]
 */
const { app } = await chosenApp();

async function untilReady(): Promise<number> {
  const data = await mkdtemp(join(tmpdir(), 'laptop-cloud-start-'));
  const { readyMs, stop } = await startCommand(app, data);
  await stop();
  await rm(data, { recursive: true, force: true });
  return readyMs;
}

await app.forgetBundles?.();
const withBundlesToMake = app.forgetBundles && (await untilReady());
const withBundles: number[] = [];
for (let run = 0; run < 5; run++) withBundles.push(await untilReady());
console.log(JSON.stringify({ unit: 'ms', withBundlesToMake, withBundles }, null, 2));
