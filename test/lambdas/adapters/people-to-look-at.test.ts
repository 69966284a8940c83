import { describe, expect } from 'vitest';
import { noteLook } from '../../../lambdas/adapters/daily-store.ts';
import { PEOPLE, personKey } from '../../../lambdas/adapters/ledger-keys.ts';
import { findPeoplePage, findPeopleToLookAt, readPerson } from '../../../lambdas/adapters/person-store.ts';
import { applyPlan, endPlan } from '../../../lambdas/adapters/plan-store.ts';
import { putItem, type Table } from '../../../lambdas/adapters/table.ts';
import type { Person } from '../../../lambdas/core/person/person.ts';
import { NOW, outboxOn } from '../../support/books.ts';
import { it } from '../../support/fixtures.ts';

const sourceOf = (userId: string, sequencer = '01') => ({
  ...{ key: `budgets/${userId}.yaml`, versionId: 'v', sequencer, uploadedAt: `2026-11-${sequencer}T00:00:00Z` },
});
const personOf = (userId: string, over: Partial<Person> = {}): Person => ({
  ...{ userId, name: userId, locale: 'en-US', timeZone: 'UTC', currency: 'USD', isActive: true },
  ...{ plan: sourceOf(userId) },
  ...over,
});
const enter = (table: Table, userId: string, over: Partial<Person> = {}) =>
  applyPlan(table, { person: personOf(userId, over), budgets: [], contacts: [], today: '2026-11-20' });
const look = async (table: Table, userId: string, day = '2026-11-20') => {
  const person = await readPerson(table, userId);
  await noteLook(outboxOn(table), person ?? personOf(userId), day, () => []);
};
const found = async (table: Table, at = NOW) =>
  (await findPeopleToLookAt(table, at, 100)).people.map(({ userId }) => userId);
const at = (instant: string) => Date.parse(instant);

describe('findPeopleToLookAt', () => {
  it('finds nobody before 08:00 where they live, and nobody who was looked at, until the next day', async ({
    table,
  }) => {
    await enter(table, 'anne');
    await enter(table, 'beth', { timeZone: 'America/New_York' });

    expect(await found(table, at('2026-11-20T07:59:59.999Z'))).toEqual([]);
    expect(await found(table, at('2026-11-20T08:00:00Z'))).toEqual(['anne']);
    await look(table, 'anne');
    expect(await found(table, at('2026-11-20T13:00:00Z'))).toEqual(['beth']);
    await look(table, 'beth');
    expect(await found(table, at('2026-11-21T07:59:59Z'))).toEqual([]);
    expect(await found(table, at('2026-11-21T13:00:00Z'))).toEqual(['anne', 'beth']);
  });

  it('keeps to the look when a newer plan comes, also to one that comes between', async ({ table }) => {
    await enter(table, 'anne');
    await look(table, 'anne');

    await enter(table, 'anne', { plan: sourceOf('anne', '02'), timeZone: 'Asia/Tokyo' });

    expect(await readPerson(table, 'anne')).toMatchObject({ lookedAtOn: '2026-11-20', timeZone: 'Asia/Tokyo' });
    expect(await found(table, at('2026-11-20T22:59:59Z'))).toEqual([]);
    expect(await found(table, at('2026-11-20T23:00:00Z'))).toEqual(['anne']);
  });

  it('notes no look at a person whose plan has ended meanwhile, and finds them once it is back', async ({ table }) => {
    await enter(table, 'anne');
    await endPlan(table, 'anne', sourceOf('anne', '02'));
    await look(table, 'anne');

    expect(await found(table)).toEqual([]);
    await enter(table, 'anne', { plan: sourceOf('anne', '03') });
    expect(await found(table)).toEqual(['anne']);
  });

  it('finds who stands in the index by their name, as an earlier version had it, until the first look', async ({
    table,
  }) => {
    const before = { ...personKey('anne'), GSI1PK: PEOPLE, GSI1SK: 'USER#anne', ...personOf('anne') };
    await putItem(table, before);
    await putItem(table, {
      ...before,
      ...personKey('beth'),
      ...personOf('beth', { isActive: false }),
      GSI1SK: 'USER#beth',
    });

    expect(await found(table)).toEqual(['anne']);
    await look(table, 'anne');
    expect(await found(table)).toEqual([]);
    expect(await found(table, NOW + 24 * 3600_000)).toEqual(['anne']);
  });

  it('finds who was looked at by a clock that was weeks ahead', async ({ table }) => {
    await enter(table, 'anne');
    await look(table, 'anne', '2026-12-20');

    expect(await found(table)).toEqual(['anne']);
  });
});

describe('pages of people', () => {
  it('hold everyone with a plan in force once, whatever they are due', async ({ table }) => {
    const names = Array.from({ length: 25 }, (_, index) => `p${String(index).padStart(2, '0')}`);
    for (const userId of names) await enter(table, userId);
    await endPlan(table, 'p07', sourceOf('p07', '02'));
    await look(table, 'p03');

    const pages = [];
    for (let next: string | undefined = ''; next !== undefined; next = pages.at(-1)?.next) {
      pages.push(await findPeoplePage(table, 10, next));
    }

    expect(pages.flatMap(({ people }) => people.map(({ userId }) => userId)).sort()).toEqual(
      names.filter((userId) => userId !== 'p07'),
    );
    expect(pages).toHaveLength(3);
  });
});
