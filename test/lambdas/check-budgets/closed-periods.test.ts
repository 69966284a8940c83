import { describe, expect } from 'vitest';
import type { TableCall } from '../../../bench/calls/table-call.ts';
import { batchGet } from '../../../lambdas/adapters/batch-get.ts';
import { takeBack } from '../../../lambdas/adapters/ledger.ts';
import { closedKey, personKey, spendKey } from '../../../lambdas/adapters/ledger-keys.ts';
import { applyPlan } from '../../../lambdas/adapters/plan-store.ts';
import { storeRates } from '../../../lambdas/adapters/store-rates.ts';
import { queryItems, updateItem } from '../../../lambdas/adapters/table.ts';
import type { ClosedPeriods } from '../../../lambdas/core/budget/closed-periods.ts';
import { closedBefore } from '../../../lambdas/core/budget/late.ts';
import type { PlannedBudget } from '../../../lambdas/core/plan/enact-budget.ts';
import { NOW, openBooks, USER } from '../../support/books.ts';
import { counted } from '../../support/counted.ts';
import { it as base } from '../../support/fixtures.ts';

const GROCERIES: PlannedBudget = {
  ...{ category: 'groceries', period: 'month', currency: 'USD', limits: 10_000, thresholds: [50, 80, 100] },
  rollover: { mode: 'both' },
};
const all = { documentId: 'plan', run: 1, userId: USER, affected: 'all' };

/** A budget of two years, half of which is spent each month, and a check of it; what is read again from then on. */
const it = base
  .extend('calls', (): TableCall[] => [])
  .extend('life', async ({ table, calls }) => {
    const books = openBooks(table, counted(table, calls));
    let plans = 10;
    const plan = async (over: Partial<PlannedBudget> = {}, today = '2026-11-20') => {
      plans += 1;
      const file = { key: 'budgets/alice.yaml', versionId: 'v', sequencer: String(plans) };
      const person = { userId: USER, name: 'Alice', locale: 'en-US', timeZone: 'UTC', currency: 'USD', isActive: true };
      const source = { ...file, uploadedAt: '2026-11-01T00:00:00Z' };
      const budgets = [{ ...GROCERIES, ...over }];
      await applyPlan(table, { person: { ...person, plan: source }, budgets, contacts: [], today });
    };
    const book = (documentId: string, date: string, amountMinor: number, over: object = {}) =>
      books.dropAndBook({ documentId, date, amountMinor, ...over });
    const check = async () => {
      calls.length = 0;
      await books.check(all);
    };
    await plan({}, '2025-01-10');
    for (const month of ['2025-03', '2025-11', '2026-02', '2026-09', '2026-11']) {
      await book(month, `${month}-05`, 5_000);
    }
    await check();
    return {
      ...{ books, plan, book, check },
      rate: (date: string, USD: string) => {
        plans += 1;
        const source = { key: 'rates/ecb.csv', versionId: 'v', sequencer: String(plans), uploadedAt: '2026-11-20' };
        return storeRates(table, [{ date, rates: { USD } }], source, NOW);
      },
      /** What was spent in each closed month of the budget, as it is kept; nothing where nothing was. */
      kept: async () => {
        const [closed] = await batchGet<ClosedPeriods>(table, [closedKey(USER, 'groceries:month')]);
        return Object.fromEntries(Object.entries(closed?.spentMinor ?? {}).filter(([, spent]) => spent !== 0));
      },
      /** Days whose spending the last check has read. */
      daysRead: () =>
        calls.flatMap(({ read }) => read.flatMap((item) => (item.includes('SPEND#') ? [item.split('#')[2]] : []))),
      /** What is reached in November, of the limit with what was carried. */
      reached: async () => (await books.state('groceries:month', '2026-11-01')).reached,
    };
  });
const KEPT = { '2025-03-01': 5_000, '2025-11-01': 5_000, '2026-02-01': 5_000, '2026-09-01': 5_000 };

describe('a check of a budget that carries', () => {
  it('reads the days since last month only, once it has kept what was spent before', async ({ life }) => {
    await life.check();

    expect(life.daysRead()).toEqual(['2026-11-05']);
    expect(await life.kept()).toEqual(KEPT);
  });

  it('writes what is kept only when it changes', async ({ life, calls }) => {
    await life.check();

    const written = calls.filter(({ operation }) => operation === 'TransactWriteItems').flatMap(({ on }) => on);
    expect(written).toEqual(['USER#alice STATE#groceries:month#2026-11-01']);
  });

  it('keeps a month that is over, as soon as nothing usual is booked in it any more', async ({ life }) => {
    life.books.time.nowMs = Date.parse('2027-01-02T12:00:00Z');
    await life.check();
    expect(await life.kept()).toEqual(KEPT);

    life.books.time.nowMs = Date.parse('2027-01-03T12:00:00Z');
    await life.check();
    expect(await life.kept()).toEqual({ ...KEPT, '2026-11-01': 5_000 });
  });

  it('reads a closed month again, and no other, when a receipt of it comes late', async ({ life }) => {
    // Of 22 months 2,000.00 are left, and carried into November.
    expect(await life.reached()).toEqual([]);
    await life.books.drop({ documentId: 'late', amountMinor: 0 });
    await life.books.record({ documentId: 'late', amountMinor: 200_000, date: '2026-02-10' });

    await life.check();

    expect(life.daysRead()).toEqual(['2026-02-05', '2026-02-10', '2026-11-05']);
    expect(await life.kept()).toEqual({ ...KEPT, '2026-02-01': 205_000 });
    expect(await life.reached()).toEqual(['50']);
    await life.check();
    expect(life.daysRead()).toEqual(['2026-11-05']);
  });

  it('follows a correction that takes a receipt to another closed month, and one that ignores it', async ({ life }) => {
    await life.books.drop({ documentId: '2025-03', run: 2, amountMinor: 0 });
    await life.books.record({ documentId: '2025-03', run: 2, amountMinor: 7_000, date: '2025-04-05' });
    await life.check();
    const { '2025-03-01': _, ...others } = KEPT;
    expect(await life.kept()).toEqual({ ...others, '2025-04-01': 7_000 });

    await life.books.drop({ documentId: '2025-03', run: 3, amountMinor: 0 });
    const outcome = { status: 'ignored', updatedAt: '2026-11-20T12:00:00.000Z', reason: 'as said' } as const;
    await takeBack(life.books.outbox, {
      ...{ documentId: '2025-03', run: 3, userId: USER, allocations: [], outcome },
      facts: {} as never,
    });
    await life.check();
    expect(await life.kept()).toEqual(others);
  });

  it('leaves what is kept alone when a picture comes again', async ({ life }) => {
    await life.book('again', '2025-03-05', 5_000, { contentHash: 'hash-2025-03' });
    await life.check();

    expect(life.daysRead()).toEqual(['2026-11-05']);
    expect(await life.kept()).toEqual(KEPT);
  });

  it('follows a rate that comes late, and one that is corrected, up to ten days before the month', async ({ life }) => {
    const allocations = [{ date: '2026-08-02', category: 'groceries', currency: 'EUR', amountMinor: 1_000 }];
    await life.book('abroad', '2026-08-02', 0, { allocations });
    await life.check();
    expect(await life.kept()).toEqual(KEPT);

    await life.rate('2026-07-25', '1.5');
    await life.check();
    expect(await life.kept()).toEqual({ ...KEPT, '2026-08-01': 1_500 });

    await life.rate('2026-07-25', '2');
    await life.check();
    expect(await life.kept()).toEqual({ ...KEPT, '2026-08-01': 2_000 });
    await life.rate('2026-03-03', '2');
    await life.check();
    expect(life.daysRead()).toEqual(['2026-11-05']);
  });

  it('reads nothing again for another limit, threshold or way of carrying', async ({ life }) => {
    await life.plan({ limits: 1_000, rollover: { mode: 'positive', capMinor: 200 } });
    await life.check();

    expect(life.daysRead()).toEqual(['2026-11-05']);
    expect(await life.reached()).toEqual(['50', '80', '100', 'exceeded']);
  });

  it.for([
    { name: 'category', over: { categories: ['groceries', 'dining'] }, sums: { ...KEPT, '2026-05-01': 900 } },
    { name: 'currency', over: { currency: 'EUR' }, sums: {} },
    {
      name: 'start day',
      over: { startDay: 10 },
      sums: { '2025-02-10': 5_000, '2025-10-10': 5_000, '2026-01-10': 5_000, '2026-08-10': 5_000 },
    },
  ])('reads everything again under another $name', async ({ over, sums }, { life }) => {
    await life.book('dinner', '2026-05-05', 900, { category: 'dining' });
    await life.plan(over);
    // As if it had been so all the time: a changed currency begins anew otherwise.
    await updateItem(
      life.books.outbox.table,
      { PK: personKey(USER).PK, SK: 'BUDGET#groceries#month' },
      { text: 'SET since = :since', values: { ':since': '2025-01-15' } },
    );
    await life.check();

    expect(await life.kept()).toEqual(sums);
  });

  it('reads the days of its own booking again, though nothing was noted of it', async ({ life, table }) => {
    // As a build of before would book it, while a deployment is under way.
    const late = { text: 'ADD amountMinor :more', values: { ':more': 300 } };
    await updateItem(table, spendKey(USER, '2026-02-05', 'groceries', 'USD'), late);

    await life.books.check({ ...all, affected: [{ date: '2026-02-05', category: 'groceries' }] });

    expect(await life.kept()).toEqual({ ...KEPT, '2026-02-01': 5_300 });
  });

  it('keeps nothing of days that have not come by its clock, which may be the one that is wrong', async ({ life }) => {
    life.books.time.nowMs = Date.parse('2025-06-01T12:00:00Z');
    // A receipt of a day that is closed by the clock that was right.
    await life.book('meanwhile', '2026-02-10', 700);
    life.books.time.nowMs = NOW;
    await life.check();

    expect(await life.kept()).toEqual({ ...KEPT, '2026-02-01': 5_700 });
  });
});

describe('a usual receipt', () => {
  it('writes nothing more than before, a late one the month that it changes', async ({ life, table }) => {
    const noted = async () =>
      (await queryItems<{ SK: string; version: number }>(table, personKey(USER).PK, { prefix: 'LATE#' })).map(
        ({ SK, version }) => `${SK} ${version}`,
      );
    const before = await noted();
    await life.book('today', '2026-11-20', 100);
    await life.book('last month', closedBefore(NOW), 100);
    expect(await noted()).toEqual(before);

    await life.book('before', '2026-09-30', 100);
    expect(await noted()).toEqual([...before.filter((each) => !each.startsWith('LATE#2026-09')), 'LATE#2026-09 2']);
  });
});
