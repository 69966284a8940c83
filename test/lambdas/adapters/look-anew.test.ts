import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { findUnsent } from '../../../lambdas/adapters/alert-store.ts';
import { lookAnew } from '../../../lambdas/adapters/look-anew.ts';
import { readPerson } from '../../../lambdas/adapters/person-store.ts';
import type { Table } from '../../../lambdas/adapters/table.ts';
import type { Delivery } from '../../../lambdas/core/alert/alert.ts';
import { type Books, NOW, openBooks, USER } from '../../support/books.ts';
import { it } from '../../support/fixtures.ts';
import { interleaved } from '../../support/interleaved.ts';
import { retried } from '../../support/retried.ts';

const GROCERIES = { category: 'groceries', limitMinor: 10_000, thresholds: [10, 20, 30, 40, 50] };
const quiet = (to: string) => ({ quietHours: { from: '07:00', to } });
const at = (time: string) => Date.parse(`2026-11-20T${time}:00Z`);

/** What *Apply Plan* and *Check Budgets* do once a plan is in force. */
async function anew(books: Books, table = books.outbox.table): Promise<readonly Delivery[]> {
  const person = await readPerson(table, USER);
  if (!person) throw new Error('expected a plan');
  await lookAnew({ ...books.outbox, table }, person);
  return (await books.check({ documentId: 'plan', run: 1, userId: USER, affected: 'all' })).deliveries;
}

const unsent = async (books: Books) => (await books.budgetAlerts()).filter(({ sentAt }) => sentAt === undefined);

/** A receipt of one threshold, into the window that is open until 22:00. */
async function waitingUntilNight(table: Table): Promise<{ books: Books; old: Delivery | undefined }> {
  const books = openBooks(table);
  await books.plan([GROCERIES], '01', quiet('22:00'));
  const [old] = await books.dropAndBook({ documentId: 'one', amountMinor: 1_000 });
  expect(old?.closesAt).toBe('2026-11-20T22:00:00.000Z');
  return { books, old };
}

describe('quiet hours that a plan shortens', () => {
  it('end for what waits, under a name of its own, in the index as well; the old delivery finds nothing', async ({
    table,
  }) => {
    const { books, old } = await waitingUntilNight(table);
    await books.plan([GROCERIES], '02', quiet('14:00'));

    const [moved] = await anew(books);

    expect(moved).toMatchObject({ closesAt: '2026-11-20T14:00:00.000Z' });
    expect(moved?.name).not.toBe(old?.name);
    expect(await findUnsent(table, '2026-11-20T14:00:00.000Z')).toHaveLength(1);
    books.time.nowMs = at('14:00');
    expect(await books.deliver(moved)).toEqual({ accepted: 1, failed: 0 });
    books.time.nowMs = at('22:00');
    expect(await books.deliver(old)).toEqual({ accepted: 0, failed: 0 });
    expect(books.published).toHaveLength(1);
  });

  it('and another plan shortens again, end as the newest says', async ({ table }) => {
    const { books, old } = await waitingUntilNight(table);
    await books.plan([GROCERIES], '02', quiet('16:00'));
    const [second] = await anew(books);
    await books.dropAndBook({ documentId: 'two', amountMinor: 1_000 });
    await books.plan([GROCERIES], '03');
    const [third] = await anew(books);

    books.time.nowMs = at('12:01');
    await books.deliver(third);
    await books.deliver(second);
    await books.deliver(old);

    expect(books.published.map(({ alertIds }) => alertIds.length)).toEqual([2]);
    expect(await unsent(books)).toEqual([]);
  });

  it('and that stay as they are, move nothing', async ({ table }) => {
    const { books, old } = await waitingUntilNight(table);
    await books.plan([GROCERIES], '02', quiet('22:00'));

    expect(await anew(books)).toEqual([old]);
  });
});

describe('a plan that drops quiet hours, beside a receipt, dying at any call and run again', () => {
  it('leaves nothing to the end of the old ones, and nothing is sent twice', async ({ tables }) => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.nat({ max: 8 }), async (scheduler, dyingAt) => {
        const table = await tables.fresh();
        const { books: calm, old } = await waitingUntilNight(table);
        await calm.plan([GROCERIES], '02');
        await calm.drop({ documentId: 'two', amountMinor: 1_000 });
        const shuffled = interleaved(table, scheduler);
        const books = openBooks(shuffled);
        let calls = 0;
        const client = {
          send: (command: Parameters<Table['client']['send']>[0]) => {
            calls += 1;
            if (calls === dyingAt) throw new Error('the process died');
            return shuffled.client.send(command);
          },
        } as unknown as Table['client'];

        await scheduler.waitFor(
          Promise.all([
            books.book({ documentId: 'two', amountMinor: 1_000 }),
            anew(books, { name: table.name, client }).catch(() => anew(books)),
          ]),
        );
        const [next] = (await calm.check({ documentId: 'plan', run: 1, userId: USER, affected: 'all' })).deliveries;
        calm.time.nowMs = NOW + 60_000;
        if (next) await retried(() => calm.deliver(next));
        await retried(() => calm.deliver(old));

        const told = calm.published.flatMap(({ alertIds }) => alertIds);
        expect(told).toHaveLength(2);
        expect(new Set(told).size).toBe(2);
        expect(await unsent(calm)).toEqual([]);
      }),
      { numRuns: 25 },
    );
  }, 120_000);
});
