import * as z from 'zod/mini';
import { dayToLookAt, lastLook } from '../core/person/look-ahead.ts';
import type { Person } from '../core/person/person.ts';

const Input = z.object({
  /** Where the last page ended. @default - this is the first one */
  after: z._default(z.string(), ''),
  /** When the look ahead began. */
  startedAt: z.optional(z.iso.datetime()),
});

export interface FindDuePeoplePorts {
  now(): number;
  /** People with a plan in force who may be due, so many at most, and the place behind the last one, if somebody is there. */
  findPeople(most: number, after: string): Promise<{ readonly people: readonly Person[]; readonly next?: string }>;
  /** The day of a person's last look ahead, where the person does not tell it. */
  readLookedAtOn(userId: string): Promise<string | undefined>;
}

/** A person who has not been looked at on this day of theirs. */
export interface DuePerson {
  readonly userId: string;
  /** `YYYY-MM-DD`. */
  readonly schedule: string;
}

/** As many as a Map can say of that they could not be looked at. */
const MOST_PEOPLE = 500;
const READS_AT_ONCE = 25;
/** The next look ahead begins after an hour: it goes on with who is left. */
const BEGINS_PAGES_FOR_MS = 50 * 60_000;

/**
 * Finds the people for whom it is 08:00 or later and who have not been looked at today, a page at a time. Missed hours do no
 * harm: who was left out is found the next time. Reads only, so it is safe to run twice.
 *
 * @returns `next` where somebody may be behind the page.
 */
export const createHandler =
  (ports: FindDuePeoplePorts) =>
  async (event: unknown): Promise<{ people: DuePerson[]; next?: string }> => {
    const { after, startedAt } = Input.parse(event ?? {});
    const now = ports.now();
    if (startedAt !== undefined && now - Date.parse(startedAt) > BEGINS_PAGES_FOR_MS) return { people: [] };
    let next: string | undefined = after;
    while (next !== undefined) {
      const page = await ports.findPeople(MOST_PEOPLE, next);
      const people = await dueOf(ports, page.people, now);
      next = page.next;
      // Of those whom an earlier version has noted a whole page may have been looked at.
      if (people.length > 0) return { people, ...(next === undefined ? {} : { next }) };
    }
    return { people: [] };
  };

async function dueOf(
  { readLookedAtOn }: FindDuePeoplePorts,
  people: readonly Person[],
  now: number,
): Promise<DuePerson[]> {
  const due: DuePerson[] = [];
  for (let start = 0; start < people.length; start += READS_AT_ONCE) {
    const looks = people.slice(start, start + READS_AT_ONCE).map(async ({ userId, timeZone, lookedAtOn }) => {
      const schedule = dayToLookAt({ timeZone }, now);
      if (schedule === undefined) return [];
      const last = lastLook(lookedAtOn ?? (await readLookedAtOn(userId)), schedule);
      return last === undefined || last < schedule ? [{ userId, schedule }] : [];
    });
    due.push(...(await Promise.all(looks)).flat());
  }
  return due;
}
