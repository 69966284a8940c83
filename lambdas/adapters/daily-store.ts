import type { Claimed, NewDigestAlert } from '../core/alert/claim.ts';
import { optimistically } from '../core/ground/optimistic.ts';
import type { Person } from '../core/person/person.ts';
import { claimKey, readAlert } from './alert-store.ts';
import { dailyKey } from './ledger-keys.ts';
import { claimWrites, type Outbox } from './outbox.ts';
import { getItem, type Table, transact } from './table.ts';

/** The day of a person's last look ahead; undefined when there was none. */
export const readLookedAtOn = async (table: Table, userId: string): Promise<string | undefined> =>
  (await getItem<{ lookedAtOn: string }>(table, dailyKey(userId)))?.lookedAtOn;

/**
 * Notes that a person was looked at on a day, and claims in the same transaction what is due then. Doing it again on
 * that day changes nothing; what was claimed before stays as it is.
 *
 * @param digestsDue Decides by the day of the last look.
 */
export function noteLook(
  outbox: Outbox,
  person: Pick<Person, 'userId' | 'timeZone' | 'quietHours'>,
  day: string,
  digestsDue: (lookedAtOn: string | undefined) => readonly NewDigestAlert[],
): Promise<Claimed> {
  const { table } = outbox;
  const { userId } = person;
  return optimistically(async () => {
    const lookedAtOn = await readLookedAtOn(table, userId);
    if (lookedAtOn !== undefined && lookedAtOn >= day) return {};
    const due = digestsDue(lookedAtOn);
    const known = await Promise.all(due.map((claim) => readAlert(table, claimKey(claim))));
    const claims = due.filter((_, index) => known[index] === undefined);
    const { writes, ...claimed } = await claimWrites(outbox, { alerts: claims, person });
    const { written } = await transact(table, [
      {
        put: { ...dailyKey(userId), userId, lookedAtOn: day },
        condition:
          lookedAtOn === undefined
            ? { text: 'attribute_not_exists(PK)' }
            : { text: 'lookedAtOn = :read', values: { ':read': lookedAtOn } },
      },
      ...writes,
    ]);
    return written ? claimed : undefined;
  });
}
