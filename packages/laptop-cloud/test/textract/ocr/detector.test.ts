import { describe, expect, it } from 'vitest';
import { detectionSize } from '../../../src/textract/ocr/detector.ts';

describe('detectionSize', () => {
  it('looks at a page with 960 pixels on its long side', () => {
    expect(detectionSize(1200, 2400)).toEqual({ width: 480, height: 960 });
  });

  it('enlarges a small scan, at most to twice its size', () => {
    expect(detectionSize(320, 480)).toEqual({ width: 640, height: 960 });
    expect(detectionSize(160, 320)).toEqual({ width: 320, height: 640 });
  });

  it('keeps a long till roll wide enough to read', () => {
    expect(detectionSize(600, 3000).width).toBe(384);
  });

  it('bounds the work on a picture of any shape', () => {
    const { width, height } = detectionSize(300, 10_000);

    expect(width * height).toBeLessThanOrEqual(960 * 2560 * 1.1);
  });
});
