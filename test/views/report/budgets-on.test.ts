import { stripVTControlCharacters } from 'node:util';
import { describe, expect } from 'vitest';
import { expenseKey, rateKey, spendKey } from '../../../lambdas/adapters/ledger-keys.ts';
import { applyPlan } from '../../../lambdas/adapters/plan-store.ts';
import { putItem } from '../../../lambdas/adapters/table.ts';
import { monthOf } from '../../../lambdas/core/budget/period.ts';
import type { PlannedBudget } from '../../../lambdas/core/plan/enact-budget.ts';
import { describeBudgets } from '../../../views/budget-lines.ts';
import { readStandings } from '../../../views/report/budgets-on.ts';
import { readReport } from '../../../views/report/read-report.ts';
import { reportJson } from '../../../views/report/report-json.ts';
import { reportText } from '../../../views/report/report-text.ts';
import { it as base } from '../../support/fixtures.ts';
import { aPerson } from '../doctor/some-facts.ts';

const USER = 'alice';
const TODAY = '2026-11-20';

const planned = (over: Partial<PlannedBudget> = {}): PlannedBudget => ({
  category: 'groceries',
  period: 'month',
  currency: 'USD',
  limits: 40_000,
  thresholds: [80],
  ...over,
});

const it = base
  .extend(
    'plan',
    ({ table }) =>
      (budgets: PlannedBudget[], today = TODAY, sequencer = '01') =>
        applyPlan(table, { person: aPerson({ plan: { ...aPerson().plan, sequencer } }), budgets, contacts: [], today }),
  )
  .extend(
    'spend',
    ({ table }) =>
      (date: string, amountMinor: number, category = 'groceries', currency = 'USD') =>
        putItem(table, { ...spendKey(USER, date, category, currency), date, category, currency, amountMinor }),
  )
  .extend(
    'standings',
    ({ table }) =>
      (asked = monthOf(TODAY), today = TODAY) =>
        readStandings(table, USER, asked, today),
  )
  .extend('printed', ({ table }) => async () => {
    const report = await readReport(table, { userId: USER, now: Date.parse(`${TODAY}T12:00:00Z`) });
    return reportText(report).map(stripVTControlCharacters).join('\n');
  });

describe('readStandings', () => {
  it('shows each budget in a period of its own, that of today', async ({ plan, spend, standings }) => {
    await plan([
      planned({ period: 'week' }),
      planned({ category: 'dining', startDay: 25 }),
      planned({ category: 'total', period: 'year' }),
    ]);
    await spend('2026-11-15', 100);
    await spend('2026-11-16', 1_000);
    await spend('2026-10-24', 1, 'dining');
    await spend('2026-10-25', 10, 'dining');

    expect(await standings()).toMatchObject([
      { category: 'dining', dates: { start: '2026-10-25', end: '2026-11-24' }, spent: { amountMinor: 10 } },
      { category: 'groceries', dates: { start: '2026-11-16', end: '2026-11-22' }, spent: { amountMinor: 1_000 } },
      { category: 'total', dates: { start: '2026-01-01', end: '2026-12-31' }, spent: { amountMinor: 1_111 } },
    ]);
  });

  it('shows the periods that hold the last day asked for', async ({ plan, standings }) => {
    await plan([planned({ period: 'week' }), planned({ category: 'total', period: 'quarter' })]);

    expect(await standings(monthOf('2026-09-10'))).toMatchObject([
      { dates: { start: '2026-09-28', end: '2026-10-04' } },
      { dates: { start: '2026-07-01', end: '2026-09-30' } },
    ]);
  });

  it('adds what was left of earlier periods to the limit, and says so', async ({ plan, spend, standings, printed }) => {
    const rollover = { mode: 'positive' } as const;
    await plan([planned({ rollover })], '2026-10-05');
    await spend('2026-10-05', 36_480);
    await spend('2026-11-05', 21_000);

    expect(await standings()).toMatchObject([
      { limit: { amountMinor: 43_520 }, carried: { amountMinor: 3_520 }, percent: 48 },
    ]);
    expect(await printed()).toContain('limit: 400.00 + 35.20 carried over');
  });

  it('takes what was overspent from the limit, down to nothing, which has no percentage', async ({
    plan,
    spend,
    standings,
    printed,
  }) => {
    await plan([planned({ rollover: { mode: 'both' } })], '2026-10-05');
    await spend('2026-10-05', 50_000);
    expect(await printed()).toContain('limit: 400.00 - 100.00 carried over');

    await spend('2026-10-06', 50_000);

    const [budget] = await standings();
    expect(budget).toMatchObject({ limit: { amountMinor: 0 } });
    expect(budget).not.toHaveProperty('percent');
    expect(await printed()).toMatch(/groceries {5}░{20} +- {2}0\.00 of 0\.00 USD/);
    expect(await printed()).toContain('limit: 600.00 overspent before');
  });

  it('counts other currencies with the rate of their day, marks it, and keeps apart what has none', async ({
    table,
    plan,
    spend,
    standings,
    printed,
  }) => {
    await plan([planned()]);
    await putItem(table, { ...rateKey('2026-11-10'), date: '2026-11-10', rates: { USD: '1.10' } });
    await spend('2026-11-10', 10_000, 'groceries', 'EUR');
    await spend('2026-11-10', 5_000, 'groceries', 'JPY');

    expect(await standings()).toMatchObject([
      { spent: { amountMinor: 11_000 }, isConverted: true, apart: [{ amountMinor: 5_000, currency: 'JPY' }] },
    ]);
    expect(await printed()).toContain('110.00 of 400.00 USD (converted)');
    expect(await printed()).toContain('beside it 5,000 JPY: no rate is known');
  });

  it('keeps groups, and several budgets on one category, apart by name', async ({ table, plan, spend, printed }) => {
    await plan([
      planned({ name: 'treats', limits: 5_000 }),
      planned(),
      planned({ category: 'living', categories: ['groceries', 'household'] }),
    ]);
    await spend('2026-11-10', 4_000);
    await spend('2026-11-10', 2_000, 'household');

    const text = await printed();

    expect(text).toMatch(/groceries +█+░+ +10% {2}40\.00 of 400\.00 USD/);
    expect(text).toMatch(/groceries \(treats\) █+░+ +80% {2}40\.00 of 50\.00 USD/);
    expect(text).toMatch(/living +█+░+ +15% {2}60\.00 of 400\.00 USD/);
    expect(
      (await describeBudgets(table, USER, TODAY, Date.parse(TODAY), ['household'])).map(stripVTControlCharacters),
    ).toEqual([expect.stringMatching(/^living +█+░+ +15% {2}60\.00 of 400\.00 USD in November 2026$/)]);
  });

  it('says of a period that is over that it does not alert', async ({ table, plan, spend }) => {
    await plan([planned({ limits: 1_000 })]);
    await spend('2026-11-30', 2_340);
    const line = async (now: string) =>
      (await describeBudgets(table, USER, '2026-11-30', Date.parse(now))).map(stripVTControlCharacters).join();

    expect(await line('2026-11-30T23:59:59Z')).toMatch(/234% {2}23\.40 of 10\.00 USD in November 2026$/);
    expect(await line('2026-12-01T00:00:00Z')).toMatch(/in November 2026; this period is over, it does not alert$/);
  });

  it('says so in the report, in the title or where a budget is in another period', async ({ table, plan, spend }) => {
    await plan([planned(), planned({ category: 'dining' }), planned({ period: 'week' })]);
    await spend('2026-10-10', 100);
    const report = await readReport(table, {
      userId: USER,
      period: monthOf('2026-10-10'),
      now: Date.parse(`${TODAY}T12:00:00Z`),
    });

    const text = reportText(report).map(stripVTControlCharacters).join('\n');

    expect(text).toContain('Budgets, October 2026: over, so they do not alert');
    expect(text).toMatch(/Oct 26\s.\sNov 1, 2026: over, it does not alert/);
  });

  it('names the period where it is not the one of the title', async ({ plan, printed }) => {
    await plan([planned({ category: 'dining' }), planned({ category: 'pets' }), planned({ period: 'week' })]);

    const text = await printed();

    expect(text).toContain('Budgets, November 2026\n');
    expect(text).toMatch(/groceries .*\n +Nov 16\s.\s22, 2026\n/);
    expect(text.split('\n').filter((line) => line.length > 100)).toEqual([]);
  });

  it('gives programs all of it', async ({ table, plan }) => {
    await plan([planned({ name: 'treats', thresholds: [50, { amountMinor: 2_000 }], forecast: true })]);

    const report = await readReport(table, { userId: USER, now: Date.parse(`${TODAY}T12:00:00Z`) });

    expect(reportJson(report)).toMatchObject({
      budgets: [{ name: 'treats', thresholds: [50], amountThresholds: [{ decimal: '20.00' }], forecast: true }],
    });
  });

  it('heads for what a forecast goes by: bills of every month when they are due, the rest in a straight line', async ({
    table,
    plan,
    spend,
    standings,
  }) => {
    await plan([planned({ category: 'utilities' })]);
    const charge = async (date: string, amountMinor: number, vendor: string) => {
      const key = expenseKey(USER, date, `${vendor}-${date}`, 0);
      const part = { date, category: 'utilities', currency: 'USD', amountMinor };
      await putItem(table, { ...key, ...part, userId: USER, documentId: `${vendor}-${date}`, vendor });
      await spend(date, amountMinor, 'utilities');
    };
    for (const date of ['2026-08-25', '2026-09-25', '2026-10-25']) await charge(date, 10_000, 'Northlight');
    for (const date of ['2026-11-02', '2026-11-09', '2026-11-16']) await charge(date, 200, 'Laundry');

    // 600 in 20 of 30 days come to 900; the bill is due on the 25th.
    expect(await standings()).toMatchObject([{ spent: { amountMinor: 600 }, pace: { projectedMinor: 10_900 } }]);
  });

  it('keeps the limit that a past period had', async ({ plan, standings }) => {
    await plan([planned()], '2026-09-05');
    await plan([planned({ limits: 10_000 })], TODAY, '02');

    expect(await standings(monthOf('2026-10-01'))).toMatchObject([{ limit: { amountMinor: 40_000 } }]);
    expect(await standings()).toMatchObject([{ limit: { amountMinor: 10_000 } }]);
  });
});
