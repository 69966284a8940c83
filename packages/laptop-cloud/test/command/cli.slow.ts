import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { temporaryDirectory } from '../temporary-directory.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Runs the command on any free port until it says so much, or has ended by itself. */
async function laptopCloud(file: string, until = /^ready .*\n/m) {
  const args = ['--import', 'tsx', 'src/cli.ts', file, '--data', await temporaryDirectory(), '--port', '0'];
  const child = spawn(process.execPath, args, { cwd: root });
  let isInterrupted = false;
  const said = { stdout: '', stderr: '' };
  child.stderr.on('data', (chunk: Buffer) => {
    said.stderr += chunk.toString();
  });
  child.stdout.on('data', (chunk: Buffer) => {
    said.stdout += chunk.toString();
    if (!isInterrupted && until.test(said.stdout)) isInterrupted = child.kill('SIGINT');
  });
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { status, ...said };
}

describe('laptop-cloud', () => {
  it('runs a module until it is interrupted', async () => {
    const { status, stdout } = await laptopCloud('example/library.mjs');

    expect(status).toBe(0);
    expect(stdout).toMatch(
      /^runs {6}1 table, 1 function, 1 machine\nready {5}.* endpoint http:\/\/127\.0\.0\.1:\d+\n$/,
    );
  });

  it('ends in order when it is interrupted before it is ready', async () => {
    const file = join(await temporaryDirectory(), 'slow.mjs');
    await writeFile(
      file,
      `console.log('half read');
      await new Promise((resolve) => setTimeout(resolve, 300));
      export default {};`,
    );

    const { status, stdout, stderr } = await laptopCloud(file, /^half read\n/);

    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: 'half read\n', stderr: '' });
  });

  it('runs a template, and tells what of it does not run', async () => {
    const file = join(await temporaryDirectory(), 'Stack.template.json');
    const Resources = { Alarm: { Type: 'AWS::CloudWatch::Alarm' }, News: { Type: 'AWS::SNS::Topic' } };
    await writeFile(file, JSON.stringify({ Resources }));

    const { status, stdout } = await laptopCloud(file);

    expect(status).toBe(0);
    expect(stdout).toMatch(
      /^not run {3}Alarm \(AWS::CloudWatch::Alarm\): nothing here serves it\nruns {6}1 topic\nready /,
    );
  });

  it('fails with one line when there is no such file', async () => {
    const { status, stderr } = await laptopCloud('nowhere.template.json');

    expect(status).toBe(1);
    expect(stderr).toMatch(/^expected a template: ENOENT.*\n$/m);
  });
});
