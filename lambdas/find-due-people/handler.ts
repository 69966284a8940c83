import { dayToLookAt, lastLook } from '../core/person/look-ahead.ts';
import type { Person } from '../core/person/person.ts';

export interface FindDuePeoplePorts {
  now(): number;
  /** Everyone with a plan in force. */
  findPeople(): Promise<Person[]>;
  /** The day of a person's last look ahead. */
  readLookedAtOn(userId: string): Promise<string | undefined>;
}

/** A person who has not been looked at on this day of theirs. */
export interface DuePerson {
  readonly userId: string;
  /** `YYYY-MM-DD`. */
  readonly schedule: string;
}

/** As many as are looked at well within the hour, five at a time; the others are due an hour later. */
const MOST_PEOPLE = 500;
const READS_AT_ONCE = 25;

/**
 * Finds the people for whom it is 08:00 or later and who have not been looked at today. Missed hours do no harm: who was
 * left out is found the next time. Reads only, so it is safe to run twice.
 */
export const createHandler =
  (ports: FindDuePeoplePorts) =>
  async (_event: unknown): Promise<{ people: DuePerson[] }> => {
    const now = ports.now();
    const awake = (await ports.findPeople()).flatMap(({ userId, timeZone }) => {
      const schedule = dayToLookAt({ timeZone }, now);
      return schedule === undefined ? [] : [{ userId, schedule }];
    });
    const people: DuePerson[] = [];
    for (let start = 0; start < awake.length && people.length < MOST_PEOPLE; start += READS_AT_ONCE) {
      const some = awake.slice(start, start + READS_AT_ONCE);
      const lookedAtOn = await Promise.all(some.map(({ userId }) => ports.readLookedAtOn(userId)));
      people.push(...some.filter(({ schedule }, index) => (lastLook(lookedAtOn[index], schedule) ?? '') < schedule));
    }
    return { people: people.slice(0, MOST_PEOPLE) };
  };
