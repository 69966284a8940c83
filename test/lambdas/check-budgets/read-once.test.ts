import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { summarise } from '../../../bench/calls/summary.ts';
import type { TableCall } from '../../../bench/calls/table-call.ts';
import { openBooks, USER } from '../../support/books.ts';
import { counted } from '../../support/counted.ts';
import { openTables } from '../../support/local-table.ts';

let tables: Awaited<ReturnType<typeof openTables>>;
beforeAll(async () => {
  tables = await openTables();
});
afterAll(() => tables.close());

describe('check-budgets', () => {
  it('reads no item twice, however many budgets share the spending and the window', async () => {
    const table = await tables.fresh();
    const calls: TableCall[] = [];
    const books = openBooks(table, counted(table, calls));
    await books.plan([
      { category: 'groceries', limitMinor: 10_000, forecast: true },
      { category: 'total', limitMinor: 12_000, forecast: true },
      { category: 'total', period: 'week', startDay: 4, limitMinor: 10_000 },
      { category: 'total', period: 'year', limitMinor: 15_000, rollover: { mode: 'positive' } },
    ]);
    for (const [documentId, date] of ['2026-11-03', '2026-11-09', '2026-11-19'].entries()) {
      await books.drop({ documentId: `doc${documentId}`, amountMinor: 3_000 });
      await books.record({ documentId: `doc${documentId}`, amountMinor: 3_000, date });
    }
    calls.length = 0;

    await books.check({ userId: USER, schedule: '2026-11-20', affected: 'all' });

    expect(await books.crossings()).toEqual(['50 1', '50 1', '50 1', '80 1', 'forecast 1', 'forecast 1']);
    expect(calls.map(({ operation }) => operation)).toEqual([
      // The budgets; person, window and states; the spending, and the expenses for the forecasts.
      ...['Query', 'BatchGetItem', 'Query', 'Query'],
      'TransactWriteItems',
    ]);
    expect(summarise(calls).readAgain).toEqual([]);
  });

  it('asks as often for one budget as for thirty, and splits what one transaction has no room for', async () => {
    const table = await tables.fresh();
    const calls: TableCall[] = [];
    const books = openBooks(table, counted(table, calls));
    const thresholds = Array.from({ length: 20 }, (_, index) => 5 * (index + 1));
    const many = Array.from({ length: 8 }, (_, index) => ({ name: `of ${index}`, thresholds }));
    const quiet = Array.from({ length: 22 }, (_, index) => ({ name: `beyond ${index}`, limitMinor: 1_000_000 }));
    await books.plan([...many, ...quiet].map((each) => ({ category: 'groceries', limitMinor: 10_000, ...each })));
    const asked = async (documentId: string, amountMinor: number) => {
      await books.drop({ documentId, amountMinor });
      await books.record({ documentId, amountMinor });
      calls.length = 0;
      await books.check({ userId: USER, documentId, run: 1, affected: 'all' });
      return calls.map(({ operation }) => operation);
    };

    expect(await asked('little', 100)).toEqual(['Query', 'BatchGetItem', 'Query', 'TransactWriteItems']);
    const claimed = await asked('much', 20_000);

    // 8 budgets with 21 crossings each beside 22 that have none: three have room with these, then four, then one.
    expect(claimed.filter((operation) => operation !== 'TransactWriteItems')).toEqual([
      ...['Query', 'BatchGetItem', 'Query', 'GetItem'],
    ]);
    expect(claimed.filter((operation) => operation === 'TransactWriteItems')).toHaveLength(3);
    const crossings = await books.crossings();
    expect(crossings).toHaveLength(8 * 21);
    expect(await asked('nothing', 0)).toEqual(['Query', 'BatchGetItem', 'Query', 'TransactWriteItems']);
    expect(await books.crossings()).toEqual(crossings);
  });
});
