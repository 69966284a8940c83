import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { readSpend } from '../../../lambdas/adapters/budget-store.ts';
import { createDocument, readDocument, reopenDocument } from '../../../lambdas/adapters/document-store.ts';
import { readExpenses } from '../../../lambdas/adapters/expense-store.ts';
import { book } from '../../../lambdas/adapters/ledger.ts';
import { documentKey, likenessDayKey, likenessKey } from '../../../lambdas/adapters/ledger-keys.ts';
import { getItem, putItem, queryItems, type Table } from '../../../lambdas/adapters/table.ts';
import type { Share } from '../../../lambdas/core/category/split-total.ts';
import type { Correction } from '../../../lambdas/core/correction/correction.ts';
import { parseCalendarDate } from '../../../lambdas/core/ground/calendar-date.ts';
import { money } from '../../../lambdas/core/ground/money.ts';
import { likenessOf } from '../../../lambdas/core/ledger/likeness.ts';
import type { Reading } from '../../../lambdas/core/ledger/reading.ts';
import type { StructuredExpense } from '../../../lambdas/core/reading/structured-expense.ts';
import { createHandler } from '../../../lambdas/record-expense/handler.ts';
import { aReading } from '../../support/a-reading.ts';
import { aDocument, NOW, outboxOn, USER } from '../../support/books.ts';
import { it } from '../../support/fixtures.ts';
import { interleaved } from '../../support/interleaved.ts';

/** Opens a run of a document, with what a person states about it. */
async function open(table: Table, documentId: string, run = 1, says?: Correction): Promise<void> {
  const document = aDocument({ documentId, run });
  const outcome = { status: 'pending', run, updatedAt: document.uploadedAt } as const;
  if (run === 1) {
    await createDocument(table, document, outcome);
    return;
  }
  const from = { key: 'k', versionId: 'v', sequencer: '1', uploadedAt: document.uploadedAt };
  const corrected = says && { correction: { says, from, run }, audit: [] };
  await reopenDocument(table, document, outcome, corrected);
}

type Read = Partial<Omit<Reading, 'expense'>> & { readonly expense?: Partial<StructuredExpense> };

/** *Record Expense* of what a run read: at one merchant, on one day, of one total, unless the test says otherwise. */
function record(table: Table, documentId: string, { expense, ...over }: Read = {}, run = 1, now = NOW) {
  const reading = {
    ...aReading({ vendor: { name: 'Green Basket' }, ...expense }),
    contentHash: `hash of ${documentId}`,
    ...over,
    ...{ documentId, run },
  };
  const handler = createHandler({
    now: () => now,
    readReading: async () => reading,
    book: (booking) => book(outboxOn(table), booking),
  });
  return handler({ documentId, run, userId: USER, readingKey: 'artifact' });
}

/** The first run of a document, from drop to books. */
async function run(table: Table, documentId: string, read: Read = {}) {
  await open(table, documentId);
  return record(table, documentId, read);
}

const spend = async (table: Table) =>
  (await readSpend(table, USER, '2026-01-01', '2026-12-31')).filter((day) => day.amountMinor !== 0);
const expenses = (table: Table) => readExpenses(table, USER, '2026-01-01', '2026-12-31');
const share = (category: string, amountMinor: number): Share => ({
  category,
  by: 'rule',
  because: `a rule for ${category}`,
  amountMinor,
});

describe('a bill with thousands of lines', () => {
  it('is booked: the table holds the first of them, the reading all', async ({ table }) => {
    const line = { description: 'Call to 0151 2345678, 17 Nov, 12:04, 3 min', amount: money(9, 'USD') };
    const lineItems = Array.from({ length: 5_000 }, () => line);

    await run(table, 'doc', { expense: { lineItems }, shares: [share('utilities', 3_000), share('office', 1_320)] });

    expect(await expenses(table)).toHaveLength(2);
    expect((await readDocument(table, 'doc')) as object).toMatchObject({ lineItemsLeftOut: 4_800 });
  });
});

describe('an expense', () => {
  const DAY_MS = 24 * 3600 * 1000;
  const createdAt = async (table: Table) => (await expenses(table)).map((expense) => expense.createdAt);

  it('tells when its document was first booked, whatever later runs and corrections make of it', async ({ table }) => {
    const first = new Date(NOW).toISOString();
    await run(table, 'doc', { shares: [share('groceries', 3_000), share('alcohol', 1_320)] });
    expect(await createdAt(table)).toEqual([first, first]);

    await open(table, 'doc', 2);
    await record(table, 'doc', { expense: { purchasedOn: '2026-11-03' as never } }, 2, NOW + DAY_MS);
    expect(await createdAt(table)).toEqual([first]);

    await open(table, 'doc', 3, { ignore: true } as never);
    await record(table, 'doc', { isIgnored: true }, 3, NOW + 2 * DAY_MS);
    expect(await createdAt(table)).toEqual([]);

    await open(table, 'doc', 4, {} as never);
    await record(table, 'doc', {}, 4, NOW + 3 * DAY_MS);
    expect(await createdAt(table)).toEqual([first]);
  });

  it('of a document that booked nothing at first tells when it was booked', async ({ table }) => {
    await open(table, 'doc', 1);
    await record(table, 'doc', { isIgnored: true });
    await open(table, 'doc', 2);
    await record(table, 'doc', {}, 2, NOW + DAY_MS);

    expect(await createdAt(table)).toEqual([new Date(NOW + DAY_MS).toISOString()]);
  });
});

describe('a receipt whose items fall into several categories', () => {
  it('is an expense in each, which says why it stands there, and counts in each', async ({ table }) => {
    await run(table, 'doc', { shares: [share('groceries', 3_000), share('alcohol', 1_320)] });

    expect(await expenses(table)).toMatchObject([
      { category: 'groceries', amountMinor: 3_000, categoryBy: 'rule', categoryBecause: 'a rule for groceries' },
      { category: 'alcohol', amountMinor: 1_320, categoryBy: 'rule', categoryBecause: 'a rule for alcohol' },
    ]);
    expect(await spend(table)).toMatchObject([
      { category: 'alcohol', amountMinor: 1_320 },
      { category: 'groceries', amountMinor: 3_000 },
    ]);
  });

  it('is replaced exactly, however often it is read and split anew', async ({ tables }) => {
    const categories = fc.uniqueArray(fc.constantFrom('groceries', 'alcohol', 'pets', 'gifts', 'fuel'), {
      minLength: 1,
    });
    const reading = fc.record({
      date: fc.constantFrom('2026-11-10', '2026-11-11'),
      shares: categories.chain((names) =>
        fc.tuple(...names.map((name) => fc.integer({ min: -500, max: 900 }).map((minor) => share(name, minor)))),
      ),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(reading, { minLength: 1, maxLength: 4 }), async (readings) => {
        const table = await tables.fresh();

        for (const [index, { date, shares }] of readings.entries()) {
          await open(table, 'doc', index + 1);
          await record(table, 'doc', { shares, expense: { purchasedOn: date as never } }, index + 1);
        }

        const last = readings.at(-1);
        const expected = (last?.shares ?? [])
          .filter(({ amountMinor }) => amountMinor !== 0)
          .map(({ category, amountMinor }) => `${last?.date} ${category} ${amountMinor}`)
          .sort();
        const shown = (all: readonly { date: string; category: string; amountMinor: number }[]) =>
          all.map(({ date, category, amountMinor }) => `${date} ${category} ${amountMinor}`).sort();
        expect(shown(await expenses(table))).toEqual(expected);
        expect(shown(await spend(table))).toEqual(expected);
      }),
      { numRuns: 25 },
    );
  });
});

describe('another picture of the same purchase', () => {
  const LIKELY = { name: 'LikelyDuplicateError' };
  const MARKS = { timesOfDay: [], taxIds: [], numbers: [], head: [] };

  it('is not booked, and the reason names the first one and how to settle it', async ({ table }) => {
    await run(table, 'first');

    const second = run(table, 'second');

    await expect(second).rejects.toMatchObject(LIKELY);
    await expect(record(table, 'second')).rejects.toThrow(
      'receipts/alice/first.jpg is booked with the same merchant, day and total',
    );
    await expect(record(table, 'second')).rejects.toThrow('state ignore: true in corrections/alice/second.yaml');
    expect(await expenses(table)).toHaveLength(1);
  });

  it('is booked when it is of another day, total, currency or merchant, or gives the money back', async ({ table }) => {
    await run(table, 'first');

    await run(table, 'dearer', { expense: { total: money(9_876, 'USD') } });
    await run(table, 'foreign', { expense: { total: money(4_320, 'EUR') } });
    await run(table, 'refund', { expense: { total: money(-4_320, 'USD') } });
    await run(table, 'later', { expense: { purchasedOn: parseCalendarDate('2026-11-11') } });
    await run(table, 'elsewhere', { expense: { vendor: { name: 'City Parking' } } });

    expect(await expenses(table)).toHaveLength(6);
  });

  it('is not booked, however the merchant is spelled, and where none was read', async ({ table }) => {
    await run(table, 'first', { expense: { marks: { ...MARKS, head: ['greenbasket', '12mainstreet'] } } });

    await expect(run(table, 'letter', { expense: { vendor: { name: 'GREEN BA5KET' } } })).rejects.toMatchObject(LIKELY);
    await expect(run(table, 'street', { expense: { vendor: { name: '12 Main Street' } } })).rejects.toMatchObject(
      LIKELY,
    );
    const { vendor: _, ...nameless } = aReading().expense;
    await open(table, 'nameless');
    await expect(record(table, 'nameless', { expense: { ...nameless, vendor: undefined as never } })).rejects.toThrow(
      'first.jpg is booked with the same day and total and may be the same purchase',
    );
    expect(await expenses(table)).toHaveLength(1);
  });

  it('is booked when another time of day is printed: two coffees at one price', async ({ table }) => {
    const at = (time: string) => ({ expense: { marks: { ...MARKS, timesOfDay: [time] } } });
    await run(table, 'first', at('10:15'));

    expect(await run(table, 'second', at('14:20'))).toMatchObject({ status: 'completed' });
    await expect(run(table, 'third', at('14:20'))).rejects.toThrow('second.jpg is booked');
  });

  it('is not booked with the same number and another total: one of them was misread', async ({ table }) => {
    await run(table, 'first', { expense: { invoiceNumber: 'R-4711' } });

    await expect(
      run(table, 'second', { expense: { invoiceNumber: 'R-4711', total: money(9_320, 'USD') } }),
    ).rejects.toThrow('the same number, but another total');
  });

  it('is found among purchases of the day that fill more than a page of the table', async ({ table }) => {
    const filler = { ...likenessOf(aReading({ vendor: { name: 'Filler' } })), head: ['x'.repeat(30_000)] };
    const day = { date: '2026-11-10', currency: 'USD' };
    await putItem(table, { ...likenessDayKey(USER, day), version: 60 });
    for (let number = 0; number < 60; number += 1) {
      const documentId = `a-${number}`;
      await putItem(table, {
        ...likenessKey(USER, day, documentId),
        ...filler,
        documentId,
        key: 'k',
        bookedAs: number,
      });
    }
    await run(table, 'z-the-first');

    await expect(run(table, 'second')).rejects.toThrow('z-the-first.jpg is booked');
  });

  it('is booked when both have a printed number and these differ, and each is known by its own', async ({ table }) => {
    await run(table, 'first', { expense: { invoiceNumber: 'A-1' } });
    await run(table, 'second', { expense: { invoiceNumber: 'A-2' } });

    await expect(run(table, 'third', { expense: { invoiceNumber: 'a2' } })).rejects.toThrow('second.jpg is booked');
    await expect(run(table, 'fourth')).rejects.toThrow('first.jpg is booked');
    expect(await expenses(table)).toHaveLength(2);
  });

  it('is booked once its person states anything about it, and stands beside the first from then on', async ({
    table,
  }) => {
    await run(table, 'first');
    await expect(run(table, 'second')).rejects.toMatchObject(LIKELY);

    await open(table, 'second', 2, { category: 'gifts' });
    await record(table, 'second', {}, 2);
    await record(table, 'first');
    await open(table, 'first', 2);
    await record(table, 'first', {}, 2);

    expect(await expenses(table)).toHaveLength(2);
    await expect(run(table, 'third')).rejects.toMatchObject(LIKELY);
  });

  it('is a duplicate when it has the same bytes', async ({ table }) => {
    await run(table, 'first', { contentHash: 'same' });

    expect(await run(table, 'second', { contentHash: 'same' })).toMatchObject({
      status: 'duplicate',
      duplicateOf: 'first',
    });
  });

  it('is booked once, also when both arrive at the same moment and each is read otherwise', async ({ tables }) => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const table = await tables.fresh();
        const steps = interleaved(table, scheduler);
        await open(table, 'first');
        await open(table, 'second');

        const read = { first: { vendor: { name: 'Green Basket' } }, second: { vendor: { name: 'GREEN BA5KET' } } };
        const both = Promise.allSettled(
          (['first', 'second'] as const).map((documentId) => record(steps, documentId, { expense: read[documentId] })),
        );
        const results = await scheduler.waitFor(both);

        expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
        expect(results.find(({ status }) => status === 'rejected')).toMatchObject({ reason: LIKELY });
        expect(await expenses(table)).toHaveLength(1);
      }),
      { numRuns: 15 },
    );
  });
});

describe('purchases of one day', () => {
  it('are compared with one that is booked between the look at the day and the writing', async ({ table }) => {
    await open(table, 'first');
    await open(table, 'second');
    let isFirst = true;
    const send = async (command: Parameters<Table['client']['send']>[0]) => {
      if (isFirst && command.constructor.name === 'TransactWriteItemsCommand') {
        isFirst = false;
        await record(table, 'second', { expense: { vendor: { name: 'GREEN BA5KET' } } });
      }
      return table.client.send(command);
    };

    const first = record({ name: table.name, client: { send } as unknown as Table['client'] }, 'first');

    await expect(first).rejects.toThrow('second.jpg is booked with the same merchant, day and total');
    expect((await expenses(table)).map(({ documentId }) => documentId)).toEqual(['second']);
  });

  it('are all booked, also when they arrive at the same moment', async ({ tables }) => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const table = await tables.fresh();
        const steps = interleaved(table, scheduler);
        const names = ['Green Basket', 'City Parking', 'Noodle Bar'];
        for (const name of names) await open(table, name);

        await scheduler.waitFor(
          Promise.all(names.map((name) => record(steps, name, { expense: { vendor: { name } } }))),
        );

        expect(await expenses(table)).toHaveLength(3);
        await expect(run(table, 'again')).rejects.toMatchObject({ name: 'LikelyDuplicateError' });
      }),
      { numRuns: 10 },
    );
  });

  it('booked before likeness was kept by day are booked anew by a replay, and found from then on', async ({
    table,
  }) => {
    await run(table, 'first');
    const document = await readDocument(table, 'first');
    await putItem(table, { ...documentKey('first'), ...document, likeness: 'f'.repeat(64) });
    await putItem(table, { ...likenessDayKey(USER, { date: '2026-11-10', currency: 'USD' }), version: 1 });

    await open(table, 'first', 2);
    await record(table, 'first', {}, 2);

    expect(await expenses(table)).toHaveLength(1);
    await expect(run(table, 'second')).rejects.toThrow('first.jpg is booked');
  });
});

describe('the purchases of one day', () => {
  const day = { date: '2026-11-10', currency: 'USD' };
  const names = ['Green Basket', 'City Parking', 'Noodle Bar', 'Isar Books', 'Blue Lantern', 'Old Mill Cinema'];
  const numbered = (number: number) => ({ expense: { vendor: { name: names[number - 1] as string } } });

  it('are each found, however many there are and whichever came first', async ({ table }) => {
    for (let number = 1; number <= 6; number++) await run(table, `d${number}`, numbered(number));

    for (let number = 1; number <= 6; number++) {
      await expect(run(table, `copy${number}`, numbered(number))).rejects.toThrow(`d${number}.jpg is booked`);
    }
    const apart = await queryItems(table, likenessDayKey(USER, day).PK, { prefix: likenessKey(USER, day, '').SK });
    expect(apart.length).toBeGreaterThan(0);
    expect(apart.length).toBeLessThan(6);
  });

  it('are no longer found once they are ignored or booked on another day, wherever they stood', async ({ table }) => {
    for (let number = 1; number <= 6; number++) await run(table, `d${number}`, numbered(number));
    for (const number of [1, 6]) {
      await open(table, `d${number}`, 2, { ignore: true });
      await record(table, `d${number}`, { ...numbered(number), isIgnored: true }, 2);
    }
    for (const number of [2, 5]) {
      const later = { expense: { ...numbered(number).expense, purchasedOn: parseCalendarDate('2026-11-11') } };
      await open(table, `d${number}`, 2);
      await record(table, `d${number}`, later, 2);
    }

    for (const number of [1, 2, 5, 6]) {
      expect(await run(table, `again${number}`, numbered(number))).toMatchObject({ status: 'completed' });
    }
    for (const number of [3, 4]) {
      await expect(run(table, `copy${number}`, numbered(number))).rejects.toThrow(`d${number}.jpg is booked`);
    }
  });

  it('of which each stood in an item of its own are found beside newer ones', async ({ table }) => {
    await run(table, 'first', numbered(1));
    const head = await getItem<{ booked: object[] }>(table, likenessDayKey(USER, day));
    await putItem(table, { ...likenessDayKey(USER, day), version: 1 });
    await putItem(table, { ...likenessKey(USER, day, 'first'), ...head?.booked[0] });

    await run(table, 'second', numbered(2));

    await expect(run(table, 'third', numbered(1))).rejects.toThrow('first.jpg is booked');
    await expect(run(table, 'fourth', numbered(2))).rejects.toThrow('second.jpg is booked');
    await open(table, 'first', 2, { ignore: true });
    await record(table, 'first', { ...numbered(1), isIgnored: true }, 2);
    expect(await run(table, 'fifth', numbered(1))).toMatchObject({ status: 'completed' });
  });
});

describe('a document that is booked no longer', () => {
  it('keeps no other from being booked in its place when its person ignores it', async ({ table }) => {
    await run(table, 'first', { contentHash: 'same' });
    await open(table, 'first', 2, { ignore: true });
    await record(table, 'first', { contentHash: 'same', isIgnored: true }, 2);

    expect(await run(table, 'second')).toMatchObject({ status: 'completed' });
    await open(table, 'second', 2, { ignore: true });
    await record(table, 'second', { isIgnored: true }, 2);
    expect(await run(table, 'copy', { contentHash: 'same' })).toMatchObject({ status: 'completed' });
    expect((await expenses(table)).map(({ documentId }) => documentId)).toEqual(['copy']);
  });

  it('as it was read first gives place to one that is read so, and keeps others from its new place', async ({
    table,
  }) => {
    await run(table, 'first');
    await open(table, 'first', 2);
    await record(table, 'first', { expense: { total: money(999, 'USD') } }, 2);

    expect(await run(table, 'second')).toMatchObject({ status: 'completed' });
    await expect(run(table, 'third', { expense: { total: money(999, 'USD') } })).rejects.toThrow('first.jpg is booked');
  });

  it('on the day that was read first is found on the day that a correction states', async ({ table }) => {
    const days = ['2026-11-10', '2026-11-11'].map((day) => ({ expense: { purchasedOn: parseCalendarDate(day) } }));
    await run(table, 'first', days[0]);
    await open(table, 'first', 2, { date: '2026-11-11' });
    await record(table, 'first', days[1], 2);

    await expect(run(table, 'second', days[1])).rejects.toThrow('first.jpg is booked');
    expect(await run(table, 'third', days[0])).toMatchObject({ status: 'completed' });
  });

  it('that becomes another purchase of its day by a later run is compared again', async ({ table }) => {
    await run(table, 'first');
    await run(table, 'second', { expense: { total: money(999, 'USD') } });
    await open(table, 'second', 2);

    await expect(record(table, 'second', {}, 2)).rejects.toThrow('first.jpg is booked');
  });

  it('because it needs review gives its picture and its place free', async ({ table, outbox }) => {
    await run(table, 'first', { contentHash: 'same' });
    await open(table, 'first', 2);
    const outcome = { status: 'needs_review', updatedAt: '2026-11-20T12:00:00.000Z' } as const;
    const nothing = { documentId: 'first', run: 2, userId: USER, allocations: [], facts: {}, outcome };
    await book(outbox, nothing);

    expect(await run(table, 'copy', { contentHash: 'same' })).toMatchObject({ status: 'completed' });
    expect(await readDocument(table, 'first')).not.toHaveProperty('likeness');
  });
});
