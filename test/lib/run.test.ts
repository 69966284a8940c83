import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../lib/bundle.ts';

interface Failure {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command that fails. */
const runFailing = (...args: string[]): Promise<Failure> =>
  promisify(execFile)(process.execPath, ['lib/run.mjs', ...args], { cwd: projectRoot }).then(
    () => expect.fail('expected the command to fail'),
    (error: Failure) => error,
  );

describe('lib/run.mjs', () => {
  it('runs a command that uses one of our own packages', async () => {
    const command = ['lib/run.mjs', 'test/lib/run/workspace-command.ts'];
    const { stdout } = await promisify(execFile)(process.execPath, command, { cwd: projectRoot });

    expect(JSON.parse(stdout)).toMatchObject({ decimal: '1234.56' });
  });

  it('hands the command its arguments, and shows where it failed in its own file', async () => {
    const { code, stdout, stderr } = await runFailing('test/lib/run/throwing-command.ts', '--port', '0');

    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toEqual(['--port', '0']);
    expect(stderr).toContain('throwing-command.ts:4');
  });

  it.each([[[]], [['cli']]])('fails on %j with what was expected', async (args) => {
    const { code, stderr } = await runFailing(...args);

    expect(code).toBe(2);
    expect(stderr).toContain('expected a command such as laptop/cli.ts');
  });
});
