import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/http/service.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { openStates } from './harness.ts';

/** So many that no run between two kills is long enough for all of them. */
const DOCUMENTS = 24;
const LEAST_KILLS = 8;
const MOST_KILLS = 40;
const LONGEST_RUN_MS = 150;

/** Bundles the child once: a bare Node starts several times faster than one with a TypeScript loader. */
async function bundleChild(): Promise<string> {
  const outfile = fileURLToPath(new URL('../../.build/test/states-durability-child.mjs', import.meta.url));
  const entry = fileURLToPath(new URL('./durability/child.ts', import.meta.url));
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
  });
  return outfile;
}

/** A small generator of repeatable numbers, so that a failing run can be run again. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Resolves with whether the process was killed; the time counts from when it has opened its folder. */
async function runChild(child: string, directory: string, killAfterMs: number | undefined): Promise<boolean> {
  const process = spawn('node', [child, directory, String(DOCUMENTS)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exit = once(process, 'exit');
  await once(process.stdout, 'data');
  const timer = killAfterMs === undefined ? undefined : setTimeout(() => process.kill('SIGKILL'), killAfterMs);
  const [, signal] = await exit;
  clearTimeout(timer);
  return signal === 'SIGKILL';
}

const effectsOf = async (directory: string): Promise<JsonObject[]> =>
  (await readFile(join(directory, 'effects.jsonl'), 'utf8').catch(() => ''))
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as JsonObject);

describe('executions whose process is killed', () => {
  it('go on until every one has ended, each step done and each end told at least once', {
    timeout: 120_000,
  }, async () => {
    const child = await bundleChild();
    const directory = await temporaryDirectory();
    const random = seeded(7);
    let kills = 0;
    while (kills < MOST_KILLS && (await runChild(child, directory, random() * LONGEST_RUN_MS))) kills += 1;

    await runChild(child, directory, undefined);

    expect(kills).toBeGreaterThanOrEqual(LEAST_KILLS);

    const effects = await effectsOf(directory);
    const { call, history } = await openStates({ directory: join(directory, 'states') });
    for (let index = 0; index < DOCUMENTS; index += 1) {
      const document = `document-${index}`;
      const executionArn = `arn:aws:states:us-east-1:000000000000:execution:kept:${document}`;
      expect(await call('DescribeExecution', { executionArn })).toMatchObject({
        status: 'SUCCEEDED',
        output: `{"total":${document.length}}`,
      });
      const events = await history(executionArn);
      expect(events.map(({ id }) => id)).toEqual(events.map((_, position) => position + 1));
      const own = effects.filter((effect) => JSON.stringify(effect).includes(`"${document}"`));
      expect(own.map(({ event }) => event)).toEqual(expect.arrayContaining(['RUNNING', 'SUCCEEDED']));
      const steps = own.flatMap((effect) => (effect.call as JsonObject | undefined)?.step ?? []);
      const spread = ['spread 1', 'spread 2', 'spread 3'];
      expect(new Set(steps)).toEqual(
        new Set(['read', 'record 1', 'record 2', 'record 3', 'record 4', 'deliver', ...spread]),
      );
    }
  });
});
