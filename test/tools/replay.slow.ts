import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../lib/bundle.ts';
import { viewDocument } from '../../views/document-view.ts';
import { openCloud, type TestCloud } from '../cloud/open-cloud.ts';

const GAS = 'receipts/alice/gas.jpg';
const BLURRED = 'receipts/alice/blurred.jpg';
let stage: TestCloud;
beforeAll(async () => {
  stage = await openCloud();
  const samples = join(projectRoot, 'events', 'samples', 'receipts');
  await stage.cloud.s3.write(GAS, await readFile(join(samples, '04-gas-station.jpg')));
  await stage.cloud.s3.write(BLURRED, await readFile(join(samples, '12-blurred-photo.jpg')));
  await stage.cloud.idle();
});
afterAll(() => stage.close());

/** Runs the tool as `npm run` does, against the running cloud, and waits until what it started is done. */
async function replay(...args: string[]) {
  const port = args.includes('--port') ? [] : ['--port', new URL(stage.cloud.endpoint).port];
  const child = spawn(process.execPath, ['lib/run.mjs', 'tools/replay-cli.ts', ...args, ...port], {
    cwd: projectRoot,
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  await stage.cloud.idle();
  return { code, output };
}

const idOf = async (key: string) => (await stage.documentIds(key))[0] as string;
const runOf = async (key: string) => (await viewDocument(stage.table, await idOf(key)))?.run;

describe('npm run replay', () => {
  it('runs a file, and a document by its id, and names what it started', async () => {
    const id = await idOf(GAS);

    const byFile = await replay(GAS);
    const byId = await replay('--document', id, '--reread');

    expect(byFile).toEqual({ code: 0, output: `started alice-gas-${id}-r2  ${GAS}\n` });
    expect(byId).toMatchObject({ code: 0, output: expect.stringContaining(`started alice-gas-${id}-r3`) });
    expect(await viewDocument(stage.table, id)).toMatchObject({ status: 'completed', run: 3 });
  });

  it('runs every receipt of a person that matches, and no other', async () => {
    const before = await runOf(GAS);

    const { code, output } = await replay('--user', 'alice', '--status', 'needs_review');

    expect(code).toBe(0);
    expect(output).toBe(`started alice-blurred-${await idOf(BLURRED)}-r2  ${BLURRED} (needs review)\n`);
    expect(await runOf(GAS)).toBe(before);
  });

  it('finds nothing missing where every event came, and says how much it looked at', async () => {
    const { code, output } = await replay('--missing');

    expect(code).toBe(0);
    expect(output).toMatch(/^nothing is missing among \d+ versions\n$/);
  });

  it('fails when nothing matches, when there is no such file, and when nobody answers', async () => {
    expect(await replay('--user', 'alice', '--to', '2020-01-01')).toMatchObject({ code: 1 });
    expect(await replay('receipts/alice/gone.jpg')).toMatchObject({
      code: 1,
      output: expect.stringContaining('there is none at s3://'),
    });
    expect(await replay(GAS, '--port', '2')).toMatchObject({ code: 1, output: expect.stringContaining('npm start') });
    expect(await replay('--user', 'alice', GAS)).toMatchObject({ code: 2 });
  });
});
