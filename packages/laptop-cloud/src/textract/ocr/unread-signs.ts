import type { Glyph } from './ctc.ts';

/** Unicode's sign for a currency that is not said. */
export const UNREAD_SIGN = '¤';

const AMOUNT = /(?<![\d.,/:-])\d{1,3}(?:[.,']?\d{3})*[.,]\d{2}(?![\d.,/:-]\d|%)/g;
/** Perhaps a whole part and its places, with a sign between them that was passed over. */
const WITHOUT_POINT = /(?<![\d.,/:'-])\d{3,6}(?![\d.,/:'-]|%)/g;
// In widths of a digit: how wide a sign is, and how far it stands off.
const NARROWEST = 0.45;
const WIDEST = 1.6;
const FARTHEST = 1.2;
// Its ink, in that of a digit: a dash or a dot has less.
const LEAST_INK = 0.5;
const MOST_INK = 2.2;
/** In distances of two digits: from the last one of the whole part to the first place, with a sign between them. */
const LEAST_HOLE = 1.5;
const PLACES = 2;

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
 * them, but the picture shows ink of a character's size where it read nothing. Before the last two of several digits such
 * a sign is their decimal point: "21€50".
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
  const [amounts, wholes] = [[...text.matchAll(AMOUNT)], [...text.matchAll(WITHOUT_POINT)]];
  if (amounts.length + wholes.length === 0) return [];
  const runs = inkRuns(columns);
  const holders = new Set(pixels.flatMap((pixel) => nearestRun(runs, pixel) ?? []));
  const free = runs.filter((run) => !holders.has(run));
  const signBetween = (from: number, to: number, width: number, places: readonly number[]) => {
    const ink = Math.max(...places.flatMap((place) => nearestRun(runs, pixels[place] ?? 0)?.ink ?? []));
    return free.find((run) => run.from >= from && run.to <= to && isSign(run, width, ink));
  };
  const beside = amounts.flatMap(({ index, 0: amount }) => {
    const end = index + amount.length - 1;
    const [first, last] = [pixels[index] ?? 0, pixels[end] ?? 0];
    const width = (last - first) / (amount.length - 1);
    const before = signBetween(first - (FARTHEST + WIDEST) * width, first, width, [index, end]);
    const behind = signBetween(last, last + (FARTHEST + WIDEST) * width, width, [index, end]);
    return [
      ...(before && !isSignAt(text, index - 1) ? [{ before: index, pixel: middle(before) }] : []),
      ...(behind && !isSignAt(text, end + 1) ? [{ before: end + 1, pixel: middle(behind) }] : []),
    ];
  });
  const inside = wholes.flatMap(({ index, 0: whole }) => {
    const place = index + whole.length - PLACES;
    const [before = 0, first = 0, second = 0] = [place - 1, place, place + 1].map((at) => pixels[at]);
    const width = second - first;
    const sign = first - before > LEAST_HOLE * width && signBetween(before, first, width, [place, place + 1]);
    return sign ? [{ before: place, pixel: middle(sign) }] : [];
  });
  return [...beside, ...inside];
}

const isSign = ({ from, to, ink }: Run, width: number, inkOfDigit: number): boolean =>
  to - from > NARROWEST * width &&
  to - from < WIDEST * width &&
  ink > LEAST_INK * inkOfDigit &&
  ink < MOST_INK * inkOfDigit;
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
