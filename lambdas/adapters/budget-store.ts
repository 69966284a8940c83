import type { BudgetAlert } from '../core/alert/alert.ts';
import type { Claimed, Claims } from '../core/alert/claim.ts';
import type { DailySpend } from '../core/budget/spend.ts';
import type { VersionedState } from '../core/budget/threshold.ts';
import { NOTHING_REACHED, type TriggerState, triggerId } from '../core/budget/threshold.ts';
import { optimistically } from '../core/ground/optimistic.ts';
import { personKey, spendRange, stateKey } from './ledger-keys.ts';
import { claimWrites, type Outbox } from './outbox.ts';
import { getItem, putItem, queryItems, type Table, transact } from './table.ts';

/** Reads which triggers are known to hold. Read it before the spending, never after: a check is optimistic. */
export async function readState(
  table: Table,
  userId: string,
  budgetId: string,
  periodStart: string,
): Promise<VersionedState> {
  const item = await getItem<TriggerState & { version: number }>(table, stateKey(userId, budgetId, periodStart));
  if (!item) return { version: 0, state: NOTHING_REACHED };
  const { version, reached, crossings } = item;
  return { version, state: { reached, crossings } };
}

/** All spending of a range of days, both ends included; strongly consistent. */
export function readSpend(table: Table, userId: string, start: string, end: string): Promise<DailySpend[]> {
  const [from, to] = spendRange(start, end);
  return queryItems<DailySpend>(table, personKey(userId).PK, { from, to });
}

/**
 * Writes a check's result and the alerts it claims, all or nothing, raising the version even when nothing changed:
 * a check that read older spending than this one then cannot overwrite it.
 *
 * @returns Undefined when another check was faster, or the person's window closed meanwhile; start over.
 */
export async function writeState(
  outbox: Outbox,
  at: { userId: string; budgetId: string; periodStart: string },
  read: VersionedState,
  next: TriggerState,
  claims: Claims,
): Promise<Claimed | undefined> {
  const { userId, budgetId, periodStart } = at;
  const { writes, ...claimed } = await claimWrites(outbox, claims);
  const result = await transact(outbox.table, [
    {
      put: { ...stateKey(userId, budgetId, periodStart), ...at, ...next, version: read.version + 1 },
      condition:
        read.version === 0
          ? { text: 'attribute_not_exists(PK)' }
          : { text: 'version = :read', values: { ':read': read.version } },
    },
    ...writes,
  ]);
  return result.written ? claimed : undefined;
}

/**
 * Forgets that a trigger holds which nobody is told of, so that it speaks when somebody wants to know again. Changes
 * nothing when it has ceased to hold, or began anew.
 */
export function rearm(table: Table, { userId, budgetId, periodStart, trigger, crossing }: BudgetAlert): Promise<true> {
  const name = triggerId(trigger);
  const key = stateKey(userId, budgetId, periodStart);
  return optimistically(async () => {
    const { version, state } = await readState(table, userId, budgetId, periodStart);
    const { reached, crossings } = state;
    if (!reached.includes(name) || crossings[name] !== crossing) return true;
    const next = { reached: reached.filter((each) => each !== name), crossings, version: version + 1 };
    const unchanged = { text: 'version = :read', values: { ':read': version } };
    return (await putItem(table, { ...key, userId, budgetId, periodStart, ...next }, unchanged)) ? true : undefined;
  });
}
