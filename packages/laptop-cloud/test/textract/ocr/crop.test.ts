import { describe, expect, it } from 'vitest';
import { cropLine, cropWidth, LINE_HEIGHT } from '../../../src/textract/ocr/crop.ts';

/** A white picture with a black left half. */
function halfBlack(width: number, height: number) {
  const data = new Uint8Array(width * height * 3).fill(255);
  for (let y = 0; y < height; y++) data.fill(0, y * width * 3, (y * width + width / 2) * 3);
  return { width, height, data };
}

describe('cropLine', () => {
  it('cuts a box out at the height the recogniser reads', () => {
    const picture = halfBlack(100, 50);
    const box = { centreX: 50, centreY: 25, width: 100, height: 50, angle: 0 };

    const crop = cropLine(picture, box, cropWidth(box));

    expect(crop.width).toBe(2 * LINE_HEIGHT);
    expect(crop.planes[10]).toBe(-1);
    expect(crop.planes[90]).toBe(1);
  });

  it('turns a box that is read upside down', () => {
    const picture = halfBlack(100, 50);
    const box = { centreX: 50, centreY: 25, width: 100, height: 50, angle: Math.PI };

    const crop = cropLine(picture, box, cropWidth(box));

    expect(crop.planes[10]).toBe(1);
    expect(crop.planes[90]).toBe(-1);
  });

  it('takes the nearest edge for what lies outside the picture', () => {
    const picture = halfBlack(100, 50);
    const box = { centreX: 0, centreY: 0, width: 60, height: 30, angle: 0 };

    const crop = cropLine(picture, box, cropWidth(box));

    expect([...crop.planes.subarray(0, 10)].every((value) => value === -1)).toBe(true);
  });
});

describe('cropWidth', () => {
  it('keeps the shape of the box and widens crowded lines', () => {
    const box = { centreX: 0, centreY: 0, width: 200, height: 20, angle: 0 };

    expect(cropWidth(box)).toBe(480);
    expect(cropWidth(box, 1.3)).toBe(624);
  });
});
