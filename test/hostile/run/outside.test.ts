import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { judgeOutside } from './outside.ts';

it('finds a file that was written beside the bucket', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'outside-'));
  onTestFinished(() => rm(directory, { recursive: true }));
  for (const folder of ['data/bucket', 'data/outbox', 'data/logs', 'data/.spendwire', 'outside/folder']) {
    await mkdir(join(directory, folder), { recursive: true });
  }
  for (const file of ['data/aws.env', 'outside/secret.pdf', 'outside/folder/secret.pdf']) {
    await writeFile(join(directory, file), '');
  }
  expect((await judgeOutside(directory)).problems).toEqual([]);

  await writeFile(join(directory, 'data/climbs.pdf'), '');

  expect((await judgeOutside(directory)).problems).toEqual([expect.stringContaining('climbs.pdf')]);
});
