import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { readSpend } from '../../lambdas/adapters/budget-store.ts';
import { readBudgets } from '../../lambdas/adapters/person-store.ts';
import { applyPlan } from '../../lambdas/adapters/plan-store.ts';
import { ratesFor } from '../../lambdas/adapters/rate-store.ts';
import { readSpending } from '../../lambdas/adapters/spending.ts';
import { storeRates } from '../../lambdas/adapters/store-rates.ts';
import type { Table } from '../../lambdas/adapters/table.ts';
import { budgetId } from '../../lambdas/core/budget/budget.ts';
import { figuresOf } from '../../lambdas/core/budget/figures.ts';
import { periodOf } from '../../lambdas/core/budget/period.ts';
import { evaluateTriggers, NOTHING_REACHED } from '../../lambdas/core/budget/threshold.ts';
import type { PlannedBudget } from '../../lambdas/core/plan/enact-budget.ts';
import { type Books, openBooks, USER } from '../support/books.ts';
import { it } from '../support/fixtures.ts';
import { interleaved } from '../support/interleaved.ts';

const DAY_MS = 24 * 3_600_000;
const BEGIN = Date.parse('2026-03-15T12:00:00Z');
const dayAt = (epochMs: number) => new Date(epochMs).toISOString().slice(0, 10);

const budget = (over: Partial<PlannedBudget> & Pick<PlannedBudget, 'category'>): PlannedBudget => ({
  ...{ period: 'month', currency: 'USD', limits: 10_000, thresholds: [50, 100], rollover: { mode: 'both' } },
  ...over,
});
/** A budget as a plan may come to state it. */
const GROCERIES = [
  budget({ category: 'groceries' }),
  budget({ category: 'groceries', limits: 4_000 }),
  budget({ category: 'groceries', startDay: 20, rollover: { mode: 'positive' } }),
  budget({ category: 'groceries', currency: 'EUR' }),
  budget({ category: 'groceries', rollover: { mode: 'both', capMinor: 500 } }),
  budget({ category: 'groceries', categories: ['groceries', 'dining'] }),
];
const OTHERS = [
  [budget({ category: 'total' }), budget({ category: 'total', period: 'quarter' })],
  [budget({ category: 'total', period: 'week', startDay: 3 }), budget({ category: 'total', period: 'year' })],
  [],
];

const event = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('receipt' as const),
      file: fc.nat({ max: 3 }),
      daysAgo: fc.constantFrom(0, 5, 40, 80, 130, 400, -30),
      category: fc.constantFrom('groceries', 'dining'),
      currency: fc.constantFrom('USD', 'USD', 'EUR'),
      amountMinor: fc.integer({ min: -3_000, max: 9_000 }).filter((amount) => amount !== 0),
      isChecked: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('rates' as const),
      daysAgo: fc.constantFrom(0, 45, 80, 130, 400),
      USD: fc.constantFrom('0.5', '1.25', '2'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('plan' as const),
      groceries: fc.constantFrom(...GROCERIES, undefined),
      others: fc.constantFrom(...OTHERS),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('check' as const), daysLater: fc.constantFrom(0, 20, 45) }) },
);
type Event = typeof event extends fc.Arbitrary<infer E> ? E : never;

/** A person whose plan is some years old. */
function openLife(table: Table, steps: Table = table) {
  const books = openBooks(table, steps);
  books.time.nowMs = BEGIN;
  const runs: number[] = [];
  let sequence = 10;
  const plan = async (budgets: readonly PlannedBudget[], today: string) => {
    sequence += 1;
    const file = { key: 'budgets/alice.yaml', versionId: 'v', sequencer: String(sequence) };
    const source = { ...file, uploadedAt: new Date(BEGIN + sequence).toISOString() };
    const person = { userId: USER, name: 'Alice', locale: 'en-US', timeZone: 'UTC', currency: 'USD', isActive: true };
    await applyPlan(table, { person: { ...person, plan: source }, budgets, contacts: [], today });
  };
  return {
    books,
    begin: () => plan([...GROCERIES.slice(0, 1), ...(OTHERS[0] ?? [])], '2024-11-20'),
    async live(each: Event) {
      const { nowMs } = books.time;
      if (each.kind === 'receipt') {
        const { file, daysAgo, category, currency, amountMinor } = each;
        const run = (runs[file] ?? 0) + 1;
        runs[file] = run;
        const allocations = [{ date: dayAt(nowMs - daysAgo * DAY_MS), category, currency, amountMinor }];
        const receipt = { documentId: `file${file}`, run, amountMinor, allocations };
        await books.drop(receipt);
        if (each.isChecked) await books.book(receipt);
        // Its check never comes.
        else await books.record(receipt);
      } else if (each.kind === 'rates') {
        sequence += 1;
        const source = { key: 'rates/ecb.csv', versionId: 'v', sequencer: String(sequence), uploadedAt: dayAt(nowMs) };
        const days = [{ date: dayAt(nowMs - each.daysAgo * DAY_MS), rates: { USD: each.USD } }];
        await storeRates(steps, days, source, nowMs);
      } else if (each.kind === 'plan') {
        await plan([...(each.groceries ? [each.groceries] : []), ...each.others], dayAt(nowMs));
      } else {
        books.time.nowMs += each.daysLater * DAY_MS;
        await books.check({ documentId: 'plan', run: 1, userId: USER, affected: 'all' });
      }
    },
  };
}

/**
 * How each budget stands by what is kept, beside how it stands by all days.
 *
 * @returns How many sums were not read again.
 */
async function expectExact(table: Table, { time }: Books): Promise<number> {
  const { nowMs } = time;
  const budgets = await readBudgets(table, USER);
  const subjects = budgets.map((each) => ({ budget: each, period: periodOf(each, dayAt(nowMs)) }));
  const spending = await readSpending(table, { userId: USER, subjects, nowMs });
  const everything = await readSpend(table, USER, '0000-01-01', '9999-12-31');
  let kept = 0;
  for (const { budget: each, period } of subjects) {
    const closed = spending.closedOf(each);
    kept += closed.size;
    const figures = figuresOf(each, period, spending.days, await spending.convertTo(each.currency), closed);
    const all = figuresOf(each, period, everything, await ratesFor(table, everything, each.currency));
    expect({ [budgetId(each)]: figures }).toEqual({ [budgetId(each)]: all });
  }
  return kept;
}

/** What each check has noted as reached is what holds by all days. */
async function expectReached(table: Table, books: Books): Promise<void> {
  const everything = await readSpend(table, USER, '0000-01-01', '9999-12-31');
  for (const each of await readBudgets(table, USER)) {
    const period = periodOf(each, dayAt(books.time.nowMs));
    const figures = figuresOf(each, period, everything, await ratesFor(table, everything, each.currency));
    const { state } = evaluateTriggers(each.thresholds, figures, NOTHING_REACHED);
    expect((await books.state(budgetId(each), period.start)).reached).toEqual(state.reached);
  }
}

describe('whatever is booked late, corrected, converted anew or planned otherwise', () => {
  it('is carried as if all days were read, with the checks that come and those that never do', async ({ tables }) => {
    let kept = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(event, { minLength: 6, maxLength: 16 }), async (events) => {
        const table = await tables.fresh();
        const life = openLife(table);
        await life.begin();
        for (const each of events) {
          await life.live(each);
          kept += await expectExact(table, life.books);
          if (each.kind === 'check') await expectReached(table, life.books);
        }
      }),
      { numRuns: 15 },
    );
    expect(kept).toBeGreaterThan(0);
  }, 300_000);

  it('is carried so also when it is booked, converted and checked at once, in every order of calls', async ({
    tables,
  }) => {
    const late = fc.constantFrom(80, 130, 400);
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        late,
        fc.boolean(),
        fc.boolean(),
        async (scheduler, daysAgo, wasChecked, isBooked) => {
          const table = await tables.fresh();
          const calm = openLife(table);
          await calm.begin();
          const receipt = {
            kind: 'receipt',
            file: 0,
            category: 'groceries',
            currency: 'EUR',
            isChecked: false,
          } as const;
          await calm.live({ ...receipt, daysAgo, amountMinor: 4_000 });
          if (wasChecked) await calm.live({ kind: 'check', daysLater: 0 });
          const { live, books } = openLife(table, interleaved(table, scheduler));

          await scheduler.waitFor(
            Promise.all([
              ...(isBooked ? [live({ ...receipt, file: 1, daysAgo, amountMinor: 5_000 })] : []),
              live({ kind: 'rates', daysAgo, USD: '1.25' }),
              live({ kind: 'check', daysLater: 0 }),
            ]),
          );

          await expectExact(table, books);
          await calm.live({ kind: 'check', daysLater: 0 });
          await expectExact(table, calm.books);
          await expectReached(table, calm.books);
        },
      ),
      { numRuns: 25 },
    );
  }, 300_000);
});
