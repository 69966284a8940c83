import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { textractClockKey } from '../../../lambdas/adapters/ledger-keys.ts';
import { putItem } from '../../../lambdas/adapters/table.ts';
import { drawTurn } from '../../../lambdas/adapters/turn-clock.ts';
import { NOW } from '../../support/books.ts';
import { it } from '../../support/fixtures.ts';

const DAY_MS = 24 * 3600 * 1000;

describe('drawTurn', () => {
  it('gives a burst of draws turns of their own, one step apart, the first at once', async ({ table }) => {
    const turns = await Promise.all(Array.from({ length: 20 }, () => drawTurn(table, 'EXPRESS', NOW, 2)));

    expect(turns.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => NOW + index * 500));
  });

  it('starts at now again after a pause, without paying back what was not used', async ({ table }) => {
    await drawTurn(table, 'EXPRESS', NOW, 1);
    await drawTurn(table, 'EXPRESS', NOW, 1);

    const later = NOW + 60_000;

    expect(await drawTurn(table, 'EXPRESS', later, 1)).toBe(later);
    expect(await drawTurn(table, 'EXPRESS', later, 1)).toBe(later + 1_000);
  });

  it('gives the instant at which the queue just ran out to one draw only', async ({ table }) => {
    await drawTurn(table, 'EXPRESS', NOW, 1);

    const turns = await Promise.all([
      drawTurn(table, 'EXPRESS', NOW + 1_000, 1),
      drawTurn(table, 'EXPRESS', NOW + 1_000, 1),
    ]);

    expect(turns.sort()).toEqual([NOW + 1_000, NOW + 2_000]);
  });

  it('never gives a turn before now and never two closer than a step, whatever the clocks of the callers say', async ({
    tables,
  }) => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: 10_000 }), { minLength: 2, maxLength: 8 }), async (delays) => {
        const table = await tables.fresh();

        const turns = await Promise.all(
          delays.map(async (delay) => ({ now: NOW + delay, turn: await drawTurn(table, 'EXPRESS', NOW + delay, 1) })),
        );

        for (const { now, turn } of turns) expect(turn).toBeGreaterThanOrEqual(now);
        const sorted = turns.map(({ turn }) => turn).sort((a, b) => a - b);
        for (const [index, turn] of sorted.slice(1).entries())
          expect(turn - (sorted[index] ?? 0)).toBeGreaterThanOrEqual(1_000);
      }),
      { numRuns: 10 },
    );
  });

  it('fails rather than hand out a turn more than 25 days away, and uses up no turn for it', async ({ table }) => {
    await putItem(table, { ...textractClockKey('EXPRESS'), nextAt: NOW + 25 * DAY_MS + 1_000 });

    await expect(drawTurn(table, 'EXPRESS', NOW, 1)).rejects.toThrow('raise turnsPerSecond');
    await expect(drawTurn(table, 'EXPRESS', NOW, 1)).rejects.toThrow(RangeError);

    expect(await drawTurn(table, 'EXPRESS', NOW + DAY_MS, 1)).toBe(NOW + 25 * DAY_MS + 1_000);
  });
});
