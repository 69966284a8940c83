import { describe, expect, it } from 'vitest';
import { arePicturesAlike } from '../../../../lambdas/core/ledger/picture-likeness.ts';
import { pictureHash } from '../../../../lambdas/core/picture/picture-hash.ts';

/** A paper with bars of print: as dark as they are told, across the width that they are told. */
function paper(bars: readonly (readonly [from: number, to: number, until: number])[], over: { light?: number } = {}) {
  const [width, height, channels] = [200, 300, 3] as const;
  const data = new Uint8Array(width * height * channels).fill(250 * (over.light ?? 1));
  for (const [from, to, until] of bars) {
    for (let y = from; y < to; y += 1) {
      data.fill(40 * (over.light ?? 1), y * width * channels, (y * width + until) * channels);
    }
  }
  return { width, height, data, channels };
}
const SLIP = [
  [20, 40, 180],
  [70, 90, 90],
  [140, 200, 140],
  [260, 280, 60],
] as const;
const OTHER = [
  [50, 120, 60],
  [150, 160, 190],
  [220, 300, 120],
] as const;

describe('pictureHash', () => {
  it('is 64 bits, the same for the same picture in any size and light', () => {
    const hash = pictureHash(paper(SLIP));

    expect(hash).toMatch(/^[0-9a-f]{16}$/);
    expect(arePicturesAlike(hash, pictureHash(paper(SLIP, { light: 0.7 })))).toBe(true);
  });

  it('stays alike when the picture moves a little, and is another for another paper', () => {
    const moved = SLIP.map(([from, to, until]) => [from + 3, to + 3, until + 4] as const);

    expect(arePicturesAlike(pictureHash(paper(SLIP)), pictureHash(paper(moved)))).toBe(true);
    expect(arePicturesAlike(pictureHash(paper(SLIP)), pictureHash(paper(OTHER)))).toBe(false);
  });

  it('says nothing without a picture', () => {
    expect(arePicturesAlike(pictureHash(paper(SLIP)), undefined)).toBe(false);
  });
});
