import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convexHull, type Point } from '../../../src/textract/ocr/convex-hull.ts';
import { corners } from '../../../src/textract/ocr/rotated-box.ts';
import { smallestRectangle } from '../../../src/textract/ocr/smallest-rectangle.ts';

const points = fc.array(fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 400 })), {
  minLength: 3,
  maxLength: 40,
});

describe('convexHull', () => {
  it('keeps the corners of a square and drops what is inside', () => {
    const square: Point[] = [
      [0, 0],
      [4, 0],
      [4, 4],
      [0, 4],
      [2, 2],
      [2, 0],
    ];

    const hull = convexHull(square);

    expect(hull).toHaveLength(4);
    expect(hull).not.toContainEqual([2, 2]);
  });
});

describe('smallestRectangle', () => {
  it('recovers a leaning rectangle', () => {
    const leaning = { centreX: 100, centreY: 80, width: 120, height: 20, angle: 0.2 };

    const found = smallestRectangle(convexHull(corners(leaning)));

    expect(found.angle).toBeCloseTo(0.2, 5);
    expect(found.width).toBeCloseTo(120, 5);
    expect(found.height).toBeCloseTo(20, 5);
  });

  it('holds every point', () => {
    fc.assert(
      fc.property(points, (some) => {
        const box = smallestRectangle(convexHull(some));
        for (const [x, y] of some) {
          const along = (x - box.centreX) * Math.cos(box.angle) + (y - box.centreY) * Math.sin(box.angle);
          const across = (y - box.centreY) * Math.cos(box.angle) - (x - box.centreX) * Math.sin(box.angle);
          expect(Math.abs(along)).toBeLessThanOrEqual(box.width / 2 + 1e-6);
          expect(Math.abs(across)).toBeLessThanOrEqual(box.height / 2 + 1e-6);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('reads a tall narrow box from its side', () => {
    const found = smallestRectangle([
      [0, 0],
      [20, 0],
      [20, 200],
      [0, 200],
    ]);

    expect(found.width).toBe(200);
    expect(found.height).toBe(20);
    expect(Math.abs(found.angle)).toBeCloseTo(Math.PI / 2, 5);
  });
});
