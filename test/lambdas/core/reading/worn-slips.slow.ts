import fc from 'fast-check';
import { loadOcrModels } from 'laptop-cloud/textract/ocr/models';
import { describe, expect, it } from 'vitest';
import { asSvg } from '../../../../bench/world/as-picture.ts';
import { left, line, right } from '../../../../bench/world/layout.ts';
import { type Wear, worn } from '../../../../bench/world/worn.ts';
import { createRandom } from '../../../../events/samples/random.ts';
import { aShop, drawnSlips, outcomeOf, prices, readFor } from '../../../support/intl-receipt.ts';

// Another seed draws others: `SEED=42 npm run test:slow -- worn-slips`.
const seed = Number(process.env['SEED'] ?? 11);
const SLIPS = 60;
const models = loadOcrModels();

describe(`slips that shops of the world print, as worn photos, seed ${seed}`, () => {
  it.each<Wear>([0, 0.5, 1])('come out exact, or need review: wear %d', async (wear) => {
    const outcomes = { right: 0, review: 0, wrong: 0 };
    const wrong: string[] = [];
    const random = createRandom(seed);
    const drawn = await drawnSlips(fc.sample(fc.tuple(aShop, prices), { numRuns: SLIPS, seed }));
    for (const { shop, total, slip } of drawn) {
      const marks = slip.map(([label, amount]) => line([left(label), right(amount)]));
      const photo = await worn(asSvg(marks, 'slip', ['plain']), wear, 'jpeg', random);
      const read = await readFor(shop, photo, () => models);
      const outcome = outcomeOf(read, shop, total);
      outcomes[outcome] += 1;
      if (outcome === 'wrong') wrong.push(JSON.stringify({ shop, slip, total: read.total }));
    }

    console.info(`worn ${wear}, slips by seed ${seed}: ${JSON.stringify(outcomes)}`);
    expect(wrong).toEqual([]);
    expect(outcomes.right).toBeGreaterThan(0.75 * drawn.length);
  }, 600_000);
});
