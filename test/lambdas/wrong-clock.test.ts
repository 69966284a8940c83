import { describe, expect } from 'vitest';
import { readAlerts } from '../../lambdas/adapters/alert-store.ts';
import { noteLook, readLookedAtOn } from '../../lambdas/adapters/daily-store.ts';
import { drawTurnOf } from '../../lambdas/adapters/lanes.ts';
import { personKey } from '../../lambdas/adapters/ledger-keys.ts';
import { closeWindow, readWindow } from '../../lambdas/adapters/outbox.ts';
import { findPeopleToLookAt, readPerson } from '../../lambdas/adapters/person-store.ts';
import { drawTurn } from '../../lambdas/adapters/turn-clock.ts';
import type { Person } from '../../lambdas/core/person/person.ts';
import { createHandler as createFindDuePeople } from '../../lambdas/find-due-people/handler.ts';
import { NOW, openBooks, USER } from '../support/books.ts';
import { it as base } from '../support/fixtures.ts';
import { aBatch, openStartWorkflow } from './start-workflow/open-start-workflow.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** By how much the clock was wrong: two hours as of a second system, or days. */
const AHEAD = [2 * 60 * MINUTE_MS, 9 * DAY_MS] as const;
const PHONE = { protocol: 'sms', address: '+12025550123' } as const;

const it = base.extend('books', async ({ table }) => {
  const books = openBooks(table);
  const thresholds = [10, 20, 30, 40, 50, 60, 70];
  await books.plan([{ category: 'groceries', limitMinor: 10_000, thresholds }], '01', {}, [PHONE]);
  return books;
});

describe('a clock that was ahead and is right again', () => {
  it.for([...AHEAD, 30 * DAY_MS])('keeps nobody waiting for a turn (%d ms)', async (aheadMs, { table }) => {
    for (let drawn = 0; drawn < 50; drawn++) await drawTurnOf(table, USER, NOW + aheadMs, 1);

    const turns = [];
    for (let drawn = 0; drawn < 20; drawn++) turns.push(await drawTurnOf(table, USER, NOW, 1));

    // As if nothing had been drawn: two by the express lane, eighteen by the regular one.
    expect(turns.slice(0, 2)).toEqual([NOW, NOW + 1_000]);
    expect(turns.slice(2)).toEqual(Array.from({ length: 18 }, (_, index) => NOW + index * 1_000));
    expect(await drawTurnOf(table, USER, NOW, 1)).toBe(NOW);
  });

  it('leaves a long queue as it is that was drawn by a right one', async ({ table }) => {
    for (let drawn = 0; drawn < 10; drawn++) await drawTurn(table, 'BULK', NOW, 0.001);

    expect(await drawTurn(table, 'BULK', NOW + MINUTE_MS, 0.001)).toBe(NOW + 10_000_000);
  });

  it.for(AHEAD)('opens the next window now (%d ms)', async (aheadMs, { table, books }) => {
    books.time.nowMs = NOW + aheadMs;
    const [first] = await books.dropAndBook({ documentId: 'one', amountMinor: 1_000 });
    expect(Date.parse(first?.closesAt ?? '')).toBe(NOW + aheadMs + 30_000);
    await closeWindow(table, USER, first?.windowId ?? '');

    books.time.nowMs = NOW;
    const [second] = await books.dropAndBook({ documentId: 'two', amountMinor: 1_000 });

    expect(second?.closesAt).toBe(new Date(NOW + 30_000).toISOString());
    expect(second?.name).not.toBe(first?.name);
  });

  it.for(AHEAD)('closes the window that is open now, with all that was claimed in it (%d ms)', async (aheadMs, {
    table,
    books,
  }) => {
    books.time.nowMs = NOW + aheadMs;
    const [first] = await books.dropAndBook({ documentId: 'one', amountMinor: 1_000 });
    expect(Date.parse(first?.closesAt ?? '')).toBe(NOW + aheadMs + 30_000);

    books.time.nowMs = NOW;
    const [second] = await books.dropAndBook({ documentId: 'two', amountMinor: 1_000 });

    expect(second).toEqual({ ...first, closesAt: new Date(NOW + 30_000).toISOString() });
    expect((await readWindow(table, USER))?.closesAt).toBe(second?.closesAt);
    await books.deliverAll([second].filter((each) => each !== undefined));
    expect(books.published).toHaveLength(1);
    expect((await readAlerts(table, personKey(USER).PK, 'ALERT#')).filter(({ sentAt }) => !sentAt)).toEqual([]);
  });

  it('does not count the texts of the future against those of an hour', async ({ books }) => {
    for (const [index, aheadMs] of [...Array<number>(4).fill(9 * DAY_MS), 0, 0].entries()) {
      books.time.nowMs = NOW + aheadMs + index * MINUTE_MS;
      await books.deliverAll(await books.dropAndBook({ documentId: `doc${index}`, amountMinor: 1_000 }));
    }

    expect(books.published).toHaveLength(6);
  });

  it('lets a document start whose turn was drawn then and whose execution was not started', async ({ table }) => {
    const workflow = openStartWorkflow(table);
    workflow.world.nowMs = NOW + 30 * DAY_MS;
    workflow.world.crashBeforeStart = true;
    await expect(workflow.handler(aBatch('receipts/alice/lunch.jpg'))).rejects.toThrow('died');

    workflow.world.nowMs = NOW;
    workflow.world.crashBeforeStart = false;
    await workflow.handler(aBatch('receipts/alice/lunch.jpg'));

    expect(workflow.onlyExecution().input).toMatchObject({ turnAt: new Date(NOW).toISOString() });
  });

  it.for([
    { lookedAtOn: '2026-12-20', isDue: true },
    { lookedAtOn: '2026-11-22', isDue: true },
    // West of the date line the day that has begun for a person who moved is yesterday's.
    { lookedAtOn: '2026-11-21', isDue: false },
    { lookedAtOn: '2026-11-20', isDue: false },
  ])('looks at people whose last look was on $lookedAtOn: $isDue', async ({ lookedAtOn, isDue }, { table, books }) => {
    const person = { userId: USER, timeZone: 'UTC' } as Person;
    await noteLook(books.outbox, person, lookedAtOn, () => []);
    const finder = createFindDuePeople({
      now: () => NOW,
      findPeople: (most, after) => findPeopleToLookAt(table, NOW, most, after),
      readLookedAtOn: (userId) => readLookedAtOn(table, userId),
    });

    const { people } = await finder({});
    for (const { schedule } of people) await noteLook(books.outbox, person, schedule, () => []);

    expect(people).toHaveLength(isDue ? 1 : 0);
    expect((await readPerson(table, USER))?.lookedAtOn).toBe(isDue ? '2026-11-20' : lookedAtOn);
  });
});
