import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startCloud } from '../../../laptop/cloud.ts';
import { runExecutions } from './measure/finished-executions.ts';
import { workOffSamples } from './measure/sample-documents.ts';

/**
 * How much memory the local cloud's process holds: when it is ready, while it works off receipts, and while ten
 * thousand executions run through the Step Functions room; then, when it has rested. A run of figures that levels off
 * is bounded. Prints megabytes of resident memory as JSON.
 *
 *     npx tsx packages/laptop-cloud/bench/memory.ts
 */
const PEOPLE = ['alice', 'bert', 'cleo', 'dora'];
const ROUNDS = 4;
const EXECUTIONS_A_ROUND = 2500;
/** By then functions have let go of the threads that nobody needs. */
const REST_MS = 250_000;

const residentMb = (): number => Math.round(process.memoryUsage.rss() / 1e6);

const data = await mkdtemp(join(tmpdir(), 'laptop-cloud-memory-'));
const cloud = await startCloud({
  dataDirectory: data,
  port: 0,
  settings: { turnsPerSecond: 50 },
  periodicWork: false,
});
const ready = residentMb();
const byDocuments: Record<number, number> = {};
let documents = 0;
for (const userId of PEOPLE) {
  documents += await workOffSamples(cloud, userId);
  byDocuments[documents] = residentMb();
}
const byExecutions: Record<number, number> = {};
for (let round = 1; round <= ROUNDS; round++) {
  await runExecutions(cloud.states, EXECUTIONS_A_ROUND, (round - 1) * EXECUTIONS_A_ROUND);
  byExecutions[round * EXECUTIONS_A_ROUND] = residentMb();
}
await sleep(REST_MS);
const afterRest = residentMb();
await cloud.close();
await rm(data, { recursive: true, force: true });
console.log(JSON.stringify({ unit: 'MB resident', ready, byDocuments, byExecutions, afterRest }, null, 2));
process.exit();
