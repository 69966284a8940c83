import { describe, expect, it } from 'vitest';
import { boxOfSpan, geometryOf } from '../../../src/textract/response/geometry.ts';
import { aLine } from '../support/written-page.ts';

const page = { width: 1000, height: 500, quarterTurns: 0 } as const;
const box = { centreX: 200, centreY: 50, width: 100, height: 20, angle: 0 };

describe('geometryOf', () => {
  it('gives fractions of the page, corners from the top left clockwise', () => {
    const { BoundingBox, Polygon } = geometryOf([box], page);

    expect(BoundingBox).toEqual({
      Left: expect.closeTo(0.15, 6),
      Top: expect.closeTo(0.08, 6),
      Width: expect.closeTo(0.1, 6),
      Height: expect.closeTo(0.04, 6),
    });
    expect(Polygon?.[0]).toEqual({ X: expect.closeTo(0.15, 6), Y: expect.closeTo(0.08, 6) });
    expect(Polygon?.[2]).toEqual({ X: expect.closeTo(0.25, 6), Y: expect.closeTo(0.12, 6) });
  });

  it('keeps the lean of a single box', () => {
    const { Polygon } = geometryOf([{ ...box, angle: 0.1 }], page);

    expect(Polygon?.[1]?.Y).toBeGreaterThan(Polygon?.[0]?.Y ?? 1);
  });

  it('draws one rectangle around several boxes', () => {
    const { BoundingBox } = geometryOf([box, { ...box, centreY: 150 }], page);

    expect(BoundingBox?.Top).toBeCloseTo(0.08, 6);
    expect(BoundingBox?.Height).toBeCloseTo(0.24, 6);
  });

  it.each([
    [1, { X: 0.1, Y: 0.8 }],
    [2, { X: 0.8, Y: 0.9 }],
    [3, { X: 0.9, Y: 0.2 }],
  ] as const)('places text on the page as it was sent, before %i quarter turns', (quarterTurns, middle) => {
    const { BoundingBox } = geometryOf([box], { ...page, quarterTurns });

    expect((BoundingBox?.Left ?? 0) + (BoundingBox?.Width ?? 0) / 2).toBeCloseTo(middle.X, 6);
    expect((BoundingBox?.Top ?? 0) + (BoundingBox?.Height ?? 0) / 2).toBeCloseTo(middle.Y, 6);
  });

  it('stays inside the page', () => {
    const { BoundingBox } = geometryOf([{ ...box, centreX: 10 }], page);

    expect(BoundingBox?.Left).toBe(0);
  });
});

describe('boxOfSpan', () => {
  it('covers the word that a span names', () => {
    const line = aLine('GRAND TOTAL', 100, 50);

    const word = boxOfSpan({ line, start: 6, end: 11 });

    expect(word.centreX - word.width / 2).toBeCloseTo(160, 6);
    expect(word.width).toBeCloseTo(50, 6);
  });
});
