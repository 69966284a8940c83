import { Paper } from '../paper.ts';
import { jpeg, pictureOf } from '../picture.ts';
import { createRandom } from '../random.ts';
import type { SampleDocument } from '../sample.ts';
import { torn } from '../torn.ts';
import { grainy, lit, thermal } from '../wear.ts';

/** Torn off below the items: the sum of what is left is not what was paid. */
export const tornBakery: SampleDocument = {
  file: '13-bakery-torn.jpg',
  shows: 'Bakery receipt torn off above its total',
  truth: {
    status: 'needs_review',
    reason: 'there is no total on it',
    vendor: 'Three Ovens Bakery',
    purchasedOn: '2026-11-17',
  },
  async draw() {
    const random = createRandom(13);
    const picture = thermal(await pictureOf(slip().toSvg(), 0.6), random, 0.2);
    const scanned = lit(picture, (u, v) => 0.97 - 0.05 * Math.sin(u * 3 + v * 5) ** 2);
    return await jpeg(grainy(torn(scanned, 0.88, random), random, 3), 74);
  },
};

const slip = (): Paper =>
  new Paper({ width: 620, margin: 46, face: 'typewriterBold', size: 29, leading: 1.22 })
    .centre('THREE OVENS BAKERY', { size: 38 })
    .centre('52 Mason Street', { face: 'typewriter' })
    .centre('Falls Church, VA 22046', { face: 'typewriter' })
    .gap(16)
    .row('Nov 17, 2026', '08:05 AM', { face: 'typewriter' })
    .left('Order 219', { face: 'typewriter' })
    .rule('2 3')
    .row('RYE LOAF', '7.50')
    .row('CINNAMON ROLL', '4.25')
    .row('BUTTER CROISSANT', '3.95')
    .row('COFFEE BEANS 8OZ', '11.00')
    .row('BAGUETTE', '4.50')
    .gap(60);
