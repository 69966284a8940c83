import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawTurnOf } from '../../../lambdas/adapters/lanes.ts';
import { textractClockKey } from '../../../lambdas/adapters/ledger-keys.ts';
import { getItem, putItem, type Table } from '../../../lambdas/adapters/table.ts';
import { NOW } from '../../support/books.ts';
import { openTables } from '../../support/local-table.ts';

let tables: Awaited<ReturnType<typeof openTables>>;
beforeAll(async () => {
  tables = await openTables();
});
afterAll(() => tables.close());

/** Draws that many turns of a person, one after the other, at one instant. */
async function drawMany(table: Table, userId: string, count: number, now = NOW): Promise<number[]> {
  const turns: number[] = [];
  for (let drawn = 0; drawn < count; drawn++) turns.push(await drawTurnOf(table, userId, now, 1));
  return turns;
}
const bulkClock = async (table: Table) => (await getItem<{ nextAt: number }>(table, textractClockKey('BULK')))?.nextAt;

describe('drawTurnOf', () => {
  it('lets twenty documents of a person go by the express lane, and queues what comes beyond on the bulk lane', async () => {
    const table = await tables.fresh();

    const turns = await drawMany(table, 'bob', 25);

    expect(turns.slice(0, 20)).toEqual(Array.from({ length: 20 }, (_, index) => NOW + index * 1000));
    expect(turns.slice(20)).toEqual(Array.from({ length: 5 }, (_, index) => NOW + index * 1053));
  });

  it('starts one receipt at once while ten thousand files of somebody else are waiting', async () => {
    const table = await tables.fresh();
    await drawMany(table, 'bob', 20);
    await putItem(table, { ...textractClockKey('BULK'), nextAt: NOW + 10_000 * 1053 });

    const later = NOW + 60_000;

    expect(await drawTurnOf(table, 'alice', later, 1)).toBe(later);
  });

  it('refills the allowance at a tenth of the rate', async () => {
    const table = await tables.fresh();
    await drawMany(table, 'bob', 20);
    expect(await bulkClock(table)).toBeUndefined();

    const later = NOW + 10_000;
    const [express, bulk] = await drawMany(table, 'bob', 2, later);

    expect(express).toBe(NOW + 20_000);
    expect(bulk).toBe(later);
    expect(await bulkClock(table)).toBe(later + 1053);
  });

  it('counts draws at the same moment once each', async () => {
    const table = await tables.fresh();

    const turns = await Promise.all(Array.from({ length: 20 }, () => drawTurnOf(table, 'bob', NOW, 1)));

    expect(new Set(turns).size).toBe(20);
    expect(await bulkClock(table)).toBeUndefined();
  });
});
