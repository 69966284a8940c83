import * as z from 'zod/mini';

const Input = z.object({
  /** Where the last page ended. @default - this is the first one */
  after: z._default(z.string(), ''),
});

export interface FindPeoplePorts {
  /** People with a plan in force, so many at most, and the place behind the last one, if somebody is there. */
  findPeople(
    most: number,
    after: string,
  ): Promise<{ readonly people: readonly { readonly userId: string }[]; readonly next?: string }>;
}

/** As many as a Map can say of that something went wrong with them. */
const MOST_PEOPLE = 500;

/**
 * Names the people with a plan in force, a page at a time. Reads only, so it is safe to run twice.
 *
 * @returns `next` where somebody may be behind the page.
 */
export const createHandler =
  (ports: FindPeoplePorts) =>
  async (event: unknown): Promise<{ people: { userId: string }[]; next?: string }> => {
    const { after } = Input.parse(event);
    const { people, next } = await ports.findPeople(MOST_PEOPLE, after);
    return { people: people.map(({ userId }) => ({ userId })), ...(next === undefined ? {} : { next }) };
  };
