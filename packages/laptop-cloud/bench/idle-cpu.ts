import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startCloud } from '../../../laptop/cloud.ts';
import { workOffSamples } from './measure/sample-documents.ts';

/**
 * What the local cloud takes of a core while nobody asks anything of it: when it has just become ready, and after it
 * has worked off fifteen receipts, with the threads of functions and of the reading still there. The whole process
 * counts. Prints milliseconds of CPU time a second as JSON; 10 are one per cent of a core.
 *
 *     npx tsx packages/laptop-cloud/bench/idle-cpu.ts [seconds]
 */
const seconds = Number(process.argv[2] ?? 20);
/** Code that has just run is compiled and its garbage collected for a while; threads take longer over it. */
const SETTLE_MS = { ready: 5_000, documents: 40_000 };

async function idleCpu(): Promise<number> {
  const before = process.cpuUsage();
  const began = performance.now();
  await sleep(seconds * 1000);
  const { user, system } = process.cpuUsage(before);
  return Math.round((user + system) / (performance.now() - began) / 0.1) / 10;
}

const data = await mkdtemp(join(tmpdir(), 'laptop-cloud-idle-'));
const cloud = await startCloud({ dataDirectory: data, port: 0, settings: { turnsPerSecond: 50 } });
await sleep(SETTLE_MS.ready);
const whenReady = await idleCpu();
await workOffSamples(cloud, 'alice');
await sleep(SETTLE_MS.documents);
const afterDocuments = await idleCpu();
await cloud.close();
await rm(data, { recursive: true, force: true });
console.log(JSON.stringify({ unit: 'ms of CPU a second', seconds, whenReady, afterDocuments }, null, 2));
process.exit();
