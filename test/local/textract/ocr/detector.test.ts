import { describe, expect, it } from 'vitest';
import { detectionSize } from '../../../../local/textract/ocr/detector.ts';

describe('detectionSize', () => {
  it('looks at a page with 960 pixels on its long side', () => {
    expect(detectionSize(1200, 2400)).toEqual({ width: 480, height: 960 });
  });

  it('does not enlarge a small scan', () => {
    expect(detectionSize(320, 640)).toEqual({ width: 320, height: 640 });
  });

  it('keeps a long till roll wide enough to read', () => {
    expect(detectionSize(600, 3000).width).toBe(384);
  });

  it('bounds the work on a picture of any shape', () => {
    const { width, height } = detectionSize(300, 10_000);

    expect(width * height).toBeLessThanOrEqual(960 * 2560 * 1.1);
  });
});
