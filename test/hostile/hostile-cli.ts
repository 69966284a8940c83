/**
 * Gives the product hostile files and requests, and prints a table of what was tried and what came out.
 *
 *     npm run test:hostile [-- --seed N] [--out FILE.json] [--data DIR]
 *
 * The product is started as `npm start` does, on a folder of its own. The exit status tells whether all came out as it has to.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readHostileOptions } from './options.ts';
import { runHostile } from './run/hostile-run.ts';
import { problemsIn, rowsOf, summaryOf, tableOf } from './run/table.ts';
import type { Tried } from './run/tried.ts';

process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';

const { seed, out, data } = readHostileOptions(process.argv.slice(2));
const directory = data ?? (await mkdtemp(join(tmpdir(), 'hostile-')));
// Fails where it is there: what lies in it already would be taken for what came of the run.
if (data !== undefined) await mkdir(data);
const startedAtMs = Date.now();
const seconds = () => Math.round((Date.now() - startedAtMs) / 1000);
console.log(`seed ${seed}; again with: npm run test:hostile -- --seed ${seed}`);

let tried: Tried[];
try {
  tried = await runHostile(seed, directory, (line) => console.log(`${String(seconds()).padStart(4)} s  ${line}`));
} catch (error) {
  tried = [
    {
      kind: 'the run',
      what: `seed ${seed}`,
      cameOut: 'broken off',
      problems: [(error as Error).stack ?? String(error)],
    },
  ];
} finally {
  if (data === undefined) await rm(directory, { recursive: true, force: true });
}
if (out !== undefined)
  await writeFile(out, `${JSON.stringify({ seed, seconds: seconds(), rows: rowsOf(tried), tried }, null, 2)}\n`);
console.log(`\n${tableOf(rowsOf(tried))}\n`);
for (const problem of problemsIn(tried)) console.log(problem);
console.log(`seed ${seed}, ${seconds()} s`);
console.log(summaryOf(tried));
process.exitCode = tried.some(({ problems }) => problems.length > 0) ? 1 : 0;
