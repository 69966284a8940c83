import { Paper } from '../paper.ts';
import { photographed } from '../photo.ts';
import { blurred, jpeg, pictureOf } from '../picture.ts';
import { createRandom } from '../random.ts';
import type { SampleDocument } from '../sample.ts';
import { grainy, lit } from '../wear.ts';

/** A hand that moved: one sees that it is a receipt, and nothing on it can be read. */
export const blurredPhoto: SampleDocument = {
  file: '12-blurred-photo.jpg',
  shows: 'Photo blurred beyond reading',
  truth: { status: 'needs_review', reason: 'nothing on it can be read' },
  async draw() {
    const shot = photographed(await pictureOf(slip().toSvg()), {
      width: 900,
      height: 1200,
      corners: [
        [226, 118],
        [672, 70],
        [730, 1090],
        [196, 1130],
      ],
      table: (x, y) => [92 + 8 * Math.sin(x * 0.02), 98 + 6 * Math.sin(y * 0.03), 108],
      wave: 0.006,
    });
    const dim = lit(await blurred(shot, 15), (u, v) => 0.82 - 0.2 * u - 0.1 * v);
    return await jpeg(grainy(dim, createRandom(12), 7), 60);
  },
};

function slip(): Paper {
  const paper = new Paper({ width: 520, margin: 40, face: 'terminal', size: 24, leading: 1.3 })
    .centre('NORTH PIER MARKET', { size: 34 })
    .gap(20);
  for (const price of ['4.15', '12.80', '3.99', '7.25', '2.49', '9.10', '5.60', '1.75', '6.40']) {
    paper.row('ITEM', price);
  }
  return paper.rule().row('TOTAL', '53.53', { size: 34 }).gap(120);
}
