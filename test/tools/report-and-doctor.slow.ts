import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../lib/bundle.ts';
import { openCloud, type TestCloud } from '../cloud/open-cloud.ts';

let stage: TestCloud;
beforeAll(async () => {
  stage = await openCloud();
  const samples = join(projectRoot, 'events', 'samples');
  const plan = await readFile(join(samples, 'budgets', 'alice.yaml'), 'utf8');
  await stage.cloud.s3.write('budgets/alice.yaml', Buffer.from(plan));
  await stage.cloud.idle();
  for (const name of ['01-grocery-slip.jpg', '12-blurred-photo.jpg']) {
    await stage.cloud.s3.write(`receipts/alice/${name}`, await readFile(join(samples, 'receipts', name)));
  }
  const typo = plan.replace('category: dining', 'category: dinning').replace('- sms: "+12025550123"', '');
  await stage.cloud.s3.write('budgets/bob.yaml', Buffer.from(typo));
  await stage.cloud.idle();
});
afterAll(() => stage.close());

/** Runs a tool as `npm run` does, against the running cloud unless another port is given. */
function run(tool: 'report' | 'doctor', ...args: string[]) {
  const port = args.includes('--port') ? [] : ['--port', new URL(stage.cloud.endpoint).port];
  const child = spawn(process.execPath, ['lib/run.mjs', `tools/${tool}-cli.ts`, ...args, ...port], {
    cwd: projectRoot,
    env: { ...process.env, NO_COLOR: '1' },
  });
  let output = '';
  let errors = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  return new Promise<{ code: number | null; output: string; errors: string }>((resolve) =>
    child.on('close', (code) => resolve({ code, output, errors })),
  );
}

describe('npm run report', () => {
  it('tells what was spent, what waits, and what was sent', async () => {
    const { code, output } = await run('report', '--user', 'alice', '--month', '2026-11');

    expect(code).toBe(0);
    expect(output).toMatch(/groceries {5}█+░+ +51% {2}129\.10 of 250\.00 USD/);
    expect(output).toMatch(/2026-11-02 {2}GREEN BASKET MARKET +groceries +129\.10 USD/i);
    expect(output).toMatch(/12-blurred-photo\.jpg {2}needs review/);
    expect(output).toMatch(/SMS \+12025550123 +accepted {2}Groceries: 51%/);
  });

  it('writes CSV and JSON for a person known by the phone number', async () => {
    const who = ['--contact', '+12025550123', '--from', '2026-11-01', '--to', '2026-11-30'];

    const [csv, json] = await Promise.all([
      run('report', ...who, '--format', 'csv'),
      run('report', ...who, '--format', 'json'),
    ]);

    expect(csv.output).toMatch(
      /^date,merchant,[^\r]+\r\n2026-11-02,GREEN BASKET MARKET,groceries,129\.10,USD,[^\r]*\r\n$/i,
    );
    expect(JSON.parse(json.output)).toMatchObject({ user: 'alice', expenses: [{ amount: { decimal: '129.10' } }] });
  });

  it('fails on somebody unknown, and on a mistake with exit code 2', async () => {
    const [unknown, mistake] = await Promise.all([run('report', '--user', 'alcie'), run('report', '--usr', 'alice')]);

    expect(unknown).toMatchObject({ code: 1, errors: 'nothing is known of alcie; did you mean alice?\n' });
    expect(mistake.code).toBe(2);
    expect(mistake.errors).toContain('--help');
  });

  it('fails with what to do when nothing runs there', async () => {
    const { code, errors } = await run('report', '--user', 'alice', '--port', '1');

    expect(code).toBe(1);
    expect(errors).toContain('start it with npm start');
  });
});

describe('npm run doctor', () => {
  it('finds nothing in the way of somebody whose receipts go through', async () => {
    const { code, output } = await run('doctor', '--user', 'alice');

    expect(output).toContain('✓ plan budgets/alice.yaml');
    expect(output).toContain('✓ SMS +12025550123: confirmed');
    expect(output).toContain('! 1 file is not counted until settled');
    expect(output).toContain('Nothing stands between Alice and an alert.');
    expect(code).toBe(0);
  });

  it('finds a misspelt category, and what was meant', async () => {
    const { code, output } = await run('doctor', '--user', 'bob');

    expect(output).toContain('✗ nothing was ever sorted into dinning');
    expect(output).toContain('did you mean dining?');
    expect(code).toBe(1);
  });
});
