import type { PdfCharacter, Rectangle } from './page-characters.ts';
import { isRightToLeft } from './reading-order.ts';

// In heights of the smaller of two runs.
const SAME_LINE = 0.3;
const LETTER_GAP = 0.2;
const WORD_GAP = 0.5;
// In characters: shorter runs are glyphs that were placed one by one.
const SCATTERED = 2;
const MOST_TALLER = 1.6;

interface Span extends Rectangle {
  readonly run: readonly PdfCharacter[];
}

/**
 * Joins runs of characters that touch on one line; where glyphs were drawn one by one or from right to left, also those
 * with a word's gap between them. A run that was joined is in order of place, others stay as they were drawn.
 */
export function joinNeighbours(runs: readonly (readonly PdfCharacter[])[]): PdfCharacter[][] {
  const spans = runs.map(spanOf).sort((a, b) => middleOf(a) - middleOf(b));
  const isScattered = middleLength(runs) <= SCATTERED;
  const leaders = spans.map((_, index) => index);
  const leaderOf = (index: number): number => {
    let leader = index;
    while (leaders[leader] !== leader) leader = leaders[leader] as number;
    return leader;
  };
  spans.forEach((span, index) => {
    for (let other = index + 1; other < spans.length; other++) {
      const next = spans[other] as Span;
      if (middleOf(next) - middleOf(span) > SAME_LINE * heightOf(span)) break;
      if (areNeighbours(span, next, isScattered)) leaders[leaderOf(other)] = leaderOf(index);
    }
  });
  const joined = new Map<number, Span[]>();
  spans.forEach((span, index) => {
    const leader = leaderOf(index);
    joined.set(leader, [...(joined.get(leader) ?? []), span]);
  });
  const drawn = new Map(runs.map((run, index) => [run[0], index]));
  const firstDrawn = (group: readonly Span[]) => Math.min(...group.map(({ run }) => drawn.get(run[0]) ?? 0));
  return [...joined.values()].sort((a, b) => firstDrawn(a) - firstDrawn(b)).map(joinedRun);
}

function middleLength(runs: readonly (readonly PdfCharacter[])[]): number {
  const lengths = runs.map(({ length }) => length).sort((a, b) => a - b);
  return lengths[Math.floor(lengths.length / 2)] ?? 0;
}

function joinedRun(group: readonly Span[]): PdfCharacter[] {
  const characters = group.flatMap(({ run }) => run);
  return group.length === 1 ? characters : characters.sort((a, b) => a.left - b.left);
}

function areNeighbours(a: Span, b: Span, isScattered: boolean): boolean {
  const [low, high] = [Math.min(heightOf(a), heightOf(b)), Math.max(heightOf(a), heightOf(b))];
  const gap = Math.max(a.left - b.right, b.left - a.right);
  const isLevel = Math.abs(middleOf(a) - middleOf(b)) < SAME_LINE * low;
  const widest = isScattered || [...a.run, ...b.run].some(({ text }) => isRightToLeft(text)) ? WORD_GAP : LETTER_GAP;
  return isLevel && high < MOST_TALLER * low && gap < widest * low && !collide(a, b);
}

/** Whether two runs stand on top of one another; glyphs of one that stand in the gaps of the other do not. */
function collide(a: Span, b: Span): boolean {
  const shared = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  if (shared <= 0) return false;
  const widest = (one: PdfCharacter, other: PdfCharacter) =>
    Math.min(one.right, other.right) - Math.max(one.left, other.left) > 0.4 * (one.right - one.left);
  return a.run.some((one) => !one.isSpace && b.run.some((other) => !other.isSpace && widest(one, other)));
}

function spanOf(run: readonly PdfCharacter[]): Span {
  const printed = run.filter(({ isSpace }) => !isSpace);
  return {
    run,
    left: Math.min(...printed.map(({ left }) => left)),
    right: Math.max(...printed.map(({ right }) => right)),
    top: Math.min(...printed.map(({ top }) => top)),
    bottom: Math.max(...printed.map(({ bottom }) => bottom)),
  };
}

const middleOf = ({ top, bottom }: Rectangle): number => (top + bottom) / 2;
const heightOf = ({ top, bottom }: Rectangle): number => Math.max(bottom - top, 0.1);
