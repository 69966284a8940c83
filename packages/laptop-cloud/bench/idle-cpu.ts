import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chosenApp } from './measure/app.ts';
import { cpuMsOf } from './measure/process-tree.ts';

/**
 * What the laptop cloud takes of a core while nobody asks anything of it: when it has just become ready, and after it
 * has done a round of an app's work, with the threads of functions and the processes of the reading still there. The whole process
 * counts, and those that read pages for it. Prints milliseconds of CPU time a second as JSON; 10 are one per cent of a core.
 *
 *     npx tsx packages/laptop-cloud/bench/idle-cpu.ts [--app FILE] [seconds]
 */
const { app, positionals } = await chosenApp();
const seconds = Number(positionals[0] ?? 20);
/** Code that has just run is compiled and its garbage collected for a while; threads take longer over it. */
const SETTLE_MS = { ready: 5_000, work: 40_000 };

async function idleCpu(): Promise<number> {
  const before = await cpuMsOf(process.pid);
  const began = performance.now();
  await sleep(seconds * 1000);
  const took = (await cpuMsOf(process.pid)) - before;
  return Math.round((took / (performance.now() - began)) * 10_000) / 10;
}

const data = await mkdtemp(join(tmpdir(), 'laptop-cloud-idle-'));
const cloud = await app.start(data, { periodicWork: true });
await sleep(SETTLE_MS.ready);
const whenReady = await idleCpu();
const pieces = await app.work(cloud, 1);
await sleep(SETTLE_MS.work);
const afterWork = await idleCpu();
await cloud.close();
await rm(data, { recursive: true, force: true });
const work = `${pieces} ${app.workName}`;
console.log(JSON.stringify({ unit: 'ms of CPU a second', seconds, whenReady, work, afterWork }, null, 2));
process.exit();
