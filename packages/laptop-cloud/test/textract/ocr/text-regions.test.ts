import { describe, expect, it } from 'vitest';
import { findTextRegions } from '../../../src/textract/ocr/text-regions.ts';

/** A map with rectangles of certainty. */
function aMap(width: number, height: number, ...bars: [left: number, top: number, right: number, bottom: number][]) {
  const probabilities = new Float32Array(width * height);
  for (const [left, top, right, bottom] of bars) {
    for (let y = top; y < bottom; y++) probabilities.fill(0.9, y * width + left, y * width + right);
  }
  return { width, height, probabilities };
}

describe('findTextRegions', () => {
  it('finds each bar of text and grows it to the whole glyphs', () => {
    const map = aMap(200, 100, [20, 20, 120, 30], [20, 60, 180, 70]);

    const boxes = findTextRegions(map);

    expect(boxes).toHaveLength(2);
    expect(boxes[0]).toMatchObject({ centreX: 70, centreY: 25, angle: 0 });
    expect(boxes[0]?.height).toBeGreaterThan(10);
    expect(boxes[0]?.height).toBeLessThan(30);
    expect(boxes[0]?.width).toBeGreaterThan(100);
  });

  it('ignores specks and what is hardly probable', () => {
    const map = aMap(100, 100, [5, 5, 7, 7]);
    for (let x = 20; x < 80; x++) for (let y = 40; y < 50; y++) map.probabilities[y * 100 + x] = 0.4;

    const boxes = findTextRegions(map);

    expect(boxes).toEqual([]);
  });

  it('takes a slanting line as one box with its angle', () => {
    const map = aMap(200, 100);
    for (let x = 20; x < 180; x++) {
      const middle = 40 + Math.round(x * 0.1);
      for (let y = middle - 5; y < middle + 5; y++) map.probabilities[y * 200 + x] = 0.9;
    }

    const boxes = findTextRegions(map);

    expect(boxes).toHaveLength(1);
    expect(boxes[0]?.angle).toBeCloseTo(Math.atan(0.1), 1);
  });
});
