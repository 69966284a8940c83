import fc from 'fast-check';
import { areLookAlikeDigits, lookAlikeDistance } from 'printed-text/look-alikes';
import { describe, expect, it } from 'vitest';

describe('lookAlikeDistance', () => {
  it.each([
    ['total', 'total', 0],
    ['tota1', 'total', 0.5],
    ['ioial', 'total', 1],
    ['totl', 'total', 1],
    ['', 'total', 5],
  ])('is, of %s and %s, %s', (from, to, distance) => {
    expect(lookAlikeDistance(from, to)).toBe(distance);
  });

  it('tells signs of nearly the same shape from those that only bad print confuses', () => {
    expect(lookAlikeDistance('orange', 'change', { likeness: 'close' })).toBe(2);
    expect(lookAlikeDistance('orange', 'change', { likeness: 'loose' })).toBe(1);
  });

  it('is the same both ways, and told as infinite at most where it is above what is asked for', () => {
    const word = fc.string({ unit: fc.constantFrom(...'o0cil1s5nhm'), maxLength: 8 });
    fc.assert(
      fc.property(word, word, fc.nat({ max: 4 }), (from, to, most) => {
        const distance = lookAlikeDistance(from, to);
        const within = lookAlikeDistance(from, to, { most });

        expect(lookAlikeDistance(to, from)).toBe(distance);
        if (distance <= most) expect(within).toBe(distance);
        else expect(within).toBeGreaterThan(most);
      }),
    );
  });
});

describe('areLookAlikeDigits', () => {
  it.each([
    ['3', '8', true],
    ['8', '3', true],
    ['2', '5', false],
  ])('is, of %s and %s, %s', (one, other, alike) => {
    expect(areLookAlikeDigits(one, other)).toBe(alike);
  });
});
