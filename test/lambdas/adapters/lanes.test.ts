import { describe, expect } from 'vitest';
import { drawTurnOf } from '../../../lambdas/adapters/lanes.ts';
import { textractClockKey } from '../../../lambdas/adapters/ledger-keys.ts';
import { getItem, putItem, type Table } from '../../../lambdas/adapters/table.ts';
import { NOW } from '../../support/books.ts';
import { it } from '../../support/fixtures.ts';

/** Draws that many turns of a person, one after the other, at one instant. */
async function drawMany(table: Table, userId: string, count: number, now = NOW): Promise<number[]> {
  const turns: number[] = [];
  for (let drawn = 0; drawn < count; drawn++) turns.push(await drawTurnOf(table, userId, now, 1));
  return turns;
}
const bulkClock = async (table: Table) => (await getItem<{ nextAt: number }>(table, textractClockKey('BULK')))?.nextAt;

describe('drawTurnOf', () => {
  it('lets two documents of a person go by the express lane, up to twenty by the regular, and queues what comes beyond', async ({
    table,
  }) => {
    const turns = await drawMany(table, 'bob', 25);

    expect(turns.slice(0, 2)).toEqual([NOW, NOW + 1000]);
    expect(turns.slice(2, 20)).toEqual(Array.from({ length: 18 }, (_, index) => NOW + index * 1000));
    expect(turns.slice(20)).toEqual(Array.from({ length: 5 }, (_, index) => NOW + index * 1053));
  });

  it('starts one receipt at once while ten thousand files of somebody else are waiting', async ({ table }) => {
    await drawMany(table, 'bob', 20);
    await putItem(table, { ...textractClockKey('BULK'), nextAt: NOW + 10_000 * 1053 });

    const later = NOW + 60_000;

    expect(await drawTurnOf(table, 'alice', later, 1)).toBe(later);
  });

  it('keeps one receipt waiting for two turns at most, right behind a burst of somebody else', async ({ table }) => {
    await drawMany(table, 'bob', 100);

    expect(await drawTurnOf(table, 'alice', NOW, 1)).toBe(NOW + 2000);
  });

  it('refills the allowance at a tenth of the rate', async ({ table }) => {
    await drawMany(table, 'bob', 20);
    expect(await bulkClock(table)).toBeUndefined();

    const later = NOW + 10_000;
    const [regular, bulk] = await drawMany(table, 'bob', 2, later);

    expect(regular).toBe(NOW + 18_000);
    expect(bulk).toBe(later);
    expect(await bulkClock(table)).toBe(later + 1053);
  });

  it('counts draws at the same moment once each', async ({ table }) => {
    const turns = await Promise.all(Array.from({ length: 20 }, () => drawTurnOf(table, 'bob', NOW, 1)));

    const inOrder = turns.map((turn) => turn - NOW).sort((a, b) => a - b);
    expect(inOrder).toEqual([0, 0, 1000, 1000, ...Array.from({ length: 16 }, (_, index) => (index + 2) * 1000)]);
    expect(await bulkClock(table)).toBeUndefined();
  });
});
