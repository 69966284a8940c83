import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { median, ratio, sideBySide } from './against/side-by-side.ts';
import type { ColdStart } from './cold-start/probe.ts';

/**
 * Bytes of each function's bundle, and the time that a fresh process takes to import it; medians over the rounds, by
 * turns with another build. Prints JSON.
 *
 *     npx tsx bench/cold-start.ts --against <git ref> --rounds 7 [--only check-budgets,sweep]
 */
const { values } = parseArgs({
  options: { against: { type: 'string' }, rounds: { type: 'string', default: '5' }, only: { type: 'string' } },
});

type Round = Readonly<Record<string, ColdStart>>;
const { ours, theirs } = await sideBySide<Round>({
  probe: join(import.meta.dirname, 'cold-start', 'probe.ts'),
  args: values.only === undefined ? [] : [values.only],
  rounds: Number(values.rounds),
  against: values.against,
});

const middle = (rounds: readonly Round[], name: string): ColdStart | undefined => {
  const starts = rounds.flatMap((round) => round[name] ?? []);
  const of = (what: keyof ColdStart) => Math.round(median(starts.map((start) => start[what])) * 10) / 10;
  return starts.length === 0 ? undefined : { bytes: of('bytes'), cpuMs: of('cpuMs'), wallMs: of('wallMs') };
};

const functions = Object.keys(ours[0] ?? {}).map((name) => {
  const [here, there] = [middle(ours, name) as ColdStart, middle(theirs, name)];
  const ratios = there && {
    bytes: ratio(here.bytes, there.bytes),
    cpuMs: ratio(here.cpuMs, there.cpuMs),
    wallMs: ratio(here.wallMs, there.wallMs),
  };
  return { name, ...here, ...(there && { against: there, ratios }) };
});

const spread = (figures: readonly number[]) => ({
  smallest: Math.min(...figures),
  mean: Number((figures.reduce((sum, figure) => sum + figure, 0) / figures.length).toFixed(3)),
  largest: Math.max(...figures),
});
const ratios = functions.flatMap((one) => one.ratios ?? []);
const ofAll = (all: readonly ColdStart[]) => ({
  bytes: spread(all.map(({ bytes }) => bytes)),
  cpuMs: spread(all.map(({ cpuMs }) => cpuMs)),
  wallMs: spread(all.map(({ wallMs }) => wallMs)),
});
const summary = { all: ofAll(functions), ...(ratios.length > 0 && { ratios: ofAll(ratios) }) };
console.log(JSON.stringify({ rounds: Number(values.rounds), functions, ...summary }, null, 2));
