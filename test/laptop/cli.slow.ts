import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../lib/bundle.ts';

let data: string;
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'spendwire-cli-'));
});
afterAll(() => rm(data, { recursive: true, force: true }));

/** Runs the command line as `npm start` does, until it ends. */
const run = (...args: string[]) => start(...args).ended;

/** Starts the command line as `npm start` does. */
function start(...args: string[]) {
  const child = spawn(process.execPath, ['lib/run.mjs', 'laptop/cli.ts', ...args], {
    cwd: projectRoot,
    env: { ...process.env, NO_COLOR: '1' },
  });
  let output = '';
  let listen: () => void = () => undefined;
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      listen();
    });
  }
  return {
    kill: (signal: NodeJS.Signals) => child.kill(signal),
    /** Resolves once a text was printed. */
    says: (text: string) =>
      new Promise<void>((resolve) => {
        listen = () => output.includes(text) && resolve();
        listen();
      }),
    ended: new Promise<{ code: number | null; output: string }>((resolve) =>
      child.on('close', (code) => resolve({ code, output })),
    ),
  };
}

describe('npm start', () => {
  it('explains itself with --help', async () => {
    const { code, output } = await run('--help');

    expect(code).toBe(0);
    for (const option of ['--data', '--port', '--empty', '--once']) expect(output).toContain(option);
  });

  it('fails on an unknown option with exit code 2 and points to --help', async () => {
    const { code, output } = await run('--prot', '1');

    expect(code).toBe(2);
    expect(output).toContain('--help');
  });

  it('fails on a taken port and names the option that takes another', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };

    const { code, output } = await run('--data', join(data, 'taken'), '--port', String(port), '--once');

    server.close();
    expect(code).toBe(1);
    expect(output).toContain(`port ${port} is taken`);
    expect(output).toContain('--port N');
  });

  it('fails with a sentence on a data folder that is damaged within', async () => {
    const folder = join(data, 'damaged');
    await mkdir(join(folder, 'aws.env'), { recursive: true });

    const { code, output } = await run('--data', folder, '--port', '0', '--once');

    expect(code).toBe(1);
    expect(output).toContain('the data folder is damaged or closed to this user');
    expect(output).not.toMatch(/^ {4}at /m);
  });

  it('ends in order with Ctrl-C amid reading, and the next start works off the rest', async () => {
    const folder = join(data, 'stopped');
    const receipts = ['03-hardware-store.jpg', '04-gas-station.jpg', '07-energy-invoice.pdf'];
    for (const name of receipts) {
      await cp(join(projectRoot, 'events/samples/receipts', name), join(folder, 'bucket/receipts/alice', name));
    }
    const child = start('--data', folder, '--port', '0', '--empty');
    for (const name of receipts) await child.says(`→ ${name}`);

    child.kill('SIGINT');

    const { code, output } = await child.ended;
    expect(output).toContain('stopping; what is under way goes on with the next start');
    expect(code).toBe(0);
    const next = await run('--data', folder, '--port', '0', '--once');
    expect(next.code).toBe(0);
    expect(next.output).toContain('3 documents, 3 completed');
  }, 180_000);

  it('ends in order with Ctrl-C before it is ready, and drops no samples', async () => {
    const child = start('--data', join(data, 'hasty'), '--port', '0');
    await child.says('getting ready');

    child.kill('SIGINT');

    const { code, output } = await child.ended;
    expect(output).toContain('stopping; what is under way goes on with the next start');
    expect(output).not.toContain('Dropping');
    expect(code).toBe(0);
  });

  it('ends with --once and exit code 0 when there is nothing to do', async () => {
    const { code, output } = await run('--data', join(data, 'empty'), '--port', '0', '--empty', '--once');

    expect(code).toBe(0);
    expect(output).not.toContain('Dropping');
  });
});
