/**
 * How often money is silently wrong, on documents of the whole world that are drawn anew for each seed and dropped into
 * the bucket of this build, or of any other through its terminal.
 *
 *     npm run world -- [--seed 7] [--count 200] [--kinds till,refund] [--project DIR] [--batch 100] [--port 0]
 *         [--out misses.csv] [--keep DIR] [--json] [--today 2026-11-29]
 *     npm run world -- --seed 7 --count 200 --draw DIR
 *
 * With `--draw` the files are written with their truth, and nothing is read.
 */

import { writeFile } from 'node:fs/promises';
import { batchesOf, type WorldDocument, worldDocuments } from './world/documents.ts';
import { throughCloud } from './world/in-cloud.ts';
import { copyOut, missesAsCsv, writeMisses } from './world/misses.ts';
import { readWorldOptions } from './world/options.ts';
import { judge, type Outcome } from './world/outcome.ts';
import { printSummary, summaryOf } from './world/summary.ts';
import { throughTerminal } from './world/terminal.ts';

process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';
const options = readWorldOptions(process.argv.slice(2));
const documents = worldDocuments(options);
if (options.draw !== undefined) {
  await copyOut(documents, options.draw);
  console.log(`${documents.length} documents in ${options.draw}`);
  process.exit();
}
const batches = batchesOf(documents, options.batch);
let seen = 0;
const outcomes = await read();
const judged = judge(documents, outcomes);
const summary = summaryOf(judged);
if (options.out !== undefined) await writeFile(options.out, missesAsCsv(judged));
if (options.keep !== undefined) await writeMisses(judged, options.keep);
console.log(options.json ? JSON.stringify({ seed: options.seed, ...summary }, null, 2) : printSummary(summary));
// Threads of the OCR may still be closing.
process.exit();

/** What came of each file: in this process, or through the terminal of another build. */
async function read(): Promise<Map<string, Outcome>> {
  const { project, port, today } = options;
  if (project === undefined) return await throughCloud(batches, today, tell);
  const outcomes = new Map<string, Outcome>();
  for (const batch of batches) {
    for (const [file, outcome] of await throughTerminal(project, batch, port)) outcomes.set(file, outcome);
    tell(batch);
  }
  return outcomes;
}

function tell(batch: readonly WorldDocument[]): void {
  seen += batch.length;
  if (!options.json) console.error(`${seen} of ${documents.length}`);
}
