import { describe, expect, it } from 'vitest';
import type { Person } from '../../../lambdas/core/person/person.ts';
import { createHandler } from '../../../lambdas/find-due-people/handler.ts';

const person = (userId: string, timeZone = 'UTC') => ({ userId, timeZone }) as Person;

/** The function at an instant, for people with the days of their last looks. */
const finder = (at: string, people: readonly Person[], lookedAtOn: Readonly<Record<string, string>> = {}) =>
  createHandler({
    now: () => Date.parse(at),
    async findPeople(most, after) {
      const start = after === '' ? 0 : Number(after);
      const end = start + most;
      return { people: people.slice(start, end), ...(end < people.length ? { next: String(end) } : {}) };
    },
    readLookedAtOn: async (userId) => lookedAtOn[userId],
  });

describe('find-due-people', () => {
  it('finds each person from 08:00 on where they live, with the day there', async () => {
    const people = [person('anne'), person('beth', 'America/New_York'), person('chiyo', 'Asia/Tokyo')];

    expect(await finder('2026-11-20T12:30:00Z', people)({})).toEqual({
      people: [
        { userId: 'anne', schedule: '2026-11-20' },
        { userId: 'chiyo', schedule: '2026-11-20' },
      ],
    });
  });

  it('leaves out who was looked at today, and finds who was missed for hours or days', async () => {
    const people = [person('anne'), person('beth'), person('carl')];
    const looks = { anne: '2026-11-20', beth: '2026-11-17' };

    const { people: due } = await finder('2026-11-20T22:00:00Z', people, looks)({});

    expect(due.map(({ userId }) => userId)).toEqual(['beth', 'carl']);
  });

  it('asks for the look that an earlier version noted only where the person tells of none', async () => {
    const people = [
      { ...person('anne'), lookedAtOn: '2026-11-20' },
      { ...person('beth'), lookedAtOn: '2026-11-19' },
      person('carl'),
    ];
    const asked: string[] = [];
    const readLookedAtOn = async (userId: string) => {
      asked.push(userId);
      return '2026-11-20';
    };
    const find = createHandler({
      now: () => Date.parse('2026-11-20T22:00:00Z'),
      findPeople: async () => ({ people }),
      readLookedAtOn,
    });

    expect((await find({})).people.map(({ userId }) => userId)).toEqual(['beth']);
    expect(asked).toEqual(['carl']);
  });

  it('names 20,000 people of one zone, as many at once as a Map can tell of', async () => {
    const people = Array.from({ length: 20_000 }, (_, index) => person(`p${index}`));
    const find = finder('2026-11-20T08:00:00Z', people);

    const pages = [];
    for (let next: string | undefined = ''; next !== undefined; next = pages.at(-1)?.next) {
      pages.push(await find({ after: next, startedAt: '2026-11-20T08:00:00.000Z' }));
    }

    expect(new Set(pages.map((page) => page.people.length))).toEqual(new Set([500]));
    expect(new Set(pages.flatMap((page) => page.people.map(({ userId }) => userId))).size).toBe(20_000);
    for (const page of pages) expect(JSON.stringify(page).length).toBeLessThan(256 * 1024);
  });

  it('passes over pages of people who were all looked at', async () => {
    const people = Array.from({ length: 1_100 }, (_, index) => person(`p${index}`));
    const looks = Object.fromEntries(people.slice(0, 1_050).map(({ userId }) => [userId, '2026-11-20']));

    const page = await finder('2026-11-20T08:00:00Z', people, looks)({});

    expect(page.people.map(({ userId }) => userId)).toEqual(people.slice(1_050).map(({ userId }) => userId));
    expect(page).not.toHaveProperty('next');
  });

  it('leaves who is left to the next look ahead once that is near', async () => {
    const find = finder('2026-11-20T08:51:00Z', [person('anne')]);

    expect(await find({ startedAt: '2026-11-20T08:00:00.000Z' })).toEqual({ people: [] });
    expect((await find({ startedAt: '2026-11-20T08:02:00.000Z' })).people).toHaveLength(1);
  });
});
