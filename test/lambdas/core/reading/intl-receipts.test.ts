import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aShop, drawnSlips, outcomeOf, prices, readFor } from '../../../support/intl-receipt.ts';

// Another seed draws others: `SEED=42 npx vitest run …`.
const seed = Number(process.env['SEED'] ?? 11);
const SLIPS = 24;

describe(`slips that shops of the world print as PDF, seed ${seed}`, () => {
  it('come out exact, or need review', async () => {
    const outcomes = { right: 0, review: 0, wrong: 0 };
    const wrong: string[] = [];
    const drawn = await drawnSlips(fc.sample(fc.tuple(aShop, prices), { numRuns: SLIPS, seed }));
    for (const { shop, total, slip, pdf } of drawn) {
      const outcome = outcomeOf(await readFor(shop, pdf), shop, total);
      outcomes[outcome] += 1;
      if (outcome === 'wrong') wrong.push(JSON.stringify({ shop, slip }));
    }

    console.info(`slips by seed ${seed}: ${JSON.stringify(outcomes)}`);
    expect(wrong).toEqual([]);
    expect(outcomes.right).toBeGreaterThan(0.8 * drawn.length);
  }, 60_000);
});
