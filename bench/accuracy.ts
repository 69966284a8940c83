/**
 * How much is right when receipts go through the whole pipeline: a folder is dropped into the bucket of a laptop cloud,
 * and the table is read.
 *
 *     npm run accuracy -- --data DIR [--part even|odd|all] [--out misses.csv] [--save run.json] [--compare run.json]
 *         [--overlay DIR] [--json] [--now 2018-12-31T12:00:00Z] [--locale en-US] [--by-print]
 *
 * With `--by-print` e-invoices are read by their print alone: what is embedded in a PDF is taken out before it is dropped, and
 * files of XML take no part.
 */

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { withoutEmbeddedFiles } from 'e-invoices/without-files';
import { conclude } from './accuracy/conclude.ts';
import { receiptsIn } from './accuracy/data-folder.ts';
import { instantOf, readOptions } from './accuracy/options.ts';
import { drawOverlay } from './accuracy/overlay.ts';
import { runPipeline } from './accuracy/run-pipeline.ts';
import { score } from './accuracy/scoring.ts';

process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';
const options = readOptions(process.argv.slice(2));
const found = await receiptsIn(options.data, options.part);
const cases = options.byPrint ? found.filter(({ path }) => extname(path).toLowerCase() !== '.xml') : found;
const started = performance.now();
const readings = await runPipeline(cases, instantOf(options.now, cases), options.locale, bytesOf);
const seconds = Math.round((performance.now() - started) / 100) / 10;
const scored = cases.map(({ truth }, index) => score(readings[index] ?? { name: '', status: 'lost' }, truth));
if (options.overlay !== undefined) await drawAll(options.overlay);
await conclude(scored, options, seconds);
// Threads of the OCR may still be closing.
process.exit();

/** A file as it is dropped. */
async function bytesOf(path: string): Promise<Uint8Array> {
  const bytes = await readFile(path);
  return options.byPrint && extname(path).toLowerCase() === '.pdf' ? withoutEmbeddedFiles(bytes) : bytes;
}

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
