import { describe, expect, it } from 'vitest';
import { LINE_HEIGHT } from '../../../src/textract/ocr/crop.ts';
import { inkColumns, isWordGap, widestGap } from '../../../src/textract/ocr/word-gaps.ts';

const aGlyph = (character: string, spaceProbability = 0) => ({
  character,
  confidence: 0.99,
  step: 0,
  spaceProbability,
  alternatives: [],
});

describe('isWordGap', () => {
  it('believes a clear hint of a space', () => {
    expect(isWordGap(aGlyph('a'), aGlyph('b', 0.5), 0)).toBe(true);
  });

  it('believes a faint hint only where the picture shows a gap', () => {
    expect(isWordGap(aGlyph('a'), aGlyph('b', 0.05), 14)).toBe(true);
    expect(isWordGap(aGlyph('a'), aGlyph('b', 0.05), 5)).toBe(false);
  });

  it('does not double a space that was read', () => {
    expect(isWordGap(aGlyph(' '), aGlyph('b', 0.9), 20)).toBe(false);
  });
});

describe('widestGap', () => {
  it('measures the columns without ink between two letters', () => {
    const width = 60;
    const planes = new Float32Array(3 * LINE_HEIGHT * width).fill(1);
    for (let y = 0; y < LINE_HEIGHT; y++) {
      planes.fill(-1, (LINE_HEIGHT + y) * width + 5, (LINE_HEIGHT + y) * width + 15);
      planes.fill(-1, (LINE_HEIGHT + y) * width + 35, (LINE_HEIGHT + y) * width + 45);
    }

    const columns = inkColumns({ width, planes });

    expect(widestGap(columns, 10, 40)).toBe(20);
  });
});
