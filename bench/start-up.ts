import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildRoot, projectRoot } from '../lib/bundle.ts';

/**
 * How long the local cloud takes until it is ready, from the command to the word, with an empty data folder: once
 * with the functions' bundles to be made, then with them at hand. Prints milliseconds as JSON.
 *
 *     npx tsx bench/start-up.ts
 */
async function untilReady(): Promise<number> {
  const data = await mkdtemp(join(tmpdir(), 'spendwire-start-'));
  const started = performance.now();
  const child = spawn(process.execPath, ['lib/run.mjs', 'local/cli.ts', '--data', data, '--port', '0', '--empty'], {
    cwd: projectRoot,
    env: { ...process.env, NO_COLOR: '1' },
  });
  const ready = await new Promise<number>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      if (chunk.toString().includes('ready  ')) resolve(performance.now() - started);
    });
    child.on('exit', (code) => reject(new Error(`expected it to become ready, it ended with ${code}`)));
  });
  child.removeAllListeners('exit');
  const ended = new Promise((resolve) => child.on('exit', resolve));
  child.kill('SIGINT');
  await ended;
  await rm(data, { recursive: true, force: true });
  return Math.round(ready);
}

await rm(buildRoot, { recursive: true, force: true });
const withBundlesToMake = await untilReady();
const withBundles: number[] = [];
for (let run = 0; run < 5; run++) withBundles.push(await untilReady());
console.log(JSON.stringify({ unit: 'ms', withBundlesToMake, withBundles }, null, 2));
