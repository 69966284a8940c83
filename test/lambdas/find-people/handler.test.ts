import { expect, it } from 'vitest';
import { createHandler } from '../../../lambdas/find-people/handler.ts';

it('names 20,000 people in pages, as many at once as a Map can tell of', async () => {
  const people = Array.from({ length: 20_000 }, (_, index) => ({ userId: `p${index}`, name: 'not handed on' }));
  const find = createHandler({
    async findPeople(most, after) {
      const start = after === '' ? 0 : Number(after);
      const end = start + most;
      return { people: people.slice(start, end), ...(end < people.length ? { next: String(end) } : {}) };
    },
  });

  const pages = [];
  for (let next: string | undefined = ''; next !== undefined; next = pages.at(-1)?.next) {
    pages.push(await find({ after: next }));
  }

  expect(pages.flatMap((page) => page.people)).toEqual(people.map(({ userId }) => ({ userId })));
  for (const page of pages) expect(JSON.stringify(page).length).toBeLessThan(256 * 1024);
});
