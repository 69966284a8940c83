import { spawn } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { cpuMsOf, proportionalMbOf, residentMbOf } from '../../packages/laptop-cloud/bench/measure/process-tree.ts';
import { buildAt } from '../against/build-at.ts';
import { type Answers, printedAnswers } from './printed-answers.ts';

/** What one start with `--once` took, with all its processes. */
export interface AtWork {
  readonly cpuMs: number;
  /** Proportional set size at most: pages that processes share count once. */
  readonly memoryMb: number;
  /** Resident set size at most: shared pages count in each process. */
  readonly residentMb: number;
  readonly wallMs: number;
  readonly answers: Answers;
}

const EVERY_MS = 250;

/** Runs the command of a build on a copy of prepared files, to its end, and prints {@link AtWork}. */
const [root = '', files = ''] = process.argv.slice(2);
const { command } = await buildAt(root);
const data = await mkdtemp(join(tmpdir(), 'spendwire-at-work-'));
await cp(files, join(data, 'bucket'), { recursive: true });

const began = performance.now();
const child = spawn(process.execPath, ['lib/run.mjs', command, '--data', data, '--port', '0', '--once', '--empty'], {
  cwd: root,
  stdio: ['ignore', 'pipe', 'inherit'],
  env: { ...process.env, NO_COLOR: '1' },
});
let printed = '';
child.stdout.on('data', (chunk: Buffer) => {
  printed += chunk.toString();
});
const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
const { pid = 0 } = child;
const most = { cpuMs: 0, memoryMb: 0, residentMb: 0 };
while (child.exitCode === null && child.signalCode === null) {
  const [cpuMs, memoryMb, residentMb] = await Promise.all([cpuMsOf(pid), proportionalMbOf(pid), residentMbOf(pid)]);
  most.cpuMs = Math.max(most.cpuMs, cpuMs);
  most.memoryMb = Math.max(most.memoryMb, memoryMb);
  most.residentMb = Math.max(most.residentMb, residentMb);
  await Promise.race([ended, sleep(EVERY_MS)]);
}
await ended;
const wallMs = Math.round(performance.now() - began);
await rm(data, { recursive: true, force: true });
console.log(JSON.stringify({ ...most, wallMs, answers: printedAnswers(printed) } satisfies AtWork));
process.exit();
