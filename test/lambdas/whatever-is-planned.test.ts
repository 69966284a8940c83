import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { findUnsent } from '../../lambdas/adapters/alert-store.ts';
import type { Table } from '../../lambdas/adapters/table.ts';
import type { Delivery } from '../../lambdas/core/alert/alert.ts';
import { deliveriesOf, endOfQuietHours } from '../../lambdas/core/alert/window.ts';
import { budgetId } from '../../lambdas/core/budget/budget.ts';
import { triggerId } from '../../lambdas/core/budget/threshold.ts';
import type { Contact, Person } from '../../lambdas/core/person/person.ts';
import { aBudget, openBooks, type PlannedBudget, USER } from '../support/books.ts';
import { it } from '../support/fixtures.ts';

const GROCERIES = { category: 'groceries', limitMinor: 10_000, thresholds: [50, 80] };
const TOTAL = { category: 'total', limitMinor: 15_000, thresholds: [100], rollover: { mode: 'both' } } as const;
const MAIL = { protocol: 'email', address: 'alice@example.com' } as const;
const PHONE = { protocol: 'sms', address: '+12025550123' } as const;
const MINUTE_MS = 60_000;

interface Plan {
  readonly budgets?: readonly PlannedBudget[];
  readonly person?: Partial<Person>;
  readonly contacts?: readonly Pick<Contact, 'protocol' | 'address'>[];
}
const FIRST: Plan = {};
const PLANS: readonly Plan[] = [
  FIRST,
  { budgets: [{ ...GROCERIES, limitMinor: 20_000 }, TOTAL] },
  { budgets: [{ ...GROCERIES, startDay: 5 }, TOTAL], contacts: [MAIL] },
  { budgets: [{ ...GROCERIES, thresholds: [40, 80] }] },
  { budgets: [TOTAL], contacts: [PHONE] },
  { person: { isActive: false }, contacts: [] },
  { person: { quietHours: { from: '13:00', to: '16:00' } } },
  { person: { quietHours: { from: '12:01', to: '13:30' } }, contacts: [PHONE] },
];

const event = fc.oneof(
  fc.record({
    kind: fc.constant('receipt' as const),
    file: fc.nat({ max: 3 }),
    amountMinor: fc.integer({ min: -3_000, max: 9_000 }).filter((amount) => amount !== 0),
    date: fc.constantFrom('2026-10-31', '2026-11-03', '2026-11-18'),
  }),
  fc.record({ kind: fc.constant('plan' as const), plan: fc.constantFrom(...PLANS) }),
  fc.record({ kind: fc.constant('time' as const), minutes: fc.constantFrom(1, 45, 200) }),
  fc.record({ kind: fc.constant('outage' as const), of: fc.constantFrom('nothing', 'email', 'sms') }),
);
type Event = typeof event extends fc.Arbitrary<infer E> ? E : never;

/** A person's months with deliveries and sweeps as the machines run them; every five minutes something may be due. */
function openLife(table: Table) {
  let down = 'nothing';
  const books = openBooks(table, table, ({ protocol }) =>
    protocol === down
      ? { outcome: 'failed', error: 'ServiceUnavailable: later', isTransient: true }
      : { outcome: 'accepted', messageId: 'm' },
  );
  const runs: number[] = [];
  const started = new Set<string>();
  const waiting = new Map<string, Delivery>();
  let plans = 0;
  let { person = {} } = FIRST;

  /** A name starts once. */
  const start = (deliveries: readonly Delivery[]) => {
    for (const delivery of deliveries.filter(({ name }) => !started.has(name))) {
      started.add(delivery.name);
      waiting.set(delivery.name, delivery);
    }
  };
  const deliverDue = async () => {
    for (const [name, delivery] of [...waiting]) {
      if (Date.parse(delivery.closesAt) > books.time.nowMs) continue;
      waiting.delete(name);
      const before = books.published.length;
      const { again } = await books.deliver(delivery).catch((error: Error) => {
        if (error.name === 'MessageNotAcceptedError') return { again: undefined };
        throw error;
      });
      if (again !== undefined) waiting.set(name, { ...delivery, closesAt: again });
      const isQuiet = endOfQuietHours(books.time.nowMs, { timeZone: 'UTC', ...person }) !== undefined;
      if (isQuiet) expect(books.published).toHaveLength(before);
    }
  };
  const sweep = async () => {
    const stale = await findUnsent(table, new Date(books.time.nowMs - 5 * MINUTE_MS).toISOString());
    start(deliveriesOf(stale).map((each) => ({ ...each, name: `${each.name}-${books.time.nowMs}` })));
  };

  return {
    books,
    async plan({ budgets = [GROCERIES, TOTAL], person: over = {}, contacts = [MAIL, PHONE] }: Plan) {
      person = over;
      plans += 1;
      await books.plan(budgets, String(10 + plans), over, contacts);
      start((await books.check({ documentId: `plan${plans}`, run: 1, userId: USER, affected: 'all' })).deliveries);
    },
    async receipt({ file, amountMinor, date }: Extract<Event, { kind: 'receipt' }>) {
      const run = (runs[file] ?? 0) + 1;
      runs[file] = run;
      const receipt = { documentId: `file${file}`, run, amountMinor, date };
      await books.drop(receipt);
      start(await books.book(receipt));
    },
    async pass(minutes: number) {
      const endMs = books.time.nowMs + minutes * MINUTE_MS;
      while (books.time.nowMs < endMs) {
        books.time.nowMs = Math.min(endMs, books.time.nowMs + 5 * MINUTE_MS);
        await deliverDue();
        await sweep();
        await deliverDue();
      }
    },
    outage(of: string) {
      down = of;
    },
  };
}

async function live(table: Table, events: readonly Event[]) {
  const life = openLife(table);
  await life.plan(FIRST);
  for (const each of events) {
    if (each.kind === 'receipt') await life.receipt(each);
    else if (each.kind === 'plan') await life.plan(each.plan);
    else if (each.kind === 'time') await life.pass(each.minutes);
    else life.outage(each.of);
  }
  life.outage('nothing');
  await life.plan(FIRST);
  await life.pass(420);
  return life.books;
}

describe('whatever is planned, taken back and planned again, while receipts come and messages are refused', () => {
  it('what holds at the end was told, nothing twice, nothing in quiet hours', async ({ tables }) => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { minLength: 4, maxLength: 10 }), async (events) => {
        const books = await live(await tables.fresh(), events);

        const told = books.published.flatMap(({ topicArn, alertIds }) => alertIds.map((id) => `${topicArn} ${id}`));
        expect(new Set(told).size).toBe(told.length);
        const alerts = await books.budgetAlerts();
        for (const { sentAt } of alerts) expect(sentAt).toBeDefined();
        for (const id of [GROCERIES, TOTAL].map((budget) => budgetId(aBudget(budget)))) {
          const { reached, crossings } = await books.state(id, '2026-11-01');
          for (const name of reached) {
            const latest = alerts.find(
              ({ SK, trigger, crossing }) =>
                SK.startsWith(`ALERT#${id}#2026-11-01#`) && triggerId(trigger) === name && crossing === crossings[name],
            );
            expect(books.published.flatMap(({ alertIds }) => alertIds)).toContain(latest?.alertId);
          }
        }
      }),
      { numRuns: 8 },
    );
  });
});
