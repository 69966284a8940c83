/** A place in a picture; y points down. */
export type Point = readonly [x: number, y: number];

const turn = (origin: Point, a: Point, b: Point): number =>
  (a[0] - origin[0]) * (b[1] - origin[1]) - (a[1] - origin[1]) * (b[0] - origin[0]);

/** The corners of the smallest convex shape around all points (Andrew's monotone chain), in order around it. */
export function convexHull(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  if (sorted.length < 3) return sorted;
  return [...chain(sorted), ...chain(sorted.reverse())];
}

/** One side of the hull, without its last point, which begins the other side. */
function chain(points: readonly Point[]): Point[] {
  const side: Point[] = [];
  for (const point of points) {
    while (side.length > 1) {
      const [before, last] = side.slice(-2) as [Point, Point];
      if (turn(before, last, point) > 0) break;
      side.pop();
    }
    side.push(point);
  }
  side.pop();
  return side;
}
