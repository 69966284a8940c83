import { describe, expect, it } from 'vitest';
import { decodeCtc } from '../../../src/textract/ocr/ctc.ts';

const alphabet = ['', 'a', 'b', ' '];

/** A map in which each step is sure of one class. */
function aMap(...classes: number[]) {
  const probabilities = new Float32Array(classes.length * alphabet.length);
  classes.forEach((index, step) => {
    probabilities[step * alphabet.length + index] = 0.9;
  });
  return { steps: classes.length, classes: alphabet.length, probabilities };
}

describe('decodeCtc', () => {
  it('merges repeats and drops blanks', () => {
    const glyphs = decodeCtc(aMap(1, 1, 0, 2, 2, 2), alphabet);

    expect(glyphs.map(({ character }) => character).join('')).toBe('ab');
  });

  it('keeps a doubled letter that a blank divides', () => {
    const glyphs = decodeCtc(aMap(1, 0, 1), alphabet);

    expect(glyphs.map(({ character }) => character).join('')).toBe('aa');
  });

  it('tells where and how surely each letter was seen', () => {
    const glyphs = decodeCtc(aMap(0, 0, 1), alphabet);

    expect(glyphs).toMatchObject([{ step: 2, confidence: expect.closeTo(0.9, 5) }]);
  });

  it('remembers a space that was nearly seen between two letters', () => {
    const map = aMap(1, 0, 2);
    map.probabilities[1 * alphabet.length + 3] = 0.3;

    const glyphs = decodeCtc(map, alphabet);

    expect(glyphs[1]?.spaceProbability).toBeCloseTo(0.3, 5);
  });

  it('remembers what else a doubtful letter may be', () => {
    const map = aMap(1, 0);
    map.probabilities[2] = 0.08;
    map.probabilities[1 * alphabet.length + 2] = 0.002;

    const [glyph] = decodeCtc(map, alphabet);

    expect(glyph?.alternatives).toEqual([{ character: 'b', probability: expect.closeTo(0.08, 5) }]);
  });
});
