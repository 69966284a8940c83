import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { UploadCost } from '../packages/laptop-cloud/bench/measure/upload-cost.ts';
import { median, ratio, sideBySide } from './against/side-by-side.ts';

/**
 * What one upload takes of the processor beside the files that lie in its folder already, here and in another build by turns. Prints
 * milliseconds as JSON; growth is the most files to the fewest, ratios are this build to the other.
 *
 *     npx tsx bench/folder-growth.ts [--against REF] [--rounds N] [100 2000 10000]
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { against: { type: 'string' }, rounds: { type: 'string', default: '1' } },
});
const counts = positionals.length > 0 ? positionals : ['100', '2000', '10000'];
const { ours, theirs } = await sideBySide<readonly UploadCost[]>({
  probe: fileURLToPath(new URL('./folder-growth/probe.ts', import.meta.url)),
  args: counts,
  rounds: Number(values.rounds),
  against: values.against,
});

type Measured = 'put' | 'drop' | 'look';

/** The medians of the rounds, for each number of files. */
const mediansOf = (rounds: readonly (readonly UploadCost[])[]) =>
  counts.map((count, index) => ({
    files: Number(count),
    ...forEach((of) => median(rounds.map((costs) => costs[index]?.[of] ?? Number.NaN))),
  }));

function forEach(figure: (of: Measured) => number): Record<Measured, number> {
  return { put: figure('put'), drop: figure('drop'), look: figure('look') };
}

const growthOf = (costs: ReturnType<typeof mediansOf>) =>
  forEach((of) => ratio(costs.at(-1)?.[of] ?? Number.NaN, costs[0]?.[of] ?? Number.NaN));

const here = mediansOf(ours);
const there = theirs.length > 0 ? mediansOf(theirs) : undefined;
console.log(
  JSON.stringify(
    {
      unit: 'ms of CPU',
      ours: here,
      growth: growthOf(here),
      ...(there && {
        theirs: there,
        theirGrowth: growthOf(there),
        ratios: here.map((costs, index) => ({
          files: costs.files,
          ...forEach((of) => ratio(costs[of], there[index]?.[of] ?? Number.NaN)),
        })),
      }),
    },
    null,
    2,
  ),
);
