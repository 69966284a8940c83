import type { Glyph } from './ctc.ts';

/** Unicode's sign for a currency that is not said. */
export const UNREAD_SIGN = '¤';

const AMOUNT = /(?<![\d.,/:-])\d{1,3}(?:[.,']?\d{3})*[.,]\d{2}(?![\d.,/:-]\d|%)/g;
// In widths of a digit: how wide a sign is, and how far it stands off.
const NARROWEST = 0.45;
const WIDEST = 1.6;
const FARTHEST = 1.2;
// Its ink, in that of a digit: a dash or a dot has less.
const LEAST_INK = 0.5;
const MOST_INK = 2.2;

interface Run {
  readonly from: number;
  readonly to: number;
  readonly ink: number;
}

/** A sign that the network did not read: the glyph it stands before, and its middle in pixels of the crop. */
export interface UnreadSign {
  readonly before: number;
  readonly pixel: number;
}

/**
 * Signs beside amounts that the alphabet lacks, such as those of the rupee and mostly the euro: the network passes over
 * them, but the picture shows ink of a character's size where it read nothing.
 *
 * @param columns Ink of each column of the crop.
 * @param pixels The middle of each glyph.
 */
export function findUnreadSigns(
  glyphs: readonly Glyph[],
  columns: Uint8Array,
  pixels: readonly number[],
): UnreadSign[] {
  const text = glyphs.map(({ character }) => (character.length === 1 ? character : '\uFFFD')).join('');
  const amounts = [...text.matchAll(AMOUNT)];
  if (amounts.length === 0) return [];
  const runs = inkRuns(columns);
  const holders = new Set(pixels.flatMap((pixel) => nearestRun(runs, pixel) ?? []));
  const free = runs.filter((run) => !holders.has(run));
  return amounts.flatMap(({ index, 0: amount }) => {
    const first = pixels[index] ?? 0;
    const last = pixels[index + amount.length - 1] ?? 0;
    const width = (last - first) / (amount.length - 1);
    const digits = [index, index + amount.length - 1].flatMap((place) => nearestRun(runs, pixels[place] ?? 0) ?? []);
    const ink = Math.max(...digits.map((run) => run.ink));
    const isSign = (run: Run) =>
      run.to - run.from > NARROWEST * width &&
      run.to - run.from < WIDEST * width &&
      run.ink > LEAST_INK * ink &&
      run.ink < MOST_INK * ink;
    const beside = (from: number, to: number) => free.find((run) => run.from >= from && run.to <= to && isSign(run));
    const before = beside(first - (FARTHEST + WIDEST) * width, first);
    const behind = beside(last, last + (FARTHEST + WIDEST) * width);
    return [
      ...(before && !isSignAt(text, index - 1) ? [{ before: index, pixel: middle(before) }] : []),
      ...(behind && !isSignAt(text, index + amount.length)
        ? [{ before: index + amount.length, pixel: middle(behind) }]
        : []),
    ];
  });
}

const middle = ({ from, to }: Run): number => (from + to) / 2;
/** Whether a glyph that was read says the currency already. */
const isSignAt = (text: string, index: number): boolean => /[\p{Sc}\p{Lu}∈ε€є]/u.test(text[index] ?? ' ');

function inkRuns(columns: Uint8Array): Run[] {
  const runs: Run[] = [];
  let from = -1;
  let ink = 0;
  for (let x = 0; x <= columns.length; x++) {
    const here = columns[x] ?? 0;
    if (here > 1) {
      if (from < 0) from = x;
      ink += here;
    } else if (from >= 0) {
      runs.push({ from, to: x, ink });
      from = -1;
      ink = 0;
    }
  }
  return runs;
}

const REACH = 8;

/** The run at a glyph's middle, or the nearest within a time step of the network. */
function nearestRun(runs: readonly Run[], pixel: number): Run | undefined {
  const distance = ({ from, to }: Run) => Math.max(0, from - pixel, pixel - to);
  let nearest: Run | undefined;
  for (const run of runs) if (distance(run) <= REACH && (!nearest || distance(run) < distance(nearest))) nearest = run;
  return nearest;
}
