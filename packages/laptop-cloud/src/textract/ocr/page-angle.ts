import type { RotatedBox } from './rotated-box.ts';

const LONG = 5;
const LARGEST_LEAN = 0.7;

/** How far a page leans, in radians: the median angle of its long lines, each counted by its width. */
export function pageAngle(boxes: readonly RotatedBox[]): number {
  const long = boxes
    .filter(({ width, height, angle }) => width > LONG * height && Math.abs(angle) < LARGEST_LEAN)
    .sort((a, b) => a.angle - b.angle);
  const half = long.reduce((sum, { width }) => sum + width, 0) / 2;
  let passed = 0;
  for (const { width, angle } of long) {
    passed += width;
    if (passed >= half) return angle;
  }
  return 0;
}
