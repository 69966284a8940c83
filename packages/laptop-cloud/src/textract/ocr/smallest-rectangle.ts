import type { Point } from './convex-hull.ts';
import type { RotatedBox } from './rotated-box.ts';

// Text leans more than this only on a page that is turned, which is settled before.
const LARGEST_LEAN = 0.35;
// An upright rectangle wins against one that is hardly smaller, so that noise does not tilt short words.
const WORTH_LEANING = 0.98;
const TALL = { ratio: 2.2, pixels: 40 };

/** The smallest rectangle around a hull, leaning at most 20 degrees; a tall one is read from its side. */
export function smallestRectangle(hull: readonly Point[]): RotatedBox {
  let best = rectangleAt(hull, 0);
  hull.forEach((point, index) => {
    const next = hull[(index + 1) % hull.length] ?? point;
    const angle = quarterTurnsRemoved(Math.atan2(next[1] - point[1], next[0] - point[0]));
    if (Math.abs(angle) >= LARGEST_LEAN) return;
    const candidate = rectangleAt(hull, angle);
    if (area(candidate) < area(best) * WORTH_LEANING) best = candidate;
  });
  const isTall = best.height > best.width * TALL.ratio && best.height > TALL.pixels;
  return isTall ? { ...best, angle: best.angle + Math.PI / 2, width: best.height, height: best.width } : best;
}

const area = ({ width, height }: RotatedBox): number => width * height;

function quarterTurnsRemoved(angle: number): number {
  let rest = angle;
  while (rest > Math.PI / 4) rest -= Math.PI / 2;
  while (rest <= -Math.PI / 4) rest += Math.PI / 2;
  return rest;
}

function rectangleAt(hull: readonly Point[], angle: number): RotatedBox {
  const cosine = Math.cos(angle);
  const sine = Math.sin(angle);
  const along = hull.map(([x, y]) => x * cosine + y * sine);
  const across = hull.map(([x, y]) => y * cosine - x * sine);
  const left = Math.min(...along);
  const right = Math.max(...along);
  const top = Math.min(...across);
  const bottom = Math.max(...across);
  const middleAlong = (left + right) / 2;
  const middleAcross = (top + bottom) / 2;
  return {
    centreX: middleAlong * cosine - middleAcross * sine,
    centreY: middleAlong * sine + middleAcross * cosine,
    width: right - left,
    height: bottom - top,
    angle,
  };
}
