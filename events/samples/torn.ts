import type { Picture } from './picture.ts';
import type { Random } from './random.ts';
import { bell } from './random.ts';

/**
 * Tears everything off below a height, along a ragged edge; what was under it is the scanner's lid.
 *
 * @param at Share of the height where the tear begins on the left; it ends a little higher on the right.
 */
export function torn({ width, height, data }: Picture, at: number, random: Random): Picture {
  const kept = Math.ceil(height * (at + 0.05));
  const left = data.slice(0, width * kept * 3);
  let raggedness = 0;
  for (let x = 0; x < width; x += 1) {
    raggedness = raggedness * 0.9 + bell(random) * 2.2;
    const edge = Math.round(height * (at - (0.03 * x) / width) + raggedness);
    for (let y = Math.max(0, edge); y < kept; y += 1) {
      // The fibres of the tear are brighter than the paper, and throw a short shadow.
      const lid = y - edge < 3 ? 255 : y - edge < 10 ? 120 + (y - edge) * 4 : 168;
      left.fill(lid, (y * width + x) * 3, (y * width + x) * 3 + 3);
    }
  }
  return { width, height: kept, data: left };
}
