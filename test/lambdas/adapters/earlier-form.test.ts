import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findUnsent } from '../../../lambdas/adapters/alert-store.ts';
import { budgetAlertKey, budgetKey, stateKey, unsentIndex } from '../../../lambdas/adapters/ledger-keys.ts';
import { readBudgets } from '../../../lambdas/adapters/person-store.ts';
import { putItem, type Table } from '../../../lambdas/adapters/table.ts';
import { deliveriesOf } from '../../../lambdas/core/alert/window.ts';
import { openBooks, USER } from '../../support/books.ts';
import { openTables } from '../../support/local-table.ts';

let tables: Awaited<ReturnType<typeof openTables>>;
let table: Table;
let books: ReturnType<typeof openBooks>;
beforeAll(async () => {
  tables = await openTables();
});
afterAll(() => tables.close());

const GROCERIES = { category: 'groceries', limitMinor: 10_000 };
const AT = { userId: USER, budgetId: 'groceries:month', periodStart: '2026-11-01' };
const CLAIMED_AT = '2026-11-19T12:00:00.000Z';

/** A person who was at 60 %, as the table held it when a budget was a limit a month and alerts had no windows. */
beforeEach(async () => {
  table = await tables.fresh();
  books = openBooks(table);
  await books.plan([GROCERIES]);
  await books.drop({ documentId: 'one', amountMinor: 6_000 });
  await books.record({ documentId: 'one', amountMinor: 6_000 });
  const common = { ...GROCERIES, userId: USER, period: 'month', currency: 'USD', thresholds: [50, 80, 100] };
  await putItem(table, { ...budgetKey(USER, 'groceries', 'month'), ...common });
  const key = stateKey(USER, AT.budgetId, AT.periodStart);
  await putItem(table, { ...key, ...AT, reached: [50], crossings: { 50: 1 }, version: 1 });
  await putItem(table, {
    ...budgetAlertKey(USER, AT.budgetId, AT.periodStart, { kind: 'threshold', threshold: 50 }, 1),
    ...unsentIndex(CLAIMED_AT),
    ...{ ...AT, kind: 'threshold', category: 'groceries', periodEnd: '2026-11-30', threshold: 50, crossing: 1 },
    ...{ alertId: 'a1', limitMinor: 10_000, currency: 'USD', cause: { kind: 'plan' } },
    ...{ claimedAt: CLAIMED_AT, claimedBy: 'one-r1' },
  });
});

describe('what an earlier version left in the table', () => {
  it('is not told again, and what is new is', async () => {
    const receipt = { documentId: 'two', amountMinor: 3_000 };
    await books.drop(receipt);
    await books.run(receipt);

    expect(await books.crossings()).toEqual(['50 1', '80 1']);
    expect(books.published).toHaveLength(1);
    expect(books.published[0]?.subject).toBe('Groceries: 90% of 100.00 USD spent for November 2026');
  });

  it('is told once where it had not been, by the sweep', async () => {
    const deliveries = deliveriesOf(await findUnsent(table, '2026-11-20T11:55:00.000Z'));

    expect(deliveries).toMatchObject([{ userId: USER, closesAt: CLAIMED_AT }]);
    for (const delivery of deliveries) await books.deliver(delivery);

    expect(books.published.map(({ subject }) => subject)).toEqual([
      'Groceries: 60% of 100.00 USD spent for November 2026',
    ]);
    expect(await findUnsent(table, '9999')).toEqual([]);
  });

  it('keeps its limit for the months that are over when the plan states another one', async () => {
    await books.plan([{ ...GROCERIES, limitMinor: 20_000 }], '02');

    expect(await readBudgets(table, USER)).toMatchObject([
      { limits: [{ limitMinor: 10_000 }, { validFrom: '2026-11-01', limitMinor: 20_000 }] },
    ]);
  });
});
