/**
 * What a page of a digital PDF costs until its text is known, without the networks.
 *
 *   npx tsx packages/laptop-cloud/bench/pdf-page-time.ts --data DIR [--rounds 3]
 *
 * Processor time of the last round is counted, which other work on the machine hardly changes.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openDocument } from '../src/textract/open-document.ts';

const { values: options } = parseArgs({
  options: {
    data: { type: 'string' },
    rounds: { type: 'string', default: '3' },
  },
});
if (options.data === undefined) throw new Error('expected --data DIR, a folder with PDFs');

async function pageTimes(path: string): Promise<number[]> {
  const document = await openDocument(await readFile(path));
  const times: number[] = [];
  for (let index = 0; index < document.pages; index++) {
    const started = process.cpuUsage();
    const page = await document.page(index);
    const { user, system } = process.cpuUsage(started);
    if ('text' in page) times.push((user + system) / 1000);
  }
  document.close();
  return times;
}

const folder = options.data;
const paths = (await readdir(folder)).filter((name) => name.endsWith('.pdf')).map((name) => join(folder, name));
let times: number[] = [];
for (let round = 0; round < Number(options.rounds); round++) {
  times = [];
  for (const path of paths) times.push(...(await pageTimes(path)));
}
times.sort((a, b) => a - b);
const at = (share: number) => Math.round(times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0);
console.log(
  JSON.stringify({ data: folder, pages: times.length, medianMilliseconds: at(0.5), slowestTenth: at(0.9) }, null, 2),
);
