import { execFile, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Table } from '../../../lambdas/adapters/table.ts';
import { tableName } from '../../../laptop/names.ts';
import { projectRoot } from '../../../lib/bundle.ts';

/** The product as a person starts it, in a process of its own. */
export interface Product {
  readonly dataDirectory: string;
  /** The folder that people drop files into. */
  readonly bucketDirectory: string;
  readonly endpoint: string;
  /** Of the data folder, as `aws.env` tells them. */
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  readonly table: Table;
  /** All that it has printed, on both outputs. */
  output(): string;
  isAlive(): boolean;
  /** The most memory that it, with all that it started, was seen to hold, in MB. */
  mostMemoryMb(): number;
  /** Ends it as Ctrl-C does; an exit code, or `undefined` when it did not end in time and was killed. */
  stop(withinMs: number): Promise<number | undefined>;
}

const READY_WITHIN_MS = 60_000;
const MEMORY_EVERY_MS = 1000;

/**
 * Starts the command line on a fresh data folder and waits until it is ready.
 *
 * @throws Error with what it printed, when it ends or is not ready in time.
 */
export async function startProduct(dataDirectory: string): Promise<Product> {
  const args = ['lib/run.mjs', 'laptop/cli.ts', '--data', dataDirectory, '--port', '0', '--empty'];
  const child = spawn(process.execPath, args, {
    cwd: projectRoot,
    env: { ...process.env, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  let code: number | null | undefined;
  const ended = new Promise<void>((resolve) =>
    child.once('close', (status) => {
      code = status;
      resolve();
    }),
  );
  let mostMemoryMb = 0;
  const memory = setInterval(async () => {
    mostMemoryMb = Math.max(mostMemoryMb, await residentMbOf(child.pid ?? 0).catch(() => 0));
  }, MEMORY_EVERY_MS);
  void ended.then(() => clearInterval(memory));

  const endpoint = await readyEndpoint(
    () => output,
    () => code !== undefined,
  ).catch((error) => {
    child.kill('SIGKILL');
    throw error;
  });
  const shell = await readFile(join(dataDirectory, 'aws.env'), 'utf8');
  const value = (name: string) => new RegExp(`^export ${name}=(.*)$`, 'm').exec(shell)?.[1] ?? '';
  const credentials = { accessKeyId: value('AWS_ACCESS_KEY_ID'), secretAccessKey: value('AWS_SECRET_ACCESS_KEY') };
  const client = new DynamoDBClient({ endpoint, region: 'us-east-1', credentials });
  return {
    dataDirectory,
    bucketDirectory: join(dataDirectory, 'bucket'),
    endpoint,
    credentials,
    table: { client, name: tableName },
    output: () => output,
    isAlive: () => code === undefined,
    mostMemoryMb: () => mostMemoryMb,
    async stop(withinMs) {
      client.destroy();
      child.kill('SIGTERM');
      await Promise.race([ended, pause(withinMs, undefined, { ref: false })]);
      const inTime = code;
      if (inTime === undefined) child.kill('SIGKILL');
      await ended;
      return inTime ?? undefined;
    },
  };
}

async function readyEndpoint(output: () => string, isOver: () => boolean): Promise<string> {
  for (const until = Date.now() + READY_WITHIN_MS; Date.now() < until; await pause(50)) {
    const endpoint = /^ready .* endpoint (http:\S+)/m.exec(output())?.[1];
    if (endpoint !== undefined) return endpoint;
    if (isOver()) break;
  }
  throw new Error(`expected the product to be ready within ${READY_WITHIN_MS / 1000} s, it said:\n${output()}`);
}

/** Resident memory of a process and of those that it started, by what `ps` says. */
async function residentMbOf(pid: number): Promise<number> {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=,ppid=,rss=']);
  const all = stdout.split('\n').map((line) => line.trim().split(/\s+/).map(Number));
  const tree = all.filter(([own]) => own === pid);
  for (const [own] of tree) tree.push(...all.filter(([, parent]) => parent === own));
  return Math.round(tree.reduce((sum, [, , kib = 0]) => sum + kib, 0) / 1024);
}
