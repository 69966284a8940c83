import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { bundleFunctions, projectRoot } from '../../../lib/bundle.ts';
import { synthesiseApp } from '../synthesised-app.ts';
import { type Account, openAccount } from './open-account.ts';

// The command line alone takes ten seconds, and several times that beside other suites.
vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 });

const folder = mkdtempSync(join(tmpdir(), 'spendwire-cdk-cli-'));

const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

/** Runs the CDK command line as a person does, in an empty home and with no account but the one given. */
function cdk(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const kept = Object.entries(process.env).filter(([name]) => !/^(AWS|CDK)_/.test(name));
  const child = spawn(process.execPath, [join(projectRoot, 'node_modules/.bin/cdk'), ...args], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...Object.fromEntries(kept), HOME: folder, AWS_EC2_METADATA_DISABLED: 'true', NO_COLOR: '1', ...env },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  return new Promise<{ code: number | null; output: string }>((resolve) =>
    child.on('close', (code) => resolve({ code, output })),
  );
}

const templatesIn = (outdir: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(outdir)
      .filter((name) => name.endsWith('.template.json'))
      .map((name) => [name, readFileSync(join(outdir, name), 'utf8')]),
  );

beforeAll(() => bundleFunctions());

describe('npx cdk synth', () => {
  const prod = file('prod.yaml', 'opsEmail: ops@example.org\nturnsPerSecond: 1.6\n');
  const dev = file('dev.yaml', 'stage: dev\nopsEmail: dev@example.org\n');
  const synth = async (name: string, installation: string) => {
    const outdir = join(folder, name);
    const { code, output } = await cdk(['synth', '--quiet', '-o', outdir, '-c', `installation=${installation}`]);
    expect(code, output).toBe(0);
    return templatesIn(outdir);
  };

  it('changes nothing the second time, and puts two stages side by side', async () => {
    const [first, second, other] = [await synth('1', prod), await synth('2', prod), await synth('3', dev)];

    expect(second).toEqual(first);
    expect(Object.keys(first)).toEqual(['SpendwireData.template.json', 'SpendwirePipeline.template.json']);
    expect(Object.keys(other)).toEqual(['SpendwireDevData.template.json', 'SpendwireDevPipeline.template.json']);
  });

  it('says without a trace what is wrong in the file', async () => {
    const { code, output } = await cdk([
      'synth',
      '-o',
      join(folder, '4'),
      '-c',
      `installation=${file('bad.yaml', 'opsMail: x\n')}`,
    ]);

    expect(code).toBe(1);
    expect(output).toContain('bad.yaml line 1, opsMail: unknown key "opsMail"; did you mean "opsEmail"?');
    expect(output).not.toMatch(/\n\s+at /);
  });
});

describe('npx cdk deploy --all', () => {
  let account: Account;
  beforeAll(async () => {
    const { outdir } = await synthesiseApp({ opsEmail: 'ops@example.org' });
    const stacks = ['SpendwireData', 'SpendwirePipeline'].map((stack) => {
      const { Metadata, ...template } = JSON.parse(readFileSync(join(outdir, `${stack}.template.json`), 'utf8'));
      return [stack, { template }] as const;
    });
    account = await openAccount(Object.fromEntries(stacks));
  });
  afterAll(() => account.close());

  it('leaves what was deployed by -c opsEmail=… as it is, and tells the operator what to write', async () => {
    const empty = file('empty.yaml', '# as after the update\n');
    const { code, output } = await cdk(
      ['deploy', '--all', '-o', join(folder, '5'), '-c', `installation=${empty}`],
      account.env,
    );

    expect(code).toBe(1);
    expect(output).toContain(`SpendwirePipeline: this deployment would take away what was deployed`);
    expect(output).toContain('  opsEmail: "ops@example.org"\n');
    expect(output).toContain(`Write these lines into ${empty}`);
    expect(new Set(account.asked)).toEqual(
      new Set(['GetCallerIdentity', 'GetTemplate SpendwireData', 'GetTemplate SpendwirePipeline']),
    );
  });
});
