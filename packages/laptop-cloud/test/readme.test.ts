import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DescribeExecutionCommand, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { describe, expect, it, onTestFinished } from 'vitest';
import { account } from '../src/account.ts';
import { machineArn } from '../src/cloud/ensure-machines.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const pages = ['.', 'docs'].flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name)),
);
const read = (page: string): string => readFileSync(join(root, page), 'utf8');

/** The contents of the code blocks in a language. */
const codeBlocks = (text: string, language: string): string[] =>
  [...text.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].flatMap(([, marked, code = '']) =>
    marked === language ? [code] : [],
  );

const scripts = (JSON.parse(read('package.json')) as { scripts: Record<string, string> }).scripts;

describe('the pages of the package', () => {
  it.each(pages)('%s links to what is there, inside the package', (page) => {
    const links = [...read(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link.split('#')[0] as string);
    const targets = links
      .filter((link) => link !== '' && !/^[a-z]+:/.test(link))
      .map((link) => join(dirname(page), link));

    expect(
      targets.filter((target) => !existsSync(join(root, target)) || relative('.', target).startsWith('..')),
    ).toEqual([]);
  });

  it.each(pages)('%s names scripts of the package only', (page) => {
    const named = [...read(page).matchAll(/\bnpm (?:run ([\w:-]+)|(test)\b)/g)].map(
      ([, run, test]) => run ?? test ?? '',
    );

    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});

describe('the first five minutes of README.md', () => {
  it('come to what they promise', async () => {
    const [greet = '', cloud = ''] = codeBlocks(read('README.md'), 'js');
    // Below the package, so that its name is found.
    const folder = join(root, '.build', `readme-${process.pid}`);
    await mkdir(join(folder, 'functions', 'greet'), { recursive: true });
    onTestFinished(() => rm(folder, { recursive: true }));
    await writeFile(join(folder, 'functions', 'greet', 'index.mjs'), greet);
    await writeFile(join(folder, 'cloud.mjs'), cloud.replace('port: 4566', 'port: 0'));

    const child = spawn(process.execPath, ['--import', 'tsx', 'cloud.mjs'], { cwd: folder });
    const ended = new Promise((resolve) => child.on('exit', resolve));
    onTestFinished(async () => {
      child.kill();
      await ended;
    });
    const { region, accessKeyId, secretAccessKey } = account;
    const credentials = { accessKeyId, secretAccessKey };
    const client = new SFNClient({ region, credentials, endpoint: await endpointOf(child) });
    const { executionArn } = await client.send(
      new StartExecutionCommand({ stateMachineArn: machineArn('greet-reader'), input: '{"name": "Ada"}' }),
    );
    const outputOf = async () => (await client.send(new DescribeExecutionCommand({ executionArn }))).output;

    await expect.poll(outputOf, { timeout: 30_000 }).toBe('{"greeting":"Hello, Ada"}');
  });
});

/** Resolves with the address that the process says it is ready at. */
function endpointOf({ stdout, stderr }: ChildProcess): Promise<string> {
  let said = '';
  return new Promise((resolve, reject) => {
    stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const endpoint = /ready at (\S+)\n/.exec(said)?.[1];
      if (endpoint) resolve(endpoint);
    });
    stdout?.on('end', () => reject(new Error(`expected it to become ready, it said ${said}`)));
    stderr?.resume();
  });
}
