/**
 * How much is right when receipts go through the whole pipeline: a folder is dropped into the bucket of a laptop cloud,
 * and the table is read.
 *
 *     npm run accuracy -- --data DIR [--part even|odd|all] [--out misses.csv] [--save run.json] [--compare run.json]
 *         [--overlay DIR] [--json] [--now 2018-12-31T12:00:00Z] [--locale en-US]
 */

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { conclude } from './accuracy/conclude.ts';
import { receiptsIn } from './accuracy/data-folder.ts';
import { instantOf, readOptions } from './accuracy/options.ts';
import { drawOverlay } from './accuracy/overlay.ts';
import { runPipeline } from './accuracy/run-pipeline.ts';
import { score } from './accuracy/scoring.ts';

process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';
const options = readOptions(process.argv.slice(2));
const cases = await receiptsIn(options.data, options.part);
const started = performance.now();
const readings = await runPipeline(cases, instantOf(options.now, cases), options.locale);
const seconds = Math.round((performance.now() - started) / 100) / 10;
const scored = cases.map(({ truth }, index) => score(readings[index] ?? { name: '', status: 'lost' }, truth));
if (options.overlay !== undefined) await drawAll(options.overlay);
await conclude(scored, options, seconds);
// Threads of the OCR may still be closing.
process.exit();

/** Draws what was read into every picture; a PDF has none of its own and is left out. */
async function drawAll(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [index, { path }] of cases.entries()) {
    const documents = readings[index]?.analysis?.documents ?? [];
    if (extname(path).toLowerCase() === '.pdf' || documents.length === 0) continue;
    const picture = await drawOverlay(await readFile(path), { ExpenseDocuments: [...documents] });
    await writeFile(join(folder, `${basename(path, extname(path))}.png`), picture);
  }
}
