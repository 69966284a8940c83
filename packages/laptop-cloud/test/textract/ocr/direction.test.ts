import { describe, expect, it } from 'vitest';
import { liesOnItsSide } from '../../../src/textract/ocr/direction.ts';

const aBox = (width: number, height: number, angle = 0) => ({ centreX: 0, centreY: 0, width, height, angle });

describe('liesOnItsSide', () => {
  it('sees that most long boxes stand upright', () => {
    expect(liesOnItsSide([aBox(20, 200), aBox(200, 20, Math.PI / 2), aBox(20, 150), aBox(100, 20)])).toBe(true);
  });

  it('leaves an upright page as it is', () => {
    expect(liesOnItsSide([aBox(200, 20), aBox(150, 20, 0.1), aBox(180, 20), aBox(20, 90)])).toBe(false);
  });

  it('does not judge by a few lines', () => {
    expect(liesOnItsSide([aBox(20, 200), aBox(20, 200)])).toBe(false);
  });
});
