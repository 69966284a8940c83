import { type Alert, isClaimableAgain } from '../core/alert/alert.ts';
import type { Claimed, LookClaim } from '../core/alert/claim.ts';
import { optimistically } from '../core/ground/optimistic.ts';
import { someAtOnce } from '../core/ground/some-at-once.ts';
import { lastLook, nextLookAt } from '../core/person/look-ahead.ts';
import type { Contact, Person } from '../core/person/person.ts';
import { claimKey, readAlert } from './alert-store.ts';
import { unsubscribedWrite } from './contact-store.ts';
import { dailyKey, personIndex, personKey } from './ledger-keys.ts';
import { claimWrites, type Outbox } from './outbox.ts';
import { readPerson } from './person-store.ts';
import { getItem, type Table, transact, type Write } from './table.ts';

/** A transaction takes 100 writes: the look, the window, the link to the claims, each of these, and each of ten contacts. */
const MOST_CLAIMS = 40;
const READS_AT_ONCE = 25;

/** The day of a person's last look ahead, where the person does not tell it; undefined when there was none. */
export const readLookedAtOn = async (table: Table, userId: string): Promise<string | undefined> =>
  (await getItem<{ lookedAtOn: string }>(table, dailyKey(userId)))?.lookedAtOn;

/**
 * Notes that a person was looked at on a day, and claims in the same transaction what is due then. Doing it again on
 * that day changes nothing; what was claimed before stays as it is. What is more than a transaction holds is left for the
 * next look: the first claims come first. The day stands on the person, who moves in the index to where the next look is
 * due. Where the plan has ended meanwhile, nothing is noted.
 *
 * @param claimsDue Decides by the day of the last look.
 * @param unsubscribed Mailboxes, confirmed until now, whose owners have unsubscribed them; at most ten.
 */
export function noteLook(
  outbox: Outbox,
  person: Pick<Person, 'userId' | 'timeZone' | 'quietHours'>,
  day: string,
  claimsDue: (lookedAtOn: string | undefined) => readonly LookClaim[],
  unsubscribed: readonly Contact[] = [],
): Promise<Claimed> {
  const { table } = outbox;
  const { userId } = person;
  return optimistically(async () => {
    const read = await readPerson(table, userId);
    if (!read?.isActive) return {};
    const lookedAtOn = lastLook(read.lookedAtOn ?? (await readLookedAtOn(table, userId)), day);
    if (lookedAtOn !== undefined && lookedAtOn >= day) return {};
    const due = claimsDue(lookedAtOn);
    const known = await someAtOnce(READS_AT_ONCE, due, (claim) => readAlert(table, claimKey(claim)));
    const claims = due.filter((_, index) => isOpen(known[index])).slice(0, MOST_CLAIMS);
    const { writes, ...claimed } = await claimWrites(outbox, { alerts: claims, person });
    const { written } = await transact(table, [noteOn(read, day), ...writes, ...unsubscribed.map(unsubscribedWrite)]);
    return written ? claimed : undefined;
  });
}

function noteOn({ userId, timeZone, lookedAtOn }: Person, day: string): Write {
  const { GSI1SK } = personIndex(nextLookAt({ timeZone }, day), userId);
  const unchanged = lookedAtOn === undefined ? 'attribute_not_exists(lookedAtOn)' : 'lookedAtOn = :read';
  return {
    update: personKey(userId),
    set: { text: 'SET lookedAtOn = :day, GSI1SK = :next', values: { ':day': day, ':next': GSI1SK } },
    condition: {
      text: `isActive = :active AND #timeZone = :zone AND ${unchanged}`,
      values: { ':active': true, ':zone': timeZone, ...(lookedAtOn === undefined ? {} : { ':read': lookedAtOn }) },
    },
  };
}

const isOpen = (known: Alert | undefined): boolean => known === undefined || isClaimableAgain(known);
