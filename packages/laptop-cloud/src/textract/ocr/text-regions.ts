import { convexHull, type Point } from './convex-hull.ts';
import type { RotatedBox } from './rotated-box.ts';
import { smallestRectangle } from './smallest-rectangle.ts';

/** The detector's answer: for every pixel the probability that it belongs to a line of text. */
export interface TextMap {
  readonly width: number;
  readonly height: number;
  readonly probabilities: Float32Array;
}

const PIXEL_THRESHOLD = 0.3;
const REGION_THRESHOLD = 0.5;
const FEWEST_PIXELS = 10;
const SHORTEST_SIDE = 3;
// The network marks the core of a line; the ratio grows it back to the whole glyphs (DB post-processing).
const GROWTH = 1.6;

/** Finds the lines of text in a detector's map, as boxes in the map's own pixels. */
export function findTextRegions(map: TextMap): RotatedBox[] {
  const seen = new Uint8Array(map.width * map.height);
  const stack = new Int32Array(map.width * map.height);
  const boxes: RotatedBox[] = [];
  for (let start = 0; start < seen.length; start++) {
    if (seen[start] || at(map, start) <= PIXEL_THRESHOLD) continue;
    const region = collectRegion(map, start, seen, stack);
    if (region.pixels < FEWEST_PIXELS || region.sum / region.pixels < REGION_THRESHOLD) continue;
    const rectangle = smallestRectangle(convexHull(region.outline));
    if (Math.min(rectangle.width, rectangle.height) >= SHORTEST_SIDE) boxes.push(grown(rectangle));
  }
  return boxes;
}

const at = (map: TextMap, index: number): number => map.probabilities[index] ?? 0;

interface Region {
  readonly pixels: number;
  readonly sum: number;
  readonly outline: Point[];
}

/** Walks over one connected region (eight neighbours); keeps only the two ends of each of its rows. */
function collectRegion(map: TextMap, start: number, seen: Uint8Array, stack: Int32Array): Region {
  const { width, height } = map;
  const ends = new Map<number, [number, number]>();
  let depth = 0;
  let pixels = 0;
  let sum = 0;
  stack[depth++] = start;
  seen[start] = 1;
  while (depth > 0) {
    const pixel = stack[--depth] ?? 0;
    const x = pixel % width;
    const y = (pixel - x) / width;
    pixels++;
    sum += at(map, pixel);
    widen(ends, x, y);
    for (let nextY = Math.max(0, y - 1); nextY <= Math.min(height - 1, y + 1); nextY++) {
      for (let nextX = Math.max(0, x - 1); nextX <= Math.min(width - 1, x + 1); nextX++) {
        const next = nextY * width + nextX;
        if (seen[next] || at(map, next) <= PIXEL_THRESHOLD) continue;
        seen[next] = 1;
        stack[depth++] = next;
      }
    }
  }
  const outline = [...ends].flatMap(([y, [left, right]]): Point[] => [
    [left, y],
    [right + 1, y],
    [left, y + 1],
    [right + 1, y + 1],
  ]);
  return { pixels, sum, outline };
}

function widen(ends: Map<number, [number, number]>, x: number, y: number): void {
  const row = ends.get(y);
  if (!row) {
    ends.set(y, [x, x]);
    return;
  }
  row[0] = Math.min(row[0], x);
  row[1] = Math.max(row[1], x);
}

function grown(box: RotatedBox): RotatedBox {
  const distance = (box.width * box.height * GROWTH) / (2 * (box.width + box.height));
  return { ...box, width: box.width + 2 * distance, height: box.height + 2 * distance };
}
