import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chosenApp } from './measure/app.ts';
import { runExecutions } from './measure/finished-executions.ts';
import { residentMbOf } from './measure/process-tree.ts';

/**
 * How much memory the laptop cloud's process and those that read pages for it hold: when it is ready, while it does an app's work, and while ten
 * thousand executions run through the Step Functions room; then, when it has rested. A run of figures that levels off
 * is bounded. Prints megabytes of resident memory as JSON.
 *
 *     npx tsx packages/laptop-cloud/bench/memory.ts [--app FILE]
 */
const ROUNDS = 4;
const EXECUTIONS_A_ROUND = 2500;
/** By then functions have let go of the threads that nobody needs. */
const REST_MS = 250_000;

const residentMb = (): Promise<number> => residentMbOf(process.pid);

const data = await mkdtemp(join(tmpdir(), 'laptop-cloud-memory-'));
const { app } = await chosenApp();
const cloud = await app.start(data, { periodicWork: false });
const ready = await residentMb();
const byWork: Record<number, number> = {};
let pieces = 0;
for (let round = 1; round <= ROUNDS; round++) {
  pieces += await app.work(cloud, round);
  byWork[pieces] = await residentMb();
}
const byExecutions: Record<number, number> = {};
for (let round = 1; round <= ROUNDS; round++) {
  await runExecutions(cloud.states, EXECUTIONS_A_ROUND, (round - 1) * EXECUTIONS_A_ROUND);
  byExecutions[round * EXECUTIONS_A_ROUND] = await residentMb();
}
await sleep(REST_MS);
const afterRest = await residentMb();
await cloud.close();
await rm(data, { recursive: true, force: true });
console.log(
  JSON.stringify({ unit: 'MB resident', ready, work: app.workName, byWork, byExecutions, afterRest }, null, 2),
);
process.exit();
