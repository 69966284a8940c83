import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { projectRoot } from '../lib/bundle.ts';
import { median, ratio, sideBySide } from './against/side-by-side.ts';
import { differences } from './at-work/printed-answers.ts';
import type { AtWork } from './at-work/probe.ts';
import { smallPdf } from './at-work/small-pdfs.ts';

/**
 * What `npm start -- --once` takes over a folder of files: processor time and memory of all its processes, and how long
 * it is at it. Small PDFs with a text layer are the pipeline alone, the sample receipts are mostly the networks that read.
 * With a commit to measure against, both builds get the same files by turns, and what became of each document is compared.
 * Prints JSON; memory is the proportional set size, of which Linux alone tells.
 *
 *     npx tsx bench/at-work.ts [--pdfs 60 | --samples] [--against REF] [--rounds 1]
 */
const { values } = parseArgs({
  options: {
    pdfs: { type: 'string', default: '60' },
    samples: { type: 'boolean', default: false },
    against: { type: 'string' },
    rounds: { type: 'string', default: '1' },
  },
});

/** The pictures and PDFs that every build since the first has among its samples. */
const SAMPLES = 15;

const samplesFolder = join(projectRoot, 'events', 'samples');
const files = await mkdtemp(join(tmpdir(), 'spendwire-at-work-'));
await mkdir(join(files, 'budgets'));
await cp(join(samplesFolder, 'budgets', 'alice.yaml'), join(files, 'budgets', 'alice.yaml'));
if (values.samples) {
  const isOfAll = (name: string) => Number.parseInt(name, 10) <= SAMPLES && !name.endsWith('.truth.json');
  await cp(join(samplesFolder, 'receipts'), join(files, 'receipts', 'alice'), {
    recursive: true,
    filter: (path) => path.endsWith('receipts') || isOfAll(path.split('/').at(-1) ?? ''),
  });
} else {
  await mkdir(join(files, 'receipts', 'alice'), { recursive: true });
  for (let index = 0; index < Number(values.pdfs); index += 1) {
    await writeFile(join(files, 'receipts', 'alice', `${String(index).padStart(4, '0')}.pdf`), await smallPdf(index));
  }
}

const { ours, theirs } = await sideBySide<AtWork>({
  probe: fileURLToPath(new URL('./at-work/probe.ts', import.meta.url)),
  args: [files],
  rounds: Number(values.rounds),
  against: values.against,
});
await rm(files, { recursive: true, force: true });

const FIGURES = ['cpuMs', 'memoryMb', 'residentMb', 'wallMs'] as const;
const middle = (runs: readonly AtWork[]) =>
  Object.fromEntries(FIGURES.map((figure) => [figure, median(runs.map((run) => run[figure]))]));
const runs = [...ours, ...theirs].map(({ answers }) => answers);
console.log(
  JSON.stringify(
    {
      ...{ files: values.samples ? 'samples' : `${values.pdfs} PDFs`, rounds: ours.length },
      documents: Math.min(...runs.map((answers) => Object.keys(answers).length)),
      ours: middle(ours),
      ...(theirs.length > 0 && {
        theirs: middle(theirs),
        ratios: Object.fromEntries(
          FIGURES.map((figure) => [
            figure,
            ratio(median(ours.map((run) => run[figure])), median(theirs.map((run) => run[figure]))),
          ]),
        ),
        differentAnswers: differences(runs),
      }),
    },
    null,
    2,
  ),
);
