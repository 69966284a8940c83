import type { Rectangle } from './page-characters.ts';

/** In points: rectangles are looked up by squares of this size. */
const SQUARE = 24;

/** Pairs of things whose rectangles share a place, each pair once and the earlier one first. */
export function touchingPairs<Thing>(
  things: readonly Thing[],
  rectangleOf: (thing: Thing) => Rectangle,
  isPair: (a: Thing, b: Thing) => boolean,
): [Thing, Thing][] {
  const squares = new Map<string, number[]>();
  const pairs: [Thing, Thing][] = [];
  things.forEach((thing, index) => {
    const met = new Set<number>();
    for (const key of squaresOf(rectangleOf(thing))) {
      const others = squares.get(key) ?? [];
      for (const other of others) met.add(other);
      squares.set(key, [...others, index]);
    }
    for (const other of [...met].sort((a, b) => a - b)) {
      const first = things[other] as Thing;
      if (isPair(first, thing)) pairs.push([first, thing]);
    }
  });
  return pairs;
}

/** How much of the smaller of two rectangles they share, 0 … 1. */
export function sharedPart(a: Rectangle, b: Rectangle): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  if (width <= 0 || height <= 0) return 0;
  return (width * height) / Math.min(areaOf(a), areaOf(b));
}

const areaOf = ({ left, right, top, bottom }: Rectangle): number => Math.max(1e-6, (right - left) * (bottom - top));

function squaresOf({ left, right, top, bottom }: Rectangle): string[] {
  const keys: string[] = [];
  for (let x = Math.floor(left / SQUARE); x <= Math.floor(right / SQUARE); x++) {
    for (let y = Math.floor(top / SQUARE); y <= Math.floor(bottom / SQUARE); y++) keys.push(`${x} ${y}`);
  }
  return keys;
}
