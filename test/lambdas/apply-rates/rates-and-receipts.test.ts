import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { storeRates } from '../../../lambdas/adapters/store-rates.ts';
import { convertWith } from '../../../lambdas/core/rates/convert.ts';
import type { DayRates } from '../../../lambdas/core/rates/day-rates.ts';
import { NOW, openBooks, type Receipt, USER } from '../../support/books.ts';
import { it } from '../../support/fixtures.ts';
import { interleaved } from '../../support/interleaved.ts';

/** A limit in euros; receipts are in dollars, so that all that counts has to be converted. */
const IN_EUROS = [{ category: 'groceries', limitMinor: 10_000, thresholds: [50, 80, 100], currency: 'EUR' }];
const holding = (spentMinor: number): string[] => [
  ...[50, 80, 100].filter((percent) => spentMinor * 100 >= 10_000 * percent).map(String),
  ...(spentMinor > 10_000 ? ['exceeded'] : []),
];

const receipts = fc
  .array(fc.integer({ min: 1_000, max: 9_000 }), { minLength: 1, maxLength: 2 })
  .map((amounts) => amounts.map((amountMinor, index): Receipt => ({ documentId: `doc${index}`, amountMinor })));
const files = fc.array(fc.constantFrom('0.5', '1', '1.25', '2'), { minLength: 1, maxLength: 2 });

describe('rates and receipts, interleaved', () => {
  it('end with what the newest rates make of all spending, and no crossing is claimed twice, in every order of calls', async ({
    tables,
  }) => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), receipts, files, async (scheduler, dropped, rates) => {
        const table = await tables.fresh();
        const steps = interleaved(table, scheduler);
        const books = openBooks(table, steps);
        await books.plan(IN_EUROS);
        for (const receipt of dropped) await books.drop(receipt);
        const [first, ...later] = dropped;
        // Booked and checked before there are rates: only a check that follows them can count it.
        if (first) await openBooks(table).run(first);
        const days = rates.map((USD): DayRates => ({ date: '2026-11-09', rates: { USD } }));
        const applyRates = async (day: DayRates, index: number) => {
          const uploadedAt = `2026-11-20T11:00:0${index}.000Z`;
          const source = { key: 'rates/ecb.csv', versionId: `v${index}`, sequencer: `0${index}`, uploadedAt };
          await storeRates(steps, [day], source, NOW);
          await books.check({ documentId: `rates${index}`, run: 1, userId: USER, affected: 'all' });
        };

        await scheduler.waitFor(Promise.all([...later.map((receipt) => books.run(receipt)), ...days.map(applyRates)]));

        const convert = convertWith(days.slice(-1));
        const spent = (await books.spend()).map((spend) => convert(spend, 'EUR') ?? Number.NaN);
        const { reached } = await books.state('groceries:month', '2026-11-01');
        expect(reached).toEqual(holding(spent.reduce((sum, amount) => sum + amount, 0)));
        const crossings = await books.crossings();
        expect(new Set(crossings).size).toBe(crossings.length);
        for (const name of reached) expect(crossings).toContain(`${name} 1`);
      }),
      { numRuns: 25 },
    );
  });
});
