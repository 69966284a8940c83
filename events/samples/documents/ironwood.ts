import { Paper } from '../paper.ts';
import { jpeg, type Picture, pictureOf } from '../picture.ts';
import { createRandom } from '../random.ts';
import { grainy, lit, thermal, tinted } from '../wear.ts';

/** The name on the hardware store's slips. */
export const ironwood = 'Ironwood Hardware';

/** A new slip of the hardware store, as far down as its address. */
export function ironwoodSlip(): Paper {
  return new Paper({ width: 640, margin: 34, face: 'terminal', size: 27, leading: 1.2 })
    .centre('IRONWOOD HARDWARE', { size: 46, stretch: 1.2 })
    .centre('Tools - Paint - Lumber')
    .centre('918 Foundry Road')
    .centre('Alexandria, VA 22314')
    .centre('703-555-0116')
    .gap(12);
}

/** The store's printer has a violet ribbon and yellowish paper. */
export async function ironwoodPrint(slip: Paper, seed: number): Promise<Buffer> {
  const random = createRandom(seed);
  const picture: Picture = thermal(await pictureOf(slip.toSvg(), 0.7), random, 0.18);
  const worn = lit(tinted(picture, [250, 246, 232], [52, 44, 110]), (u, v) => 1 - 0.05 * Math.sin(v * 9 + u) ** 2);
  return await jpeg(grainy(worn, random, 3), 74);
}
