import { describe, expect, it } from 'vitest';
import type { Person } from '../../../lambdas/core/person/person.ts';
import { createHandler } from '../../../lambdas/find-due-people/handler.ts';

const person = (userId: string, timeZone = 'UTC') => ({ userId, timeZone }) as Person;

/** The function at an instant, for people with the days of their last looks. */
const finder = (at: string, people: readonly Person[], lookedAtOn: Readonly<Record<string, string>> = {}) =>
  createHandler({
    now: () => Date.parse(at),
    findPeople: async () => [...people],
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

  it('takes no more people at once than an hour has room for, and the others when these are done', async () => {
    const people = Array.from({ length: 1_100 }, (_, index) => person(`p${index}`));
    const looks: Record<string, string> = {};
    const sizes: number[] = [];

    for (let hour = 8; hour < 12; hour++) {
      const at = `2026-11-20T${String(hour).padStart(2, '0')}:00:00Z`;
      const { people: due } = await finder(at, people, looks)({});
      for (const { userId, schedule } of due) looks[userId] = schedule;
      sizes.push(due.length);
    }

    expect(sizes).toEqual([500, 500, 100, 0]);
  });
});
