import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { readOutcome } from '../../lambdas/adapters/document-store.ts';
import type { Table } from '../../lambdas/adapters/table.ts';
import { triggerId } from '../../lambdas/core/budget/threshold.ts';
import { openBooks, type Receipt, USER } from '../support/books.ts';
import { it } from '../support/fixtures.ts';
import { interleaved } from '../support/interleaved.ts';

const GROCERIES = [{ category: 'groceries', limitMinor: 10_000, thresholds: [50, 80, 100] }];

/** The triggers of that budget that hold when so much is spent. */
const holding = (spentMinor: number): string[] => [
  ...[50, 80, 100].filter((percent) => spentMinor * 100 >= 10_000 * percent).map(String),
  ...(spentMinor > 10_000 ? ['exceeded'] : []),
];

/** The same table, whose first write of a budget's state stops until it is released. */
function holdStateWrites(table: Table) {
  let release = () => {};
  let arrive = () => {};
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  const reached = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const send = async (command: Parameters<Table['client']['send']>[0]) => {
    if (JSON.stringify(command.input).includes('"STATE#') && command.constructor.name === 'TransactWriteItemsCommand') {
      arrive();
      await gate;
    }
    return table.client.send(command);
  };
  return { table: { name: table.name, client: { send } as unknown as Table['client'] }, reached, release };
}

const receipts = fc
  .array(fc.integer({ min: -4_000, max: 9_000 }), { minLength: 2, maxLength: 3 })
  .map((amounts) => amounts.map((amountMinor, index): Receipt => ({ documentId: `doc${index}`, amountMinor })));

describe('record, check and deliver, interleaved', () => {
  it('count each receipt once and claim each crossing once, in every order of database calls', async ({ tables }) => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), receipts, fc.boolean(), async (scheduler, dropped, runTwice) => {
        const table = await tables.fresh();
        const books = openBooks(table, interleaved(table, scheduler));
        await books.plan(GROCERIES);
        for (const receipt of dropped) await books.drop(receipt);

        const runs = runTwice ? [...dropped, ...dropped] : dropped;
        await scheduler.waitFor(Promise.all(runs.map((receipt) => books.run(receipt))));

        const expected = dropped.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
        expect(await books.spentMinor()).toBe(expected);
        const alerts = await books.budgetAlerts();
        const { reached, crossings } = await books.state('groceries:month', '2026-11-01');
        expect(reached).toEqual(holding(expected));
        // Whoever checked last saw all spending, so what holds now was claimed, and told in a message.
        for (const name of reached) {
          const latest = alerts.find((each) => triggerId(each.trigger) === name && each.crossing === crossings[name]);
          expect(books.published.flatMap(({ alertIds }) => alertIds)).toContain(latest?.alertId);
        }
        for (const { sentAt } of alerts) expect(sentAt).toBeDefined();
      }),
      { numRuns: 40 },
    );
  }, 120_000);

  it('end with the true standing when an expense is checked between the reading and the writing of a refund', async ({
    table,
    books,
  }) => {
    await books.plan(GROCERIES);
    const first = { documentId: 'first', amountMinor: 6_000 };
    await books.dropAndRun(first);
    const meeting = [
      { documentId: 'refund', amountMinor: -2_000 },
      { documentId: 'expense', amountMinor: 2_000 },
    ] as const;
    for (const receipt of meeting) await books.drop(receipt);
    const held = holdStateWrites(table);

    const refund = openBooks(table, held.table).run(meeting[0]);
    await held.reached;
    await books.run(meeting[1]);
    held.release();
    await refund;

    expect((await books.state('groceries:month', '2026-11-01')).reached).toEqual(['50']);
  });

  it('say nothing twice when every receipt adds up and nothing is refunded', async ({ tables }) => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(fc.integer({ min: 1, max: 6_000 }), { minLength: 2, maxLength: 3 }),
        async (scheduler, amounts) => {
          const table = await tables.fresh();
          const books = openBooks(table, interleaved(table, scheduler));
          await books.plan(GROCERIES);
          const dropped = amounts.map((amountMinor, index) => ({ documentId: `doc${index}`, amountMinor }));
          for (const receipt of dropped) await books.drop(receipt);

          await scheduler.waitFor(Promise.all(dropped.map((receipt) => books.run(receipt))));

          const total = amounts.reduce((sum, amount) => sum + amount, 0);
          expect(await books.crossings()).toEqual(
            holding(total)
              .map((name) => `${name} 1`)
              .sort(),
          );
          for (const { alertId } of await books.budgetAlerts()) {
            expect(books.published.filter(({ alertIds }) => alertIds.includes(alertId))).toHaveLength(1);
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('the same picture', () => {
  it('under another name is a duplicate of the first, also when both arrive at once', async ({ tables }) => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const table = await tables.fresh();
        const books = openBooks(table, interleaved(table, scheduler));
        const twins = ['one', 'two'].map((documentId) => ({ documentId, amountMinor: 4_320, contentHash: 'same' }));
        for (const twin of twins) await books.drop(twin);

        await scheduler.waitFor(Promise.all(twins.map((twin) => books.record(twin))));

        expect(await books.spentMinor()).toBe(4_320);
        const outcomes = await Promise.all(twins.map(({ documentId }) => readOutcome(table, documentId)));
        const duplicate = outcomes.findIndex((outcome) => outcome?.status === 'duplicate');
        expect(outcomes.map((outcome) => outcome?.status).sort()).toEqual(['completed', 'duplicate']);
        expect(outcomes[duplicate]?.duplicateOf).toBe(twins[1 - duplicate]?.documentId);
      }),
      { numRuns: 15 },
    );
  });
});

describe('a replay', () => {
  it('that reads another date and total replaces what was booked, exactly', async ({ books }) => {
    await books.drop({ documentId: 'doc', amountMinor: 0 });
    await books.record({ documentId: 'doc', amountMinor: 4_320, date: '2026-11-10' });
    await books.drop({ documentId: 'doc', run: 2, amountMinor: 0 });

    await books.record({ documentId: 'doc', run: 2, amountMinor: 5_000, date: '2026-11-11', category: 'dining' });

    const spend = (await books.spend()).filter(({ amountMinor }) => amountMinor !== 0);
    expect(spend).toMatchObject([{ date: '2026-11-11', category: 'dining', currency: 'USD', amountMinor: 5_000 }]);
  });

  it('is not undone by the older run that finishes after it', async ({ table, books }) => {
    await books.drop({ documentId: 'doc', amountMinor: 0 });
    await books.drop({ documentId: 'doc', run: 2, amountMinor: 0 });
    await books.record({ documentId: 'doc', run: 2, amountMinor: 5_000 });

    await books.record({ documentId: 'doc', run: 1, amountMinor: 4_320 });

    expect(await books.spentMinor()).toBe(5_000);
    expect(await readOutcome(table, 'doc')).toMatchObject({ status: 'completed', run: 2 });
  });

  it('re-arms a threshold that is no longer reached, and crossing it again speaks again', async ({ books }) => {
    await books.plan(GROCERIES);
    for (const receipt of [
      { documentId: 'big', amountMinor: 5_500 },
      { documentId: 'refund', amountMinor: -1_000 },
      { documentId: 'again', amountMinor: 800 },
    ]) {
      await books.dropAndRun(receipt);
    }

    expect(await books.crossings()).toEqual(['50 1', '50 2']);
  });
});

describe('a crash between claim and publish', () => {
  it('is made good by the next attempt of the same run: one alert, delivered', async ({ books }) => {
    await books.plan(GROCERIES);
    const receipt = { documentId: 'doc', amountMinor: 9_000 };
    await books.drop(receipt);
    const { affected } = await books.record(receipt);
    const request = { documentId: 'doc', run: 1, userId: USER, affected };

    await books.check(request); // the process dies here, before anything is published
    const { deliveries } = await books.check(request);
    await books.deliverAll(deliveries);

    expect(books.published).toHaveLength(1);
    expect(await books.crossings()).toEqual(['50 1', '80 1']);
    expect(books.published[0]?.alertIds).toHaveLength(2);
  });

  it('does not send again what was accepted before the mark was written', async ({ books }) => {
    await books.plan(GROCERIES);
    const receipt = { documentId: 'doc', amountMinor: 9_000 };
    await books.drop(receipt);
    const { affected } = await books.record(receipt);
    const { deliveries } = await books.check({ documentId: 'doc', run: 1, userId: USER, affected });

    await books.deliverAll([...deliveries, ...deliveries]);

    expect(books.published).toHaveLength(1);
  });
});

describe('a lower limit', () => {
  it('fires the thresholds already passed, once, as one message', async ({ books }) => {
    await books.plan([{ category: 'groceries', limitMinor: 100_000, thresholds: [50, 80, 100] }]);
    const receipt = { documentId: 'doc', amountMinor: 9_000 };
    await books.dropAndRun(receipt);
    expect(books.published).toHaveLength(0);

    await books.plan(GROCERIES, '02');
    for (const attempt of [1, 2]) {
      const { deliveries } = await books.check({ documentId: `plan${attempt}`, run: 1, userId: USER, affected: 'all' });
      await books.deliverAll(deliveries);
    }

    expect(books.published).toHaveLength(1);
    expect(books.published[0]?.text).toContain('90.00 of 100.00 USD (90%)');
  });
});
