import { describe, expect } from 'vitest';
import { type Books, USER } from '../../support/books.ts';
import { it } from '../../support/fixtures.ts';

const DAY_MS = 24 * 3_600_000;

/** Plans a forecast on groceries and books receipts on three days: 60 of 100 dollars by the 20th, so heading for 90; what looks ahead. */
async function spendThreeDays(books: Books, limitMinor: number) {
  await books.plan([{ category: 'groceries', limitMinor, thresholds: [100], forecast: true }]);
  for (const [documentId, date] of [
    ['a', '2026-11-03'],
    ['b', '2026-11-09'],
    ['c', '2026-11-18'],
  ] as const) {
    await books.dropAndRun({ documentId, amountMinor: 2_000, date });
  }
  return async () => {
    const schedule = new Date(books.time.nowMs).toISOString().slice(0, 10);
    const { deliveries } = await books.check({ userId: USER, schedule, affected: 'all' });
    await books.deliverAll(deliveries);
    return deliveries;
  };
}

describe('check-budgets, looking ahead', () => {
  it('tells once that spending heads beyond the limit, and for how much', async ({ books }) => {
    const look = await spendThreeDays(books, 8_900);

    await look();
    await look();
    books.time.nowMs += DAY_MS;
    await look();

    expect(await books.crossings()).toEqual(['forecast 1']);
    expect(await books.budgetAlerts()).toEqual([
      expect.objectContaining({
        kind: 'forecast',
        projectedMinor: 9_000,
        limitMinor: 8_900,
        claimedBy: 'daily-2026-11-20',
        cause: { kind: 'schedule' },
      }),
    ]);
    expect(books.published.map(({ text }) => text)).toEqual([
      expect.stringMatching(/At this pace it will be 90\.00 USD by 2026-11-30[\s\S]*Set off by the daily look ahead/),
    ]);
  });

  it('finds what an earlier run of the same day claimed and nobody sent', async ({ books }) => {
    await spendThreeDays(books, 8_900);
    const request = { userId: USER, schedule: '2026-11-20', affected: 'all' };

    const { deliveries } = await books.check(request);

    expect(deliveries).toHaveLength(1);
    expect(await books.check(request)).toEqual({ deliveries });
  });

  it('tells nothing when spending heads for the limit exactly', async ({ books }) => {
    const look = await spendThreeDays(books, 9_000);

    expect(await look()).toEqual([]);
    expect(await books.crossings()).toEqual([]);
  });

  it('leaves forecasts to the look ahead: a receipt tells none', async ({ books }) => {
    await spendThreeDays(books, 8_000);

    expect(await books.crossings()).toEqual([]);
  });

  it('speaks once more when it has cleared and returned, and then no more', async ({ books }) => {
    const look = await spendThreeDays(books, 8_900);
    const refunds = ['r1', 'r2', 'r3'];
    await look();

    for (const documentId of refunds) {
      await books.drop({ documentId, amountMinor: -2_000 });
      await books.record({ documentId, amountMinor: -2_000 });
      await look();
      await books.drop({ documentId: `${documentId}-back`, amountMinor: 2_000 });
      await books.record({ documentId: `${documentId}-back`, amountMinor: 2_000 });
      await look();
    }

    expect(await books.crossings()).toEqual(['forecast 1', 'forecast 2']);
  });

  it('foretells nothing once the limit is exceeded, and stays silent when a refund takes that back', async ({
    books,
  }) => {
    const look = await spendThreeDays(books, 8_900);
    await look();
    await books.dropAndRun({ documentId: 'd', amountMinor: 5_000 });

    await look();
    await books.dropAndRun({ documentId: 'r', amountMinor: -5_000 });
    await look();

    expect(await books.crossings()).toEqual(['100 1', 'exceeded 1', 'forecast 1']);
  });

  it('does not foretell, in the message that tells the limit is exceeded', async ({ books }) => {
    await spendThreeDays(books, 8_900);
    const { deliveries } = await books.check({ userId: USER, schedule: '2026-11-20', affected: 'all' });
    await books.dropAndBook({ documentId: 'd', amountMinor: 5_000 });

    await books.deliverAll(deliveries);

    expect(books.published).toHaveLength(1);
    expect(books.published[0]?.text).toContain('21.00 USD over the limit');
    expect(books.published[0]?.text).not.toContain('At this pace');
  });

  it('foretells nothing for a budget that asks for no forecast', async ({ books }) => {
    await books.plan([{ category: 'groceries', limitMinor: 8_000, thresholds: [100] }]);
    for (const [index, date] of ['2026-11-03', '2026-11-09', '2026-11-18'].entries()) {
      await books.dropAndRun({ documentId: `doc${index}`, amountMinor: 2_000, date });
    }

    await books.check({ userId: USER, schedule: '2026-11-20', affected: 'all' });

    expect(await books.crossings()).toEqual([]);
  });
});
