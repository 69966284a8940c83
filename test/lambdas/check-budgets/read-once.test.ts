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
      ...['GetItem', 'Query'],
      ...Array.from({ length: 4 }, () => 'GetItem'),
      'Query',
      ...['Query', 'GetItem', 'TransactWriteItems'],
      ...Array.from({ length: 3 }, () => 'TransactWriteItems'),
    ]);
    expect(summarise(calls).readAgain).toEqual([]);
  });
});
